/**
 * The book as a reader meets it: metadata, parts, blocks, sentences with opaque ids, and findings
 * about places in it.
 *
 * <p>A publication is stored as a folder ({@link org.titiktutur.publication.PublicationFolder}): an
 * index and one JSON file for each part, so that a book of a thousand chapters is never held in
 * memory at once. Everything here is an immutable value; nothing here knows where the book came
 * from or what will be made of it.
 */
package org.titiktutur.publication;
