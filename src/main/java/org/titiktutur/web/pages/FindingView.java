package org.titiktutur.web.pages;

import java.util.List;
import java.util.Locale;
import org.titiktutur.catalog.FindingCounts;
import org.titiktutur.production.Report;
import org.titiktutur.publication.Place;

/**
 * A finding as the pages show it.
 *
 * @param severity code
 * @param place in words; null for the book as a whole
 * @param path of the place in the text, to be put behind the title's own
 */
record FindingView(String severity, String tone, String message, String place, String path) {

  static FindingView of(Report.Entry entry, Words w) {
    Place place = entry.place();
    return new FindingView(
        entry.severity().name().toLowerCase(Locale.ROOT),
        switch (entry.severity()) {
          case INFO -> "";
          case WARNING -> "warn";
          case ERROR -> "bad";
        },
        entry.message(),
        inWords(place, w),
        path(place));
  }

  /** How many there are of which weight. */
  static String summary(List<FindingView> findings, Words w) {
    return RenditionWords.findings(
        new FindingCounts(
            count(findings, "info"), count(findings, "warning"), count(findings, "error")),
        w);
  }

  private static int count(List<FindingView> findings, String severity) {
    return (int) findings.stream().filter(each -> each.severity().equals(severity)).count();
  }

  private static String inWords(Place place, Words w) {
    if (place.part() == null) {
      return null;
    }
    return place.page() == null
        ? w.say("place.part", place.part())
        : w.say("place.page", place.part(), place.page());
  }

  private static String path(Place place) {
    return "/read/" + place.part() + (place.sentence() == null ? "" : "#" + place.sentence());
  }
}
