package org.titiktutur.formats;

import org.titiktutur.publication.Language;

/**
 * The few words that we add to a book, in the book's own language: Indonesian or, for every other,
 * English.
 */
record BookWords(
    String contents, String image, String imageWithout, String page, String note, String table) {

  private static final BookWords INDONESIAN =
      new BookWords(
          "Daftar isi", "Gambar", "Gambar tanpa deskripsi", "Halaman", "Catatan", "Tabel");
  private static final BookWords ENGLISH =
      new BookWords("Contents", "Image", "Image without description", "Page", "Note", "Table");

  static BookWords in(Language language) {
    return language.primary().equals("id") ? INDONESIAN : ENGLISH;
  }
}
