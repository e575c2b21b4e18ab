package org.titiktutur.speech;

import java.nio.file.Path;

/** A whole book in one file of sound, and how long it plays. */
public record AudioBook(Path file, double seconds) {}
