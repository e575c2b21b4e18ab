package org.titiktutur.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paragraphs; a bar stands where one sentence ends and the next begins. */
class SentenceSplitterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ibu pergi ke pasar. |Ayah tinggal di rumah.",
        "Siapa namamu? |Namaku Budi! |Salam kenal.",
        "Prof. Dr. Budi Santoso datang. |Ia membawa buku.",
        "Rumahnya di Jl. Sudirman No. 5 Surabaya. |Pagarnya hijau.",
        "Menurut dr. Ratna, H. Salim dan Hj. Siti sudah sembuh. |Syukurlah.",
        "Saham PT. Telkom Tbk. naik. |CV. Maju turun.",
        "Lihat hlm. 12 dan hal. 14. |Itu lain hal. |Kita lanjutkan.",
        "Pada tgl. 5 Mei ia lahir. |Surat itu ditandatangani a.n. Budi oleh wakilnya.",
        "Perpustakaan buka s.d. Jumat. |Ia dirawat di R.S. Harapan Kita. |Ia pulang.",
        "Kami membeli beras, gula, dll. untuk ibu.",
        "Kami membeli beras, gula, dll. |Lalu kami pulang.",
        "Ada meja, kursi, dsb. di sana. |Begitu dst. |Selesai.",
        "Hal tsb. sudah dibahas. |Ya.",
        "Gelarnya Budi, S.H., M.Hum. di kartu itu. |Ia Budi, S.H. |Titik.",
        "Puisi W.S. Rendra dan A. A. Navis dibaca. |Bagus.",
        "Ia kekurangan vitamin C. |Kulitnya pucat.",
        "Ia kekurangan vitamin C. |Kemudian sakit.",
        "“Ayo pergi!” kata Budi. |Kami ikut.",
        "\"Mau ke mana?\" tanya Ibu. |\"Ke pasar.\" |Ibu mengangguk.",
        "“Ayo pergi!” — kata Budi.",
        "(Ia diam.) |Kami juga.",
        "Harganya Rp. 50.000,- saja. |Beratnya 2.5 kg. |Luasnya 3,14 meter.",
        "Pukul 07.30 WIB kereta berangkat. |Pukul 08.15. |Kami tiba.",
        "2. Buka pintu itu. |3. Tutup lagi.",
        "Ia lahir tahun 1945. |Indonesia merdeka.",
        "Begitulah ceritanya.12 Kemudian ia pergi.[3] Selesai.",
        "Tunggu... nanti dulu. |Tunggu… |Nanti.",
        "baris pertama\nbaris kedua. |Baris ketiga.",
        "Gajinya Rp2.500.000,00. |Cukup.",
        "Lihat UU No. 8 Tahun 2016 Pasal 5 ayat (1) huruf b. |Jelas.",
        "K.H. Ahmad Dahlan lahir di Yogyakarta. |Ia mendirikan Muhammadiyah.",
        "Nabi Muhammad saw. bersabda demikian. |Nabi Musa a.s. juga.",
        "Letjen. Suprapto dan Kol. Inf. Budi hadir. |Acara dimulai.",
        "\"Sudah makan?\" tanyanya. |\"Belum!\" jawab Rina.",
        "“Apa itu?” |Ia menunjuk. |“Entahlah.”",
        "Ia berkata, “Saya lapar.” |Lalu ia pergi.",
        "Jln. Pemuda Gg. II No. 3, Kel. Embong Kaliasin. |Dekat.",
        "Harga naik 3.5 persen. |Orang protes.",
        "Versi 2.0.1 sudah terbit. |Unduh sekarang!",
        "Buku itu (cet. ke-3, hlm. 12) hilang. |Carilah.",
        "Baca Mat. 5:3 dan Yoh. 3:16. |Renungkan.",
        "Telp. (031) 503-1234. |Hubungi segera.",
        "Rapat pukul 9. |Jangan terlambat.",
        "Ia lulusan S.Pd. dari Unesa. |Kini ia guru.",
        "Bunganya dua persen. |5 orang mendaftar. |Lihat gbr. 5 di atas.",
        "Ia lahir di Solo. |17 tahun kemudian ia pergi ke Jl. Melati no. 5 itu.",
        "Kunjungi www.pertuni.or.id atau tulis ke a.budi@contoh.id hari ini. |Terima kasih."
      })
  void indonesian(String specimen) {
    assertThat(split("id", specimen))
        .isEqualTo(specimen.replace(".12 K", ".12 |K").replace("] S", "] |S"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith met Dr. Jones. |They talked.",
        "See No. 5 on p. 12. |He said no. |Then he left.",
        "She lives at St. James Ave. in town. |It is quiet.",
        "We sell books, pens, etc. |Come in. |We sell pens, etc. in here.",
        "The U.S. Army came. |He left the U.S. |The war ended.",
        "J. R. R. Tolkien and W. S. Gilbert wrote. |So do I. |Nobody reads.",
        "It costs $3.50 at 9.30 a.m. on Monday. |Pay now.",
        "“Curiouser and curiouser!” cried Alice. |She was surprised.",
        "“Oh!” she said, “how late!” and ran. |Off she went.",
        "He was born on 5 Jan. 1900. |He died in Dec. |It snowed.",
        "E.g. this one, i.e. That one. |Done.",
        "Henry Ford vs. Thomas Edison. |Who won?",
        "He met Lt. Col. North and Gen. Lee. |They left.",
        "See Matt. 5:3 and Gen. 1:1. |Read on.",
        "It opened at 9 a.m. |We went in.",
        "She moved to Washington, D.C. |It rained.",
        "Dr. Smith, Ph.D., spoke. |We listened.",
        "\"Where?\" he asked. |\"There!\"",
        "Wait... what? |Nothing.",
        "Version 2.0 costs $3.50. |Buy it.",
        "Visit example.org. |It is free.",
        "(See p. 5.) |Then go on.",
        "1. Open the door. |2. Close it.",
        "He left. |17 years later he came back to see fig. 5 again."
      })
  void english(String specimen) {
    assertThat(split("en", specimen)).isEqualTo(specimen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"我来了。|你呢？|好。", "ذهب الولد إلى المدرسة. |ثم عاد."})
  void otherLanguagesByUnicode(String specimen) {
    assertThat(split("und", specimen)).isEqualTo(specimen);
  }

  @Test
  void longSentencesAreCutAtASemicolonElseACommaElseASpace() {
    String clause = "kata ".repeat(50).strip();
    assertThat(split("id", clause + "; " + clause + ", " + clause + "."))
        .isEqualTo(clause + "; |" + clause + ", |" + clause + ".");
    assertThat(SentenceSplitter.forLanguage("id").ends("kata ".repeat(200)))
        .containsExactly(400, 800, 1000);
  }

  @Test
  void aWordIsNeverCut() {
    String word = "a".repeat(1000);
    assertThat(SentenceSplitter.forLanguage("id").ends("Ini " + word + " itu."))
        .containsExactly(1005, 1009);
  }

  @Test
  void nothingHasNoSentence() {
    assertThat(SentenceSplitter.forLanguage("id").ends("")).isEmpty();
    assertThat(SentenceSplitter.forLanguage("id").ends("  ")).containsExactly(2);
  }

  @Test
  void aMegabyteOfFullStopsIsQuick() {
    assertThat(SentenceSplitter.forLanguage("id").ends("a.".repeat(500_000))).isNotEmpty();
    assertThat(SentenceSplitter.forLanguage("id").ends("A. ".repeat(300_000))).isNotEmpty();
  }

  private static String split(String language, String specimen) {
    String paragraph = specimen.replace("|", "");
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (int end : SentenceSplitter.forLanguage(language).ends(paragraph)) {
      sentences.add(paragraph.substring(start, end));
      start = end;
    }
    return String.join("|", sentences);
  }
}
