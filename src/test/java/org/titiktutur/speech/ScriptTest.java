package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/**
 * Blocks, and the lines in which they are read: what sounds in one clip, our own words in brackets,
 * and the pause after it in milliseconds.
 */
class ScriptTest {

  private static final Language ID = Book.language("id");
  private int numbered;

  @Test
  void headingsParagraphsAndScenesHaveTheirPauses() {
    assertThat(
            script(
                new Block.Heading(1, ID, text("Bab satu")),
                new Block.Paragraph(ID, text("Pagi.", "Siang.")),
                new Block.SceneBreak(),
                new Block.Lines(ID, text("larik satu", "larik dua")),
                new Block.Heading(2, ID, text("Sore")),
                paragraph("Malam.")))
        .containsExactly(
            "Bab satu 1500",
            "Pagi. 300",
            "Siang. 1800",
            "larik satu 400",
            "larik dua 1200",
            "Sore 1000",
            "Malam. 2000");
  }

  @Test
  void aPartWithoutAHeadingSaysWhichItIsUnlessItIsTheOnlyOne() {
    Part part = new Part(3, "", 1, ID, List.of(paragraph("Pagi.")));
    assertThat(lines(Script.of(part, "id", Announcements.ALL, false)))
        .containsExactly("[Bagian 3.] Pagi. 2000");
    assertThat(lines(Script.of(part, "en", Announcements.ALL, false)))
        .containsExactly("[Part 3.] Pagi. 2000");
    assertThat(lines(Script.of(part, "id", Announcements.ALL, true))).containsExactly("Pagi. 2000");
  }

  @Test
  void aHeadingThatIsANumberIsSaidToBeAChapters() {
    assertThat(script(new Block.Heading(1, ID, text("7")), paragraph("Pagi.")))
        .containsExactly("[Bab] 7 1500", "Pagi. 2000");
  }

  @Test
  void itemsSayWhereTheyStandAndListsInsideHowDeepTheyLie() {
    assertThat(
            script(
                list(
                    true,
                    3,
                    List.of(
                        List.of(paragraph("Buka.")),
                        List.of(
                            paragraph("Tutup."),
                            list(
                                false,
                                1,
                                List.of(
                                    List.of(paragraph("Kunci.")), List.of(paragraph("Gembok."))))),
                        List.of(paragraph("Pergi.")))),
                paragraph("Selesai.")))
        .containsExactly(
            "[Daftar, 3 butir.] [3.] Buka. 550",
            "[4.] Tutup. 550",
            "[Tingkat 2.] [1 dari 2.] Kunci. 550",
            "[2 dari 2.] Gembok. 700",
            "[Tingkat 1.] [5.] Pergi. 700",
            "Selesai. 2000");
  }

  @Test
  void aListOfASingleItemIsNoList() {
    assertThat(script(list(false, 1, List.of(List.of(paragraph("Kunci."))))))
        .containsExactly("Kunci. 2000");
  }

  @Test
  void cellsAreReadRowByRowWithTheHeadersOfTheirColumns() {
    assertThat(
            script(
                new Block.Table(
                    ID,
                    text("Harga."),
                    List.of(
                        row(cell(true, "Bahan"), cell(true, "Rupiah:"), cell(true, "Berat")),
                        row(cell(true, "Beras"), cell(false, "mahal"), cell(false, "5")),
                        row(cell(true, "Garam"), cell(false), cell(false, "1")))),
                paragraph("Selesai.")))
        .containsExactly(
            "[Tabel, 3 kolom, 3 baris.] Harga. 700",
            "Bahan 400",
            "Rupiah: 400",
            "Berat 600",
            "Beras 400",
            "[Rupiah:] mahal 400",
            "[Berat:] 5 600",
            "Garam 400",
            "[Berat:] 1 [Akhir tabel.] 900",
            "Selesai. 2000");
  }

  @Test
  void cellsThatReachIntoOtherRowsAndColumnsKeepTheirHeaders() {
    assertThat(
            script(
                new Block.Table(
                    ID,
                    List.of(),
                    List.of(
                        row(cell(true, "Pulau"), new Block.Cell(true, 2, 1, text1("Tahun"))),
                        row(cell(true), cell(true, "2023"), cell(true, "2024")),
                        row(
                            new Block.Cell(true, 1, 2, text1("Jawa")),
                            cell(false, "10"),
                            cell(false, "11")),
                        row(cell(false, "20"), cell(false, "21"))))))
        .containsExactly(
            "[Tabel, 3 kolom, 4 baris.] Pulau 400",
            "Tahun 600",
            "2023 400",
            "2024 600",
            "Jawa 400",
            "[Tahun, 2023:] 10 400",
            "[Tahun, 2024:] 11 600",
            "[Jawa.] [Tahun, 2023:] 20 400",
            "[Tahun, 2024:] 21 [Akhir tabel.] 2000");
  }

