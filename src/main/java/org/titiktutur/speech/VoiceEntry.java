package org.titiktutur.speech;

/**
 * A voice as the list of voices shows it.
 *
 * @param language BCP 47, as its engine says
 * @param description the engine's own name for it
 */
public record VoiceEntry(Voice voice, String language, String description) {}
