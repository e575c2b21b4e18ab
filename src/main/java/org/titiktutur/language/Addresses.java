package org.titiktutur.language;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of the network and of mail, and names of files by their path, with their signs said.
 */
final class Addresses {

  private static final String LABEL = "[\\p{L}\\p{N}-]{1,60}";

  /** The words that are written together: capitals, or a capital and what follows it. */
  private static final Pattern PIECE =
      Pattern.compile("_|\\d+|\\p{Lu}{2,}(?!\\p{Ll})|\\p{Lu}?[\\p{L}&&[^\\p{Lu}]]+|\\p{Lu}");

  private final Rules rules;

  Addresses(Rules rules) {
    this.rules = rules;
  }

  /** Names of files by their path: "/etc/hosts", "~/buku/bab-1.txt". */
  Rule path() {
    return new Rule(
        "(?<![\\p{L}\\p{N}.)])~?/[\\p{L}\\p{N}._*-]{1,60}(?:/[\\p{L}\\p{N}._*-]{0,60}){0,12}",
        (found, saying) -> {
          String path = found.group();
          int end = path.length();
          while (".,".indexOf(path.charAt(end - 1)) >= 0) {
            end--;
          }
          say(path.substring(0, end), found.start(), saying);
          saying.text(path.substring(end), found.start() + end, found.end());
          return true;
        });
  }

  /** "https://pertuni.or.id", "www.contoh.com/a-b", "budi@contoh.id", "pertuni.or.id/berita". */
  Rule address() {
    return new Rule(
        "(?:(?:https?://|www\\.)[^\\s\"<>]{2,500}"
            + "|[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,60}@"
            + (LABEL + "(?:\\." + LABEL + "){1,5}")
            + ("|\\p{L}[\\p{L}\\p{N}-]{0,60}(?:\\." + LABEL + "){0,4}")
            + "\\.(?:com|org|net|edu|gov|info|id|io)(?![\\p{L}\\p{N}])(?:/[^\\s\"<>]{0,500})?)",
        (found, saying) -> {
          String address = found.group();
          int end = address.length();
          while (".,;:!?)]'/".indexOf(address.charAt(end - 1)) >= 0) {
            end--;
          }
          int from = address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3;
          if (end <= from) {
            return false;
          }
          say(address.substring(from, end), found.start() + from, saying);
          String after = address.substring(end).replace("/", "");
          saying.text(after, found.start() + end, found.start() + address.length());
          return true;
        });
  }

  /** "@humas_kota", "#JagaBumi": who is meant, and what a message is about. */
  Rule handle() {
    return new Rule(
        "(?<![\\p{L}\\p{N}])([@#])(?=\\p{L})[\\p{L}\\p{N}_]{2,60}",
        (found, saying) -> {
          boolean person = found.group(1).equals("@");
          saying.words(rules.phrases.get(person ? "at" : "hashtag"), found.start(), found.end(1));
          Matcher pieces = PIECE.matcher(found.group());
          while (pieces.find()) {
            String piece = pieces.group();
            int from = found.start() + pieces.start();
            int to = found.start() + pieces.end();
            if (piece.equals("_")) {
              saying.words(person ? rules.phrases.get("underscore") : "", from, to);
            } else if (isDigit(piece.charAt(0))) {
              saying.words(rules.numbers.cardinal(piece), from, to);
            } else if (rules.capitals.isSpelledName(piece)
                && piece.equals(piece.toUpperCase(Locale.ROOT))) {
              rules.spell(piece, from, saying);
            } else {
              saying.words(piece, from, to);
            }
          }
          return true;
        });
  }

  private void say(String address, int at, Saying saying) {
    for (int i = 0; i < address.length(); ) {
      int end = i + 1;
      char c = address.charAt(i);
      if (Character.isLetter(c)) {
        while (end < address.length() && Character.isLetter(address.charAt(end))) {
          end++;
        }
        String word = address.substring(i, end);
        boolean spelled = word.length() == 1 || rules.capitals.isSpelledName(word);
        if (spelled && !rules.lexicon.words("labels-of-names").contains(word)) {
          rules.spell(word, at + i, saying);
        } else {
          saying.words(word, at + i, at + end);
        }
      } else if (isDigit(c)) {
        while (end < address.length() && isDigit(address.charAt(end))) {
          end++;
        }
        String digits = address.substring(i, end);
        String said =
            digits.length() > 4 ? rules.numbers.digits(digits) : rules.numbers.cardinal(digits);
        saying.words(said, at + i, at + end);
      } else {
        saying.words(sign(c), at + i, at + end);
      }
      i = end;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String sign(char c) {
    return switch (c) {
      case '.' -> rules.phrases.get("dot");
      case '/' -> rules.phrases.get("slash");
      case '-' -> rules.phrases.get("hyphen");
      case '_' -> rules.phrases.get("underscore");
      case '@' -> rules.phrases.get("at");
      default -> rules.signs.getOrDefault(String.valueOf(c), "");
    };
  }
}
