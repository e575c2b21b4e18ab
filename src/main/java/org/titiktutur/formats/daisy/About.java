package org.titiktutur.formats.daisy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.titiktutur.formats.Identifiers;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Publication;

/**
 * What both standards must be told of a book, with something in place of what nobody knows.
 *
 * @param date year, month or day, as ISO 8601
 * @param sourcePublisher empty if unknown, like all that is of the source
 */
record About(
    String title,
    List<String> creators,
    String language,
    String identifier,
    String publisher,
    String date,
    String producedDate,
    String sourcePublisher,
    String sourceDate,
    String narrator,
    BookWords words) {

  /** Who makes these books, for want of the name of the library. */
  static final String PRODUCER = "Titik Tutur";

  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?![0-9]).*");

  static About of(Publication publication, LocalDate today, String narrator) {
    Metadata metadata = publication.metadata();
    BookWords words = BookWords.in(metadata.language());
    String sourceDate = date(metadata.date());
    return new About(
        metadata.title(),
        metadata.authors().isEmpty() ? List.of(unknown(metadata)) : metadata.authors(),
        metadata.language().tag(),
        Identifiers.of(metadata),
        metadata.publisher().isEmpty() ? PRODUCER : metadata.publisher(),
        sourceDate.isEmpty() ? today.toString() : sourceDate,
        today.toString(),
        metadata.publisher(),
        sourceDate,
        narrator,
        words);
  }

  private static String unknown(Metadata metadata) {
    return metadata.language().primary().equals("id") ? "Tidak diketahui" : "Unknown";
  }

  private static String date(String given) {
    Matcher date = DATE.matcher(given.strip());
    if (!date.matches()) {
      return "";
    }
    try {
      int month = date.group(2) == null ? 1 : Integer.parseInt(date.group(2));
      int day = date.group(3) == null ? 1 : Integer.parseInt(date.group(3));
      LocalDate.of(Integer.parseInt(date.group(1)), month, day);
    } catch (DateTimeException e) {
      return date.group(1);
    }
    return date.group(1)
        + (date.group(2) == null ? "" : "-" + date.group(2))
        + (date.group(3) == null ? "" : "-" + date.group(3));
  }
}
