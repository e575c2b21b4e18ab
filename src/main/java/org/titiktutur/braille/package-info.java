/**
 * A publication becomes braille lines and pages. The only room that knows liblouis.
 *
 * <p>How one part passes through: {@link org.titiktutur.braille.BrailleTables} chooses a table by
 * the language of the book; {@link org.titiktutur.braille.Brailler} sends the part to a worker.
 * There {@code Flattening} turns its nested blocks into a row of texts, saying in words what print
 * shows by its look, and {@code BlockTranslator} has each translated by {@code Liblouis}, our rails
 * around that library, and marks where lines may end and where sentences and pages of print begin.
 * The blocks wait in a file until {@link org.titiktutur.braille.BookLayout}, back in the parent,
 * has {@code Layout} break them into lines and pages, binds these into volumes with title pages and
 * contents, and hands them out one by one to be written down.
 *
 * <p>Our own tables lie in {@code braille-tables} at the top of the project.
 */
package org.titiktutur.braille;