  @Test
  void aLongTableSaysItsHeadersInEveryFifthRowAfterTheFirstFive() {
    Stream<Block.Row> body =
        IntStream.rangeClosed(1, 11).mapToObj(i -> row(cell(false, "a" + i), cell(false, "b" + i)));
    List<String> lines =
        script(
            new Block.Table(
                ID,
                List.of(),
                Stream.concat(Stream.of(row(cell(true, "A"), cell(true, "B"))), body).toList()));
    assertThat(lines)
        .contains("[A:] a5 400", "a6 400", "b9 600", "[Baris 10.] [A:] a10 400", "a11 400");
    assertThat(lines.stream().filter(line -> line.contains("[A:]"))).hasSize(6);
  }

  @Test
  void anEmptyCellWithoutAHeaderSaysThatItIsEmpty() {
    assertThat(
            script(
                new Block.Table(
                    ID,
                    List.of(),
                    List.of(
                        row(cell(false, "satu"), cell(false), cell(false, "tiga")),
                        row(cell(false, "empat"), cell(false))))))
        .containsExactly(
            "[Tabel, 3 kolom, 2 baris.] satu 400",
            "[Kosong.] tiga 600",
            "empat [Kosong.] [Akhir tabel.] 2000");
  }

  @Test
  void aTableThatIsAFrameAndAnEmptyOneAreNotAnnounced() {
    assertThat(
            script(
                new Block.Table(ID, List.of(), List.of(row(cell(false, "Hanya ini.")))),
                new Block.Table(ID, List.of(), List.of(row(cell(false), cell(false)))),
                paragraph("Selesai.")))
        .containsExactly("Hanya ini. 900", "Selesai. 2000");
  }

  @Test
  void aNoteEndsWhereTextGoesOn() {
    Block note = new Block.Note("n1", "3", List.of(paragraph("Lihat kamus.")));
    assertThat(script(note, note, paragraph("Lanjut."), note))
        .containsExactly(
            "[Catatan 3.] Lihat kamus. 700",
            "[Catatan 3.] Lihat kamus. [Akhir catatan.] 700",
            "Lanjut. 700",
            "[Catatan 3.] Lihat kamus. 2000");
  }

  @Test
  void onlyLongQuotationsAreAnnounced() {
    String longer = "Laut tidak pernah bertanya siapa yang datang. ".repeat(5).strip();
    assertThat(
            script(
                new Block.Quotation(List.of(paragraph("Laut."))),
                new Block.Quotation(List.of(paragraph("Kata."), paragraph(longer))),
                paragraph("Selesai.")))
        .containsExactly(
            "Laut. 900", "[Kutipan.] Kata. 700", longer + " [Akhir kutipan.] 900", "Selesai. 2000");
  }

  @Test
  void aPictureWithoutADescriptionHasAClipOfItsOwn() {
    Part part =
        new Part(
            1,
            "",
            1,
            ID,
            List.of(
                new Block.Image(ID, "a.png", text("Seekor kucing."), text("Gambar satu")),
                new Block.Image(ID, "b.png", List.of(), text("Gambar dua"))));
    List<Script.Line> lines = Script.of(part, "id", Announcements.ALL, true);
    assertThat(lines(lines))
        .containsExactly(
            "[Gambar.] Seekor kucing. 700",
            "[Keterangan gambar.] Gambar satu 700",
            "[Gambar tanpa deskripsi.] 700",
            "[Keterangan gambar.] Gambar dua 2000");
    assertThat(lines.get(2).id()).isEqualTo(Clip.image(1));
  }

  @Test
  void pageNumbersHaveClipsOfTheirOwnAndNothingElseIsSaidInThem() {
    Sentence broken =
        new Sentence("s", "Laut.", List.of(new Mark.PageStart(0, "8"), new Mark.PageStart(3, "9")));
    Part part =
        new Part(
            1,
            "",
            1,
            ID,
            List.of(
                new Block.PageStart("7"),
                new Block.Note("n", "1", List.of(new Block.Paragraph(ID, List.of(broken)))),
                paragraph("Lanjut.")));
    List<Script.Line> lines = Script.of(part, "id", Announcements.ALL, true);
    assertThat(lines(lines))
        .containsExactly(
            "[Halaman 7.] 300",
            "[Halaman 8.] 300",
            "[Catatan 1.] Laut. [Akhir catatan.] 700",
            "[Halaman 9.] 700",
            "Lanjut. 2000");
    assertThat(lines.stream().map(Script.Line::id))
        .containsExactly(Clip.page(1), Clip.page(2), "s", Clip.page(3), "s" + numbered);
    assertThat(lines(Script.of(part, "id", Announcements.ALL.withPages(false), true)))
        .noneMatch(line -> line.contains("Halaman"));
  }

