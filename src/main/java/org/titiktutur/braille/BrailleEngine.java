package org.titiktutur.braille;

/**
 * The liblouis that a machine brailles with.
 *
 * @param bundled whether it is the one that we bring, not the system's
 * @param charSize bytes of a character, 4 or 2; with 2 nothing beyond U+FFFF has braille
 */
public record BrailleEngine(String version, boolean bundled, int charSize) {}
