/** Main, the command line, and the wiring of everything by plain constructors. */
package org.titiktutur.app;
