package org.titiktutur.speech;

import java.nio.file.Path;
import org.titiktutur.publication.Publication;

/**
 * A part of a book and how it shall be spoken.
 *
 * @param publication the folder that holds it
 * @param language the book's own, BCP 47
 */
public record PartToSpeak(
    Path publication,
    Publication.Entry part,
    String language,
    SpeechSettings settings,
    Tags tags) {}
