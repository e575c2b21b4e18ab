package org.titiktutur.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines of a plain text are headings. Conservative: a line that only might be one is not. */
final class TextHeadings {

  /** UTF-16 units of a heading. */
  static final int LONGEST = 100;

  private static final String NUMBER =
      "(\\d{1,3}|[IVXLC]{1,8}|[ivxlc]{1,8}"
          + "|(?i:pertama|terakhir|(ke)?(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
          + "|sepuluh|sebelas)( belas| puluh( \\p{L}{3,8})?)?"
          + "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
          + "|fifteen|sixteen|seventeen|eighteen|nineteen|(twenty|thirty|forty|fifty)(-\\p{L}{3,5})?"
          + "|the (first|second|third|fourth|fifth|last)))";

  /** The name after the number: after a sign, or with a capital letter. */
  private static final String NAME = "(\\s*[.:–—-]?|\\s*[.:–—-]\\s*\\S.*|\\s+[\\p{Lu}“\"‘'].*)";

  private static final Pattern BOOK_PART =
      Pattern.compile(
          "(?U)(BAGIAN|Bagian|BUKU|Buku|JILID|Jilid|PART|Part|BOOK|Book|VOLUME|Volume)\\s+"
              + NUMBER
              + NAME);

  private static final Pattern CHAPTER =
      Pattern.compile("(?U)(BAB|Bab|CHAPTER|Chapter|PASAL|Pasal)\\s+" + NUMBER + NAME);

  private static final Pattern NAMED =
      Pattern.compile(
          "(?iu)(prolog|epilog|prologue|epilogue|pendahuluan|penutup|kata pengantar|prakata"
              + "|daftar pustaka|ucapan terima kasih|persembahan|glosarium|lampiran( [a-z0-9]{1,3})?"
              + "|indeks|tentang penulis|biodata penulis|sinopsis|preface|foreword|introduction"
              + "|conclusion|afterword|acknowledge?ments|dedication|appendix( [a-z0-9]{1,3})?"
              + "|glossary|bibliography|about the author|interlude)[.:]?");

  private static final Pattern NUMBERED =
      Pattern.compile("(?U)(\\d{1,2}(?:\\.\\d{1,2}){0,3})\\.?\\s+\\p{Lu}.*");

  private static final Pattern LEADS_TO_PAGE =
      Pattern.compile(".*(\\.{3,}|…|\\s{3,}|(\\. ){3,})\\s*[0-9ivxl]+");

  private static final String BREAKS = "*#-–—_~•·+=⁂※◆◇●○■□★☆";

  private TextHeadings() {}

  /**
   * The level of a line that stands alone between blank lines; 0 if it is not a heading.
   *
   * @param line stripped
   */
  static int level(String line) {
    if (line.isEmpty() || line.length() > LONGEST || !Character.isLetterOrDigit(line.charAt(0))) {
      return 0;
    }
    char last = line.charAt(line.length() - 1);
    boolean sentence = ".!?;,".indexOf(last) >= 0 && line.length() > 30;
    if (sentence || LEADS_TO_PAGE.matcher(line).matches()) {
      return 0;
    }
    if (Character.isDigit(line.charAt(0))) {
      return numbered(line, last);
    }
    if (BOOK_PART.matcher(line).matches()) {
      return 1;
    }
    return CHAPTER.matcher(line).matches() || NAMED.matcher(line).matches() ? 2 : 0;
  }

  /** "2.1 Latar Belakang": as deep as its number is long. */
  private static int numbered(String line, char last) {
    Matcher numbered = NUMBERED.matcher(line);
    if (!numbered.matches() || line.length() > 80 || !Character.isLetterOrDigit(last)) {
      return 0;
    }
    String number = numbered.group(1);
    return Math.min(6, 2 + (int) number.chars().filter(c -> c == '.').count());
  }

  /** The level that a line of such signs gives to the line above it; 0 if it gives none. */
  static int underline(String line) {
    char sign = line.isEmpty() ? ' ' : line.charAt(0);
    if (line.length() < 3 || !line.chars().allMatch(c -> c == sign)) {
      return 0;
    }
    return switch (sign) {
      case '=' -> 1;
      case '-', '~' -> 2;
      default -> 0;
    };
  }

  /** {@code * * *} and its like, alone on a line. */
  static boolean isSceneBreak(String line) {
    if (line.isEmpty() || line.length() > LONGEST) {
      return false;
    }
    int signs = 0;
    for (int i = 0; i < line.length(); i++) {
      if (BREAKS.indexOf(line.charAt(i)) >= 0) {
        signs++;
      } else if (!Inline.isSpace(line.charAt(i))) {
        return false;
      }
    }
    return signs >= 3 || (signs > 0 && "*#⁂※◆◇●○■□★☆".indexOf(line.charAt(0)) >= 0);
  }
}
