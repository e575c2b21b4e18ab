/**
 * Machines that emboss: what they are, what fits them, the bytes they want, and how these get
 * there.
 *
 * <p>How one book passes through: a {@link org.titiktutur.embossing.Plan} holds the pages of a
 * {@link org.titiktutur.braille.BrailleBook} against the paper of a {@link
 * org.titiktutur.embossing.Device}, refuses what does not fit before a byte is sent, and has the
 * device's {@link org.titiktutur.embossing.Model} turn each page into bytes. A {@link
 * org.titiktutur.embossing.Handover} gives these to the device's {@link
 * org.titiktutur.embossing.Address} page by page and knows at any moment which page is the first
 * that the device does not have.
 */
package org.titiktutur.embossing;
