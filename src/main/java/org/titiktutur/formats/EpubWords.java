package org.titiktutur.formats;

import org.titiktutur.publication.Language;

/**
 * What an EPUB or an audio book says of itself, in the book's language: Indonesian or, for every
 * other, English.
 *
 * @param textSummary how it can be read, without sound
 * @param audioSummary how it can be read, all of it with sound
 * @param someAudioSummary the same where not all of it could be spoken
 * @param soundSummary how it can be heard, without text
 */
record EpubWords(
    String landmarks,
    String beginning,
    String pages,
    String textSummary,
    String audioSummary,
    String someAudioSummary,
    String soundSummary) {

  private static final EpubWords INDONESIAN =
      new EpubWords(
          "Penanda",
          "Awal teks",
          "Daftar halaman",
          "Seluruh isi berupa teks yang dapat dibaca dengan suara atau braille. Gambar diganti"
              + " dengan deskripsinya, kalau ada.",
          "Setiap kalimat dapat dibaca dan didengar dengan suara buatan; teks dan suara berjalan"
              + " bersama. Gambar diganti dengan deskripsinya, kalau ada.",
          "Hampir setiap kalimat dapat dibaca dan didengar dengan suara buatan; yang tidak dapat"
              + " disuarakan tetap ada sebagai teks. Gambar diganti dengan deskripsinya, kalau"
              + " ada.",
          "Seluruh buku dibacakan oleh suara buatan, satu berkas untuk tiap bab.");
  private static final EpubWords ENGLISH =
      new EpubWords(
          "Landmarks",
          "Start of the text",
          "List of pages",
          "All of it is text that can be read by voice or in braille. Pictures are replaced by"
              + " their descriptions, where there are any.",
          "Every sentence can be read and heard, spoken by a synthetic voice; text and sound go"
              + " together. Pictures are replaced by their descriptions, where there are any.",
          "Nearly every sentence can be read and heard, spoken by a synthetic voice; what could"
              + " not be spoken is there as text. Pictures are replaced by their descriptions,"
              + " where there are any.",
          "All of the book is read by a synthetic voice, a file for each chapter.");

  static EpubWords in(Language language) {
    return language.primary().equals("id") ? INDONESIAN : ENGLISH;
  }
}
