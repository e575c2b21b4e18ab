package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.production.Recipes;
import org.titiktutur.production.Tongue;

class UsageTest {

  @TempDir Path folder;
  private Path book;

  @BeforeEach
  void writeABook() throws IOException {
    book = Files.writeString(folder.resolve("buku.txt"), "Selamat pagi.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"convert", "say", "braille", "voices", "tables", "embossers", "emboss", "doctor"})
  void everyCommandHasHelpInBothTongues(String command) {
    Ran indonesian = Ran.titik(Tongue.INDONESIAN, command, "--help");
    Ran english = Ran.titik(Tongue.ENGLISH, command, "--help");
    assertThat(indonesian.exit()).isZero();
    assertThat(indonesian.out()).contains("Cara pakai: titik " + command, "Tampilkan petunjuk");
    assertThat(english.out()).contains("Usage: titik " + command, "Show this help");
  }

  @Test
  void theProgramAloneShowsWhatItCanDo() {
    Ran ran = Ran.titik(Tongue.INDONESIAN);
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("convert", "Menjadikan satu buku audio");
    assertThat(Ran.titik("--help").out()).contains("Makes audio, braille or text of one book");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--to mp4                  | “mp4” is not a format. There are: FORMATS.",
        "--to txt --lang ?!        | “?!” is not a language tag. Examples: id, en, jv, ar.",
        "--to brf --braille-passages all | “all” is no choice for passages. Choose book or own.",
        "--to mp3 --quality loud   | “loud” is not a quality. Choose hemat, biasa or arsip.",
        "--to brf --page 32        | “32” is no paper and no page size. There are: PAPERS; or COLUMNSxROWS, 10 to 100 columns by 4 to 100 rows.",
        "--to brf --page 500x25    | “500x25” is no paper and no page size. There are: PAPERS; or COLUMNSxROWS, 10 to 100 columns by 4 to 100 rows.",
        "--to brf --sheets 7       | A volume cannot have 7 sheets at most: choose 10 to 500, or 0 for one volume.",
        "--to brf --numbering all  | “all” is no way of numbering. Choose continuous or volume.",
        "--to brf --tables wide    | “wide” is no choice for tables. Choose columns or linear.",
        "--to mp3 --speed 9        | “9” is not a speed: 80 to 450 words a minute.",
        "--to mp3 --speed fast     | This value does not fit: --speed fast. See ./titik convert --help.",
        "--to mp3 --loud           | Unknown: --loud. See ./titik convert --help.",
        "--quiet                   | Missing: --to. See ./titik convert --help."
      })
  void wrongUsageIsSaidInOneLine(String options, String sentence) {
    Object[] args = ("convert " + book + " " + options).split(" ");
    Ran ran = Ran.titik(args);
    assertThat(ran.err().strip())
        .isEqualTo(
            sentence
                .replace("FORMATS", Recipes.codes())
                .replace("PAPERS", BookStyle.Profile.list()));
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void formatsToComeSaySo() {
    Ran ran = Ran.titik(Tongue.INDONESIAN, "convert", book, "--to", "ebraille", "--out", folder);
    assertThat(ran.err().strip())
        .isEqualTo("Format ebraille belum ada dalam versi ini. Yang ada: " + Recipes.codes() + ".");
    assertThat(ran.exit()).isEqualTo(Exit.NOT_HERE);
  }

  @ParameterizedTest
  @CsvSource({
    "mp3,--voice,espeak:tlh-nowhere,There is no voice espeak:tlh-nowhere. See ./titik voices.",
    "mp3,--voice,kevin16,There is no voice kevin16. See ./titik voices.",
    "mp3,--voice,piper:siti,There is no voice piper:siti. See ./titik voices.",
    "brf,--braille,id-g9,There is no braille table id-g9. See ./titik tables.",
    "pef,--braille,../../etc/passwd,There is no braille table ../../etc/passwd. See ./titik tables."
  })
  void whatIsAskedForByNameAndIsNotHereEndsWith4(
      String format, String option, String name, String sentence) throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Ran ran = Ran.titik("convert", book, "--to", format, option, name, "--out", out, "--quiet");
    assertThat(ran.err().strip())
        .isEqualTo(
            sentence
                .replace("FORMATS", Recipes.codes())
                .replace("PAPERS", BookStyle.Profile.list()));
    assertThat(ran.exit()).isEqualTo(Exit.NOT_HERE);
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void aResultThatWouldBeTheBookItselfIsRefused() throws IOException {
    Ran ran = Ran.titik("convert", book, "--to", "txt", "--out", folder);
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("would overwrite the book itself");
    assertThat(book).hasContent("Selamat pagi.");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidBeforeTheWork() {
    Ran ran = Ran.titik("convert", book, "--to", "txt", "--out", book.resolve("out"));
    assertThat(ran.exit()).isEqualTo(Exit.USAGE);
    assertThat(ran.err()).contains("cannot be made or written to");
  }

  @Test
  void theDoctorNamesLanguagesAsPeopleDo() {
    Ran ran = Ran.titik(Tongue.INDONESIAN, "doctor");
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out())
        .contains("  id Indonesia: espeak:id, id-g1", "  en Inggris: freetts:kevin16, en-ueb-g2")
        .contains("Semua yang diperlukan ada.")
        .doesNotContain("tidak ada, tidak ada");
  }

  @Test
  void tablesAndVoicesAreListedWithTagsOfLanguages() throws IOException {
    for (String list : new String[] {"tables", "voices"}) {
      JsonNode rows = new ObjectMapper().readTree(Ran.titik(list, "--json").out());
      assertThat(rows).isNotEmpty();
      for (JsonNode row : rows) {
        assertThat(row.get("id").asText()).isNotBlank();
        assertThat(row.get("name").asText()).isNotBlank();
        assertThat(row.get("language").asText()).matches("([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say - --script",
        "say - --ipa",
        "say - --ipa --lang en",
        "braille -",
        "braille - --back",
        "braille - --table en-ueb-g2"
      })
  void standardInputGivesALineForEachLine(String command) throws IOException {
    byte[] lines =
        ("Saya pakai pulau itu.\r\n\r\nsatu\0dua\n\nX\n" + "a".repeat(20_000) + "\nakhir")
            .getBytes(StandardCharsets.ISO_8859_1);
    // a lone surrogate, as no encoder writes it
    byte[] lone = "\u00ED\u00A0\u0080".getBytes(StandardCharsets.ISO_8859_1);
    int at = new String(lines, StandardCharsets.ISO_8859_1).indexOf('X');
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    in.write(lines, 0, at);
    in.write(lone);
    in.write(lines, at + 1, lines.length - at - 1);
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(in.toByteArray()));
    try {
      Ran ran = Ran.titik((Object[]) command.split(" "));
      assertThat(ran.exit()).as(ran.err()).isZero();
      List<String> said = ran.out().lines().toList();
      assertThat(said).hasSize(7);
      assertThat(said.get(0)).isNotBlank();
      assertThat(said.get(1)).isEmpty();
      assertThat(said.get(3)).isEmpty();
      assertThat(said.get(5)).isNotBlank();
      assertThat(said.get(6)).isNotBlank();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void everyVowelSpokenHasItsSign() {
    assertThat(Ran.titik("say", "pakai pulau amboi survei saudara", "--ipa", "--lang", "id").out())
        .isEqualTo("pˈakai pˈulau ambˈoi sˈurvei sˌaudˈara\n");
  }
}
