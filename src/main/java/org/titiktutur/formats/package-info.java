/**
 * Publications and braille pages written to the letter of their standards, and braille files read
 * back into pages.
 *
 * <p>Braille files come from strangers: {@link org.titiktutur.formats.BrailleFiles} has them read
 * by workers.
 */
package org.titiktutur.formats;
