package org.titiktutur.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.VeraPdf;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;

class LargePrintTest {

  private static final Language ID = new Language("id", Origin.DECLARED);
  private static final Language AR = new Language("ar", Origin.DECLARED);

  @TempDir Path folder;
  private PublicationFolder.Writer text;
  private int sentences;

  @BeforeEach
  void begin() throws Exception {
    text = new PublicationFolder.Writer(folder.resolve("text"));
  }

  @ParameterizedTest
  @ValueSource(ints = {18, 24, 32})
  void everySentenceIsOnPaperAndTheFileIsValid(int points) throws Exception {
    part(
        "Bab 1",
        paragraph("Selamat pagi, “kawan” — 3 ½ kg é."),
        new Block.Lines(ID, List.of(sentence("Baris satu,"), sentence("baris dua."))),
        new Block.Listing(
            true,
            3,
            List.of(
                new Block.Item(List.of(paragraph("butir"))),
                new Block.Item(
                    List.of(
                        paragraph("luar"),
                        new Block.Listing(
                            false, 1, List.of(new Block.Item(List.of(paragraph("dalam"))))))))),
        new Block.Quotation(List.of(paragraph("Kata orang."))),
        new Block.PageStart("12"),
        new Block.Paragraph(
            ID,
            List.of(
                new Sentence("n1", "Lihat.1", List.of(new Mark.NoteReference(6, 7, "catatan"))))),
        new Block.Note("catatan", "1", List.of(paragraph("Isi catatan."))),
        new Block.Image(ID, "a.png", List.of(sentence("Seekor kucing.")), List.of()),
        new Block.SceneBreak());
    part("Bab 2", paragraph("Tamat."));

    Path pdf = set(points);
    assertThat(VeraPdf.violations(pdf)).isEmpty();
    assertThat(words(pdf))
        .contains(
            "Dapur",
            "Daftar isi",
            "Bab 1",
            "Selamat pagi, “kawan” — 3 ½ kg é.",
            "Baris satu,",
            "butir",
            "dalam",
            "Kata orang.",
            "12",
            "Lihat.",
            "Catatan 1",
            "Isi catatan.",
            "Gambar: Seekor kucing.",
            "Tamat.");
  }

  @Test
  void arabicRunsFromTheRightWithItsLettersJoined() throws Exception {
    part("Bab 1", new Block.Paragraph(AR, List.of(sentence("السلام عليكم"))));
    Path pdf = set(18);
    assertThat(VeraPdf.violations(pdf)).isEmpty();
    assertThat(words(pdf)).contains("السلام عليكم");
  }

  @Test
  void aCharacterThatTheTypeLacksIsNamedAndTheRestIsSet() throws Exception {
    part("Bab 1", paragraph("Kata 漢字 itu."));
    assertThat(answer(18).missing())
        .isEqualTo(Map.of(0x6F22, Place.sentence(1, "s1"), 0x5B57, Place.sentence(1, "s1")));
    assertThat(words(folder.resolve(LargePrintHandler.FILE))).contains("itu.");
  }

  @Test
  void aTableIsToldRowByRowWhereThePageIsTooNarrow() throws Exception {
    part(
        "Bab 1",
        new Block.Table(
            ID,
            List.of(sentence("Jadwal")),
            List.of(
                row(true, "Pelabuhan", "Keberangkatan", "Kedatangan"),
                row(false, "Ketapang", "07.30", "08.15"))));
    assertThat(words(set(18))).contains("Ketapang 07.30 08.15");
    assertThat(words(set(32)))
        .contains("Jadwal", "Pelabuhan: Ketapang", "Keberangkatan: 07.30", "Kedatangan: 08.15");
  }

  @Test
  void aLongBookIsSharedOutByWholeParts() {
    List<Publication.Entry> parts =
        IntStream.rangeClosed(1, 7)
            .mapToObj(number -> new Publication.Entry(number, "", 1, 2000, 190_000))
            .toList();
    assertThat(LargePrint.volumes(new Publication(1, metadata(), parts, List.of())))
        .extracting(volume -> volume.stream().map(Publication.Entry::number).toList())
        .containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
  }

  private Path set(int points) throws Exception {
    answer(points);
    return folder.resolve(LargePrintHandler.FILE);
  }

  private LargePrintHandler.Answer answer(int points) throws Exception {
    Publication book = text.finish(metadata(), List.of());
    return LargePrint.JSON.treeToValue(
        new LargePrintHandler()
            .perform(
                LargePrint.JSON.valueToTree(
                    new LargePrintHandler.Input(folder.resolve("text").toString(), book, points)),
                folder,
                sign -> {}),
        LargePrintHandler.Answer.class);
  }

  private static String words(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static Metadata metadata() {
    return new Metadata("Dapur", List.of("Titik Tutur"), ID, "", "", "");
  }

  private void part(String title, Block... blocks) throws Exception {
    List<Block> all = new ArrayList<>();
    all.add(new Block.Heading(1, ID, List.of(sentence(title))));
    all.addAll(List.of(blocks));
    text.add(new Part(text.parts() + 1, title, 1, ID, all));
  }

  private Block paragraph(String words) {
    return new Block.Paragraph(ID, List.of(sentence(words)));
  }

  private Block.Row row(boolean header, String... cells) {
    return new Block.Row(
        List.of(cells).stream()
            .map(cell -> new Block.Cell(header, 1, 1, List.of(paragraph(cell))))
            .toList());
  }

  private Sentence sentence(String words) {
    return new Sentence("s" + ++sentences, words, List.of());
  }
}
