package org.titiktutur.publication;

/**
 * The few words that we add to a book, in the book's own language: Indonesian or, for every other,
 * English.
 */
public record BookWords(
    String contents, String image, String imageWithout, String page, String note, String table) {

  private static final BookWords INDONESIAN =
      new BookWords(
          "Daftar isi", "Gambar", "Gambar tanpa deskripsi", "Halaman", "Catatan", "Tabel");
  private static final BookWords ENGLISH =
      new BookWords("Contents", "Image", "Image without description", "Page", "Note", "Table");

  /** The words for a book in this language. */
  public static BookWords in(Language language) {
    return language.primary().equals("id") ? INDONESIAN : ENGLISH;
  }
}
