package org.titiktutur.braille;

import java.nio.file.Path;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Publication;

/**
 * A part of a book, and how to braille it.
 *
 * @param publication folder of the publication
 * @param book the language of the book
 * @param table id, which must be there
 * @param hyphenated whether places to divide words at are marked in all of them
 */
public record PartToBraille(
    Path publication,
    Publication.Entry part,
    Language book,
    String table,
    Passages passages,
    boolean hyphenated) {}
