/** Publications and braille pages written to the letter of their standards. */
package org.titiktutur.formats;
