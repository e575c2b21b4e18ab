package org.titiktutur.publication;

import java.util.Set;

/**
 * The few words that we add to a book: in Indonesian where the book's language is it or one that is
 * spoken beside it, and in English for every other.
 */
public record BookWords(
    String contents, String image, String imageWithout, String page, String note, String table) {

  private static final BookWords INDONESIAN =
      new BookWords(
          "Daftar isi", "Gambar", "Gambar tanpa deskripsi", "Halaman", "Catatan", "Tabel");
  private static final BookWords ENGLISH =
      new BookWords("Contents", "Image", "Image without description", "Page", "Note", "Table");

  /** Whose readers read Indonesian too. */
  private static final Set<String> BESIDE_INDONESIAN =
      Set.of("id", "jv", "su", "mad", "min", "ban", "bug", "ace", "bjn", "bbc", "sas", "mak", "ms");

  /** The words for a book in this language. */
  public static BookWords in(Language language) {
    return languageOf(language.primary()).equals("id") ? INDONESIAN : ENGLISH;
  }

  /**
   * The language of such words, {@code id} or {@code en}.
   *
   * @param primary subtag of the book's language
   */
  public static String languageOf(String primary) {
    return BESIDE_INDONESIAN.contains(primary) ? "id" : "en";
  }
}
