package org.titiktutur.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Months and days of the week, in full and shortened, as CLDR and the lexicon have them. */
final class CalendarWords {

  private final String[] months;
  private final Map<String, String> monthOf = new HashMap<>();
  private final Map<String, String> dayOf = new HashMap<>();

  /**
   * Those of one language.
   *
   * @param more short names besides CLDR's: written = in full
   */
  CalendarWords(String language, Map<String, String> more) {
    DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLanguageTag(language));
    months = symbols.getMonths();
    String[] shortMonths = symbols.getShortMonths();
    for (int i = 0; i < 12; i++) {
      monthOf.put(months[i], months[i]);
      monthOf.put(shortMonths[i].replace(".", ""), months[i]);
    }
    String[] days = symbols.getWeekdays();
    String[] shortDays = symbols.getShortWeekdays();
    for (int i = 1; i < days.length; i++) {
      dayOf.put(days[i], days[i]);
      dayOf.put(shortDays[i].replace(".", ""), days[i]);
    }
    more.forEach(
        (written, full) -> (monthOf.containsKey(full) ? monthOf : dayOf).put(written, full));
  }

  /** The name of a month, 1 to 12. */
  String month(int number) {
    return months[number - 1];
  }

  /** The month that a name or its short form means, without its full stop; or null. */
  String month(String name) {
    return monthOf.get(name);
  }

  /** The day that a name or its short form means, without its full stop; or null. */
  String day(String name) {
    return dayOf.get(name);
  }

  /** Whether a word is the full name of a month or a day. */
  boolean isName(String word) {
    return word.equals(monthOf.get(word)) || word.equals(dayOf.get(word));
  }

  /** Every way in which a month is written, for a pattern. */
  String anyMonth() {
    return Rules.anyOf(monthOf.keySet());
  }

  /** Whether a day of the month can have this number. */
  static boolean isDate(int day, int month) {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
  }

  /** Whether a text could begin with the name of a month or a day. */
  static boolean isCapitalised(String word) {
    return !word.isEmpty()
        && Character.isUpperCase(word.charAt(0))
        && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
  }
}
