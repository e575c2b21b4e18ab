/**
 * People, how they show who they are, and who may have what. Nothing here knows of HTTP: it is
 * handed passwords, tokens and the values of cookies.
 */
package org.titiktutur.patrons;
