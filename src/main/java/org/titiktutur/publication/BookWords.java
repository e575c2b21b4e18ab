package org.titiktutur.publication;

import java.util.Set;

/**
 * The few words that we add to a book: in Indonesian where the book's language is it or one that is
 * spoken beside it, and in English for every other.
 */
public record BookWords(
    String contents,
    String image,
    String imageWithout,
    String page,
    String pages,
    String note,
    String table,
    String volume,
    String of,
    String end,
    String endOfBook) {

  private static final BookWords INDONESIAN =
      new BookWords(
          "Daftar isi",
          "Gambar",
          "Gambar tanpa deskripsi",
          "Halaman",
          "Halaman",
          "Catatan",
          "Tabel",
          "Jilid",
          "dari",
          "Akhir jilid",
          "Akhir buku");
  private static final BookWords ENGLISH =
      new BookWords(
          "Contents",
          "Image",
          "Image without description",
          "Page",
          "Pages",
          "Note",
          "Table",
          "Volume",
          "of",
          "End of volume",
          "End of book");

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

  /** {@code Jilid 2}. */
  public String volume(int number) {
    return volume + " " + number;
  }

  /** {@code Jilid 2 dari 3}. */
  public String volumeOf(int number, int volumes) {
    return volume(number) + " " + of + " " + volumes;
  }

  /** {@code Akhir jilid 2}. */
  public String endOfVolume(int number) {
    return end + " " + number;
  }
}