  @Test
  void withoutAnnouncementsOnlyNumbersAndLabelsThatThePrintHasAreSaid() {
    Part part =
        new Part(
            2,
            "",
            1,
            ID,
            List.of(
                list(true, 1, List.of(List.of(paragraph("Buka.")), List.of(paragraph("Tutup.")))),
                new Block.Table(
                    ID,
                    List.of(),
                    List.of(
                        row(cell(true, "A"), cell(true, "B")), row(cell(false, "c"), cell(false)))),
                new Block.Image(ID, "a.png", List.of(), List.of()),
                new Block.Note("n", "*", List.of(paragraph("Catat.")))));
    assertThat(lines(Script.of(part, "id", new Announcements(false, false), false)))
        .containsExactly(
            "[1.] Buka. 550",
            "[2.] Tutup. 700",
            "A 400",
            "B 600",
            "c 900",
            "[Catatan *.] Catat. 2000");
  }

  @Test
  void theSignOfANoteIsNotSaid() {
    Sentence sentence =
        new Sentence("s", "Begitu3 katanya.", List.of(new Mark.NoteReference(6, 7, "n3")));
    assertThat(utterance(sentence)).isEqualTo("[Begitu katanya.|id]");
  }

  @Test
  void passagesKeepTheirLanguage() {
    Sentence sentence =
        new Sentence(
            "s",
            "Kata good morning itu.",
            List.of(new Mark.Emphasis(5, 17, false), new Mark.Passage(5, 17, Book.language("en"))));
    assertThat(utterance(sentence)).isEqualTo("[Kata |id][good morning|en][ itu.|id]");
  }

  @Test
  void lettersOfOtherScriptsHaveTheirOwnVoice() {
    assertThat(utterance(new Sentence("s", "Ini السلام عليكم dan мир.", List.of())))
        .isEqualTo("[Ini |id][السلام عليكم |ar][dan |id][мир.|ru]");
    assertThat(utterance(new Sentence("s", "Kata λόγος, dan π = 3,14; πr².", List.of())))
        .isEqualTo(
            "[Kata |id][λόγος, |el][dan pi sama dengan tiga koma satu empat; pi er kuadrat.|id]");
  }

  private static String utterance(Sentence sentence) {
    Utterance utterance = new Utterance.Writer(Pronunciations.of(List.of())).of(sentence, "id");
    StringBuilder text = new StringBuilder();
    utterance
        .passages()
        .forEach(
            passage ->
                text.append('[')
                    .append(passage.said())
                    .append('|')
                    .append(passage.language())
                    .append(']'));
    return text.toString();
  }

  private static List<String> script(Block... blocks) {
    Part part = new Part(1, "", 1, ID, List.of(blocks));
    return lines(Script.of(part, "id", Announcements.ALL, true));
  }

  private static List<String> lines(List<Script.Line> lines) {
    return lines.stream()
        .map(
            line ->
                line.pieces().stream().map(ScriptTest::said).collect(Collectors.joining(" "))
                    + " "
                    + line.pauseMillis())
        .toList();
  }

  private static String said(Script.Piece piece) {
    return piece instanceof Script.Piece.Added added
        ? "[" + added.words() + "]"
        : ((Script.Piece.Read) piece).sentence().text();
  }

  private Block paragraph(String text) {
    return new Block.Paragraph(ID, text(text));
  }

  private static Block list(boolean ordered, int start, List<List<Block>> items) {
    return new Block.Listing(ordered, start, items.stream().map(Block.Item::new).toList());
  }

  private static Block.Row row(Block.Cell... cells) {
    return new Block.Row(List.of(cells));
  }

  private Block.Cell cell(boolean header, String... text) {
    return new Block.Cell(header, 1, 1, Stream.of(text).map(this::paragraph).toList());
  }

  private List<Block> text1(String text) {
    return List.of(paragraph(text));
  }

  private List<Sentence> text(String... sentences) {
    return Stream.of(sentences)
        .map(sentence -> new Sentence("s" + ++numbered, sentence, List.of()))
        .toList();
  }
}
