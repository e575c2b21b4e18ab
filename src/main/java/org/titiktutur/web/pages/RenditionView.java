package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * A rendition that is ready.
 *
 * @param measure minutes and size
 * @param listen path; null where it has no sound
 * @param braille path; null where it has no pages of braille
 * @param findings a sentence about those made while making it; null if there are none
 * @param emboss path; null where it cannot be embossed or this visitor may not
 */
record RenditionView(
    String path,
    String itemPath,
    String heading,
    List<Crumb> trail,
    String measure,
    String choices,
    String listen,
    String braille,
    String download,
    long bytes,
    List<File> files,
    String findings,
    boolean mayChange,
    String emboss,
    Optional<Notice> notice) {

  /** A file of the rendition. */
  record File(String name, String href, String measure) {}
}
