/**
 * Talking books: DAISY 2.02 (recommendation of 2001) and DAISY 3 (ANSI/NISO Z39.86-2005), full text
 * with full audio, each as one ZIP without an enclosing folder.
 *
 * <p>A part of the book goes through once: {@code BookText} writes its text, in the dialect of the
 * format, and as it goes tells the {@code Score} what is heard while each sentence, page number,
 * note or table is reached; the score then becomes the part's SMIL. {@code Landmark}s are what a
 * reader can jump to; they are kept for the whole book and become the NCC or NCX at its end. So no
 * more than one part is held in memory, whatever the length of the book.
 *
 * <p>A clip lasts until the next one begins, so that the pauses between sentences are heard; what
 * nothing is said for (page numbers, signs that call notes) is a moment without sound.
 */
package org.titiktutur.formats.daisy;
