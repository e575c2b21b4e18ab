package org.titiktutur.extraction;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What words and numbers say about a line that its look already makes likely to be a heading, or a
 * caption.
 */
final class HeadingWords {

  private static final Pattern CAPTION =
      Pattern.compile(
          "^(?iu)\\s*(gambar|gbr|figure|fig|foto|photo|ilustrasi|illustration|bagan|grafik|diagram|peta|map"
              + "|skema|lukisan)\\b\\.?\\s*[\\dIVX]+.*");

  private static final Pattern TABLE_CAPTION =
      Pattern.compile("^(?iu)\\s*(tabel|tbl|table|tab)\\b\\.?\\s*[\\dIVX]+.*");

  private static final Pattern CHAPTER =
      Pattern.compile(
          "^(?iu)\\s*(bab|chapter|bagian|part|buku|book|lampiran|appendix|unit|modul|module|pasal)"
              + "\\s+([\\dIVXLC]{1,7}|[A-Z]|ke\\S+|pertama|satu|dua|tiga|empat|lima|enam|tujuh|delapan"
              + "|sembilan|sepuluh|one|two|three|four|five|six|seven|eight|nine|ten)\\b[.:\\s]*(.*)$");

  private static final Pattern DECIMAL =
      Pattern.compile("^\\s*(\\d{1,2}(?:\\.\\d{1,2}){0,5})\\.?\\s+\\p{Lu}.*");

  private static final Pattern LETTERED = Pattern.compile("^\\s*([A-Z])\\.\\s+\\p{L}.*");

  /** Headings that have no number. */
  private static final Set<String> NAMED =
      Set.of(
          "kata pengantar",
          "daftar isi",
          "daftar gambar",
          "daftar tabel",
          "daftar pustaka",
          "prakata",
          "pendahuluan",
          "penutup",
          "abstrak",
          "glosarium",
          "indeks",
          "prolog",
          "epilog",
          "ucapan terima kasih",
          "tentang penulis",
          "preface",
          "foreword",
          "contents",
          "table of contents",
          "introduction",
          "conclusion",
          "abstract",
          "references",
          "bibliography",
          "acknowledgements",
          "acknowledgments",
          "glossary",
          "index",
          "prologue",
          "epilogue",
          "about the author");

  private HeadingWords() {}

  /** "BAB IV …", "Chapter 3", "Lampiran B": 1, or 2 for what stands inside chapters; else 0. */
  static int chapterLevel(String text) {
    Matcher chapter = text.length() < 120 ? CHAPTER.matcher(text) : null;
    if (chapter == null || !chapter.matches() || text.endsWith(".")) {
      return 0;
    }
    return chapter.group(1).toLowerCase(Locale.ROOT).equals("pasal") ? 2 : 1;
  }

  /** "BAB IV" and nothing else: its name is the next line. */
  static boolean isBareChapter(String text) {
    Matcher chapter = text.length() < 120 ? CHAPTER.matcher(text) : null;
    return chapter != null && chapter.matches() && chapter.group(3).isBlank();
  }

  static boolean isNamed(String text) {
    return text.length() < 60
        && NAMED.contains(text.strip().toLowerCase(Locale.ROOT).replaceAll("[.:\\s]+$", ""));
  }

  /** How many numbers "2.1.3 …" begins with; 0 if with none. */
  static int decimals(String text) {
    Matcher decimal = text.length() < 220 ? DECIMAL.matcher(text) : null;
    return decimal != null && decimal.matches() ? decimal.group(1).split("\\.").length : 0;
  }

  /** "A. Latar Belakang". */
  static boolean isLettered(String text) {
    return text.length() < 220 && LETTERED.matcher(text).matches();
  }

  static boolean isFigureCaption(String text) {
    return text.length() < 2000 && CAPTION.matcher(text).matches();
  }

  static boolean isTableCaption(String text) {
    return text.length() < 2000 && TABLE_CAPTION.matcher(text).matches();
  }
}
