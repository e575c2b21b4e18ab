package org.titiktutur.publication;

import static org.titiktutur.publication.Severity.ERROR;
import static org.titiktutur.publication.Severity.INFO;
import static org.titiktutur.publication.Severity.WARNING;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Every finding that can be made. Codes are stable: scripts depend on them. The sentence for each,
 * and what to do about it, stand in {@code resources/messages/findings_*.properties} under the
 * code's name.
 */
public enum FindingCode {

  // The source is refused; nothing is made. Place: the book.
  SOURCE_MISSING(ERROR),
  SOURCE_EMPTY(ERROR),
  SOURCE_UNKNOWN(ERROR),
  SOURCE_UNSUPPORTED(ERROR),
  SOURCE_DAMAGED(ERROR),
  SOURCE_ENCRYPTED(ERROR),
  SOURCE_DRM(ERROR),
  SOURCE_SCAN(ERROR),
  SOURCE_NO_TEXT(ERROR),
  SOURCE_BOMB(ERROR),
  SOURCE_TOO_LARGE(ERROR),
  SOURCE_TOO_SLOW(ERROR),
  SOURCE_TOO_HEAVY(ERROR),
  SOURCE_KILLED_READER(ERROR),
  SOURCE_UNSAFE(ERROR),

  // The same for a braille file that is to be embossed.
  SOURCE_NOT_BRAILLE(ERROR),
  SOURCE_WITHOUT_PAGES(ERROR),

  // Found on the way in.
  NAME_LIES(INFO),
  ENCODING_GUESSED(INFO),
  CHARACTERS_REPLACED(WARNING),
  LANGUAGE_DETECTED(INFO),
  LANGUAGE_DEFAULTED(WARNING),
  PASSAGE_LANGUAGE_DETECTED(INFO),
  TITLE_GUESSED(INFO),
  NAVIGATION_MISSING(INFO),
  NAVIGATION_SKIPPED(INFO),
  CHAPTER_MISSING(ERROR),
  CHAPTER_DAMAGED(ERROR),
  CHAPTER_REPAIRED(WARNING),
  FONTS_OBFUSCATED(INFO),
  HEADINGS_GUESSED(INFO),
  PAGE_FURNITURE_REMOVED(INFO),
  HYPHENS_JOINED(INFO),
  PAGE_WITHOUT_TEXT(WARNING),
  PAGE_DAMAGED(ERROR),
  PAGES_CUT(ERROR),
  TEXT_CUT(ERROR),
  IMAGE_WITHOUT_DESCRIPTION(WARNING),
  NOTE_NOT_FOUND(WARNING),
  HIDDEN_TEXT_SKIPPED(INFO),
  ATTACHMENT_IGNORED(INFO),
  OUTSIDE_REFERENCE_IGNORED(INFO),
  FORMULA_LOST(WARNING),
  MEDIA_IGNORED(WARNING),
  AUDIO_NOT_TAKEN_OVER(WARNING),
  NESTING_FLATTENED(WARNING),
  WORDS_CUT(WARNING),
  MORE_LIKE_THIS(INFO),

  // Found while speaking.
  SPOKEN_IN_PIECES(INFO),
  SPOKEN_BY_OTHER_VOICE(WARNING),
  NOT_SPOKEN(ERROR),
  NO_VOICE_FOR_LANGUAGE(WARNING),
  PART_NOT_SPOKEN(ERROR),

  // Found while brailling.
  CHARACTERS_WITHOUT_BRAILLE(WARNING),
  CHARACTERS_WITHOUT_PRINT(WARNING),
  NO_TABLE_FOR_LANGUAGE(WARNING),
  NOT_BRAILLED(ERROR),
  PART_NOT_BRAILLED(ERROR),

  // Found while reading a braille file.
  ROW_GAPS_LOST(WARNING);

  private final Severity severity;

  FindingCode(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** As in reports and addresses: {@code image-without-description}. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static FindingCode fromCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
