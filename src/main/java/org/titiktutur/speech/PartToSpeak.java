package org.titiktutur.speech;

import java.nio.file.Path;
import java.util.Set;
import org.titiktutur.publication.Publication;

/**
 * A part of a book and how it shall be spoken.
 *
 * @param publication the folder that holds it
 * @param language the book's own, BCP 47
 * @param codecs what its sound is written in; not empty
 */
public record PartToSpeak(
    Path publication,
    Publication.Entry part,
    String language,
    SpeechSettings settings,
    Tags tags,
    Set<Codec> codecs) {}
