package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * Audio that was made before its words were said as they are now.
 *
 * @param go what the button says: how much is made again
 */
record OutdatedView(List<Crumb> trail, List<Row> rows, String go, Optional<Notice> notice) {

  /** One rendition. */
  record Row(String title, String path, String language, String format) {}
}
