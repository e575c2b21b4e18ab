package org.titiktutur.web.pages;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Tongue;

/** The sentences of the pages in one language, and how that language writes sizes and times. */
final class Words {

  private static final Map<Tongue, Words> BY_TONGUE = new EnumMap<>(Tongue.class);

  static {
    for (Tongue tongue : Tongue.values()) {
      BY_TONGUE.put(tongue, new Words(new Phrases("pages", tongue)));
    }
  }

  private final Phrases phrases;

  private Words(Phrases phrases) {
    this.phrases = phrases;
  }

  static Words in(Tongue tongue) {
    return BY_TONGUE.get(tongue);
  }

  String tag() {
    return phrases.tongue().tag();
  }

  /** The language that a person can switch to. */
  String otherTag() {
    return phrases.tongue() == Tongue.INDONESIAN ? Tongue.ENGLISH.tag() : Tongue.INDONESIAN.tag();
  }

  Set<String> keys() {
    return phrases.keys();
  }

  String say(String key, Object... arguments) {
    return phrases.say(key, arguments);
  }

  /** A word for one of a closed set of things, such as a format: key {@code KIND.CODE}. */
  String of(String kind, String code) {
    return phrases.say(kind + "." + code);
  }

  /** That something was done. */
  String said(String done) {
    return phrases.say("done." + done);
  }

  /** The sentence {@code KEY.one} for one, {@code KEY} for any other number. */
  String count(String key, long number) {
    return number == 1 ? say(key + ".one") : say(key, number(number));
  }

  /** The tag if it is another language than the page's, for {@code lang}; else null. */
  String foreign(String tag) {
    return tag.isEmpty() || tag.equals(tag()) ? null : tag;
  }

  /**
   * The name of a language.
   *
   * @param tag BCP 47; empty for one that is not known yet
   */
  String language(String tag) {
    if (tag.isEmpty()) {
      return say("language.unknown");
    }
    return Locale.forLanguageTag(tag).getDisplayName(locale());
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** Decimal units, as phones and shops count: 12,3 MB. */
  String size(long bytes) {
    if (bytes < 1_000_000) {
      return say("size.kb", number(Math.max(1, Math.round(bytes / 1e3))));
    }
    NumberFormat one = NumberFormat.getNumberInstance(locale());
    one.setMaximumFractionDigits(1);
    return bytes < 1_000_000_000
        ? say("size.mb", one.format(bytes / 1e6))
        : say("size.gb", one.format(bytes / 1e9));
  }

  /** Whole minutes, and seconds below one minute: a listener plans with it. */
  String duration(double seconds) {
    if (seconds < 59.5) {
      return count("time.seconds", Math.round(seconds));
    }
    long minutes = Math.round(seconds / 60);
    long hours = minutes / 60;
    if (hours == 0) {
      return count("time.minutes", minutes);
    }
    return minutes % 60 == 0
        ? count("time.hours", hours)
        : count("time.hours", hours) + " " + count("time.minutes", minutes % 60);
  }

  String duration(Duration duration) {
    return duration(duration.toMillis() / 1e3);
  }

  /** A speed of playing: {@code 1,25×}. */
  String speed(String factor) {
    return NumberFormat.getNumberInstance(locale()).format(Double.parseDouble(factor)) + "×";
  }

  String day(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale())
        .format(instant.atZone(ZoneId.systemDefault()));
  }

  private Locale locale() {
    return phrases.tongue().locale();
  }
}
