package org.titiktutur.language;

import java.util.Map;
import java.util.regex.Matcher;

/** References to verses: "Mat. 5:3–12", "1 Kor. 13:4", "QS Al-Baqarah [2]: 255". */
final class Scripture {

  private static final String VERSES = "((?:[-–,] ?\\d{1,3}(?![\\d:])){0,8})";

  private final Rules rules;
  private final Map<String, String> books;

  Scripture(Rules rules) {
    this.rules = rules;
    books = rules.lexicon.section("scripture");
  }

  /** A book by its name or short name, chapter and verses. */
  Rule book() {
    return new Rule(
        "(\\p{Lu}[\\p{L}']{1,15})\\.? ?(\\d{1,3}):(\\d{1,3})" + VERSES + "(?![\\d:])",
        (found, saying) -> {
          String name = books.get(found.group(1));
          if (name == null) {
            return false;
          }
          saying.words(name.isEmpty() ? found.group(1) : name, found.start(1), found.end(1));
          boolean chapters = !rules.lexicon.words("psalms").contains(found.group(1));
          String chapter = rules.numbers.cardinal(found.group(2));
          saying.words(
              (chapters ? rules.phrases.get("chapter") + " " : "") + chapter,
              found.start(2),
              found.end(2));
          sayVerses(found, 3, 4, saying);
          return true;
        });
  }

  /** The Quran, by the abbreviation that Indonesian books use. */
  Rule surah() {
    return new Rule(
        "(Q\\.? ?S\\.?:?) ?(?:(\\p{Lu}[\\p{L}' -]{1,30}?) ?)?(?:[\\[(/]? ?(\\d{1,3})[\\])]? ?)?[:,] ?"
            + "(?:ayat )?(\\d{1,3})"
            + VERSES
            + "(?![\\d:])",
        (found, saying) -> {
          if (found.group(2) == null && found.group(3) == null) {
            return false;
          }
          saying.words(rules.phrases.get("surah"), found.start(1), found.end(1));
          if (found.group(2) != null) {
            saying.words(found.group(2).replace("'", ""), found.start(2), found.end(2));
          }
          if (found.group(3) != null) {
            saying.words(rules.numbers.cardinal(found.group(3)), found.start(3), found.end(3));
          }
          sayVerses(found, 4, 5, saying);
          return true;
        });
  }

  private void sayVerses(Matcher found, int first, int more, Saying saying) {
    String rest = found.group(more);
    String verse = rules.phrases.get(rest.isEmpty() ? "verse" : "verses");
    saying.words(
        verse + " " + rules.numbers.cardinal(found.group(first)),
        found.start(first),
        found.end(first));
    for (int i = 0; i < rest.length(); ) {
      int from = i + 1;
      while (rest.charAt(from) == ' ') {
        from++;
      }
      int end = from;
      while (end < rest.length() && Character.isDigit(rest.charAt(end))) {
        end++;
      }
      int at = found.start(more) + i;
      if (rest.charAt(i) == ',') {
        saying.pause(",", at, at + 1).blank(at + 1, at + 1);
      } else {
        saying.words(rules.phrases.get("range"), at, at + 1);
      }
      saying.words(
          rules.numbers.cardinal(rest.substring(from, end)),
          found.start(more) + from,
          found.start(more) + end);
      i = end;
    }
  }
}
