package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * The embossing desk: a new run, and the runs there are.
 *
 * @param rendition what is to be embossed; null until one is chosen
 * @param pages as typed
 * @param copies as typed
 */
record EmbossingsView(
    List<Crumb> trail,
    List<Choice> embossers,
    Braille rendition,
    String pages,
    String copies,
    List<Run> runs,
    Faults faults,
    Optional<Notice> notice) {

  /** A braille book that can be embossed. */
  record Braille(String id, String title, int pages) {}

  /** A run in a sentence. */
  record Run(String id, String title, String device, String state, String tone, String progress) {}
}
