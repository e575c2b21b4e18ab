package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.SentenceStart;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;

/** A part goes in, its blocks come out in braille. */
class BrailleHandlerTest {

  private static final Language ID = Language.DEFAULT;

  @TempDir Path folder;
  private final List<JsonNode> signs = new ArrayList<>();
  private int sentences;
  private boolean hyphenated;

  private Sentence sentence(String text, Mark... marks) {
    return new Sentence("s" + ++sentences, text, List.of(marks));
  }

  private Block.Paragraph paragraph(String... texts) {
    List<Sentence> all = new ArrayList<>();
    for (String text : texts) {
      all.add(sentence(text));
    }
    return new Block.Paragraph(ID, all);
  }

  private List<BrailleBlock> braille(Block... blocks) throws IOException {
    answer("id-g1", List.of(), blocks);
    return blocks();
  }

  private BrailleHandler.Answer answer(String table, List<Integer> avoid, Block... blocks)
      throws IOException {
    return answer(table, Passages.BOOK, avoid, blocks);
  }

  private BrailleHandler.Answer answer(
      String table, Passages passages, List<Integer> avoid, Block... blocks) throws IOException {
    Path publication = folder.resolve("publication");
    PublicationFolder.Writer writer = new PublicationFolder.Writer(publication);
    writer.add(new Part(1, "", 1, ID, List.of(blocks)));
    writer.finish(new Metadata("Buku", List.of(), ID, "", "", ""), List.of());
    BrailleHandler.Input input =
        new BrailleHandler.Input(
            publication.toString(), 1, ID, table, passages, hyphenated, avoid, true);
    return BrailleHandler.JSON.treeToValue(
        new BrailleHandler(new LazyLiblouis())
            .perform(BrailleHandler.JSON.valueToTree(input), folder, signs::add),
        BrailleHandler.Answer.class);
  }

  private List<BrailleBlock> blocks() throws IOException {
    try (MappingIterator<BrailleBlock> all =
        BrailleHandler.JSON
            .readerFor(BrailleBlock.class)
            .readValues(folder.resolve(BrailleHandler.FILE).toFile())) {
      return all.readAll();
    }
  }

  /** {@code STYLE level/depth print}, the print read back from the braille. */
  private List<String> described(Block... blocks) throws IOException {
    List<String> lines = new ArrayList<>();
    for (BrailleBlock block : braille(blocks)) {
      String cells = BrailleBlock.withoutMarks(block.cells());
      lines.add(
          "%s %d/%d %s"
              .formatted(block.style(), block.level(), block.depth(), Engine.print("id-g1", cells))
              .strip());
    }
    return lines;
  }

  @Test
  void aParagraphIsOneTextWithItsSentencesMarked() throws IOException {
    assertThat(braille(paragraph("Halo.", "Dunia?")))
        .containsExactly(
            new BrailleBlock(
                BrailleBlock.Style.PARAGRAPH,
                0,
                0,
                "⠠⠓⠁⠇⠕⠲⠀⠠⠙⠥⠝⠊⠁⠦",
                List.of(new SentenceStart(0, "s1"), new SentenceStart(7, "s2")),
                List.of()));
  }

  @Test
  void everyKindOfBlockSaysWhatItIs() throws IOException {
    assertThat(
            described(
                new Block.Heading(1, ID, List.of(sentence("Bab satu"))),
                paragraph("Isi."),
                new Block.Lines(ID, List.of(sentence("Aku"), sentence("Ini"))),
                new Block.SceneBreak(),
                new Block.Quotation(List.of(paragraph("Kutipan."))),
                new Block.Note("n1", "3", List.of(paragraph("Lihat."), paragraph("Lagi."))),
                new Block.Image(ID, "a.png", List.of(sentence("Kucing")), List.of()),
                new Block.Image(ID, "b.png", List.of(), List.of(sentence("Anjing"))),
                new Block.Image(ID, "c.png", List.of(), List.of())))
        .containsExactly(
            "HEADING 1/0 Bab satu",
            "PARAGRAPH 0/0 Isi.",
            "SPACE 0/0",
            "LINE 0/0 Aku",
            "LINE 0/0 Ini",
            "SPACE 0/0",
            "SCENE 0/0 * * *",
            "SPACE 0/0",
            "PARAGRAPH 0/1 Kutipan.",
            "SPACE 0/0",
            "SPACE 0/0",
            "ITEM 1/0 Catatan 3: Lihat.",
            "PARAGRAPH 0/1 Lagi.",
            "SPACE 0/0",
            "NOTE 1/0 Gambar: Kucing",
            "PARAGRAPH 0/0 Anjing",
            "NOTE 0/0 (Gambar tanpa deskripsi)");
  }

  @Test
  void listsAreNumberedAndNested() throws IOException {
    assertThat(
            described(
                new Block.Listing(
                    true,
                    9,
                    List.of(
                        new Block.Item(List.of(paragraph("Satu"))),
                        new Block.Item(
                            List.of(
                                paragraph("Dua"),
                                new Block.Listing(
                                    false,
                                    1,
                                    List.of(new Block.Item(List.of(paragraph("Tiga")))))))))))
        .containsExactly(
            "SPACE 0/0", "ITEM 2/0 9. Satu", "ITEM 2/0 10. Dua", "ITEM 2/1 Tiga", "SPACE 0/0");
  }

  private Block.Cell cell(boolean header, int columns, int rows, String text) {
    return new Block.Cell(
        header, columns, rows, text.isEmpty() ? List.of() : List.of(paragraph(text)));
  }

  @Test
  void aTableIsReadRowByRowBehindItsHeadings() throws IOException {
    assertThat(
            described(
                new Block.Table(
                    ID,
                    List.of(sentence("Harga")),
                    List.of(
                        new Block.Row(
                            List.of(
                                cell(true, 1, 1, "Buah"),
                                cell(true, 1, 1, "Berat"),
                                cell(true, 1, 1, "Rupiah"))),
                        new Block.Row(
                            List.of(
                                cell(true, 1, 2, "Apel"),
                                cell(false, 1, 1, "1 kg"),
                                cell(false, 1, 1, "30.000"))),
                        new Block.Row(List.of(cell(false, 2, 1, "habis")))))))
        .containsExactly(
            "SPACE 0/0",
            "CAPTION 0/0 Tabel: Harga",
            "ITEM 2/0 Buah; Berat; Rupiah",
            "ITEM 2/0 Apel",
            "ITEM 2/1 Berat: 1 kg",
            "ITEM 2/1 Rupiah: 30.000",
            "ITEM 2/0 habis",
            "SPACE 0/0");
  }

  @Test
  void aPlainTableIsToldInCellsBeforeItIsToldRowByRow() throws IOException {
    assertThat(
            described(
                new Block.Table(
                    ID,
                    List.of(),
                    List.of(
                        new Block.Row(List.of(cell(true, 1, 1, "Buah"), cell(true, 1, 1, "kg"))),
                        new Block.Row(List.of(cell(true, 1, 1, "Apel"), cell(false, 1, 1, "")))))))
        .containsExactly(
            "SPACE 0/0",
            "TABLE 2/0",
            "CELL 1/0 Buah",
            "CELL 1/0 kg",
            "CELL 1/0 Apel",
            "CELL 0/0",
            "OTHERWISE 0/0",
            "ITEM 2/0 Buah; kg",
            "ITEM 2/0 Apel",
            "ITEM 2/1 kg:",
            "TABLE_END 0/0",
            "SPACE 0/0");
  }

  @Test
  void verseSaysHowFarItsDeepestLineIsIndented() throws IOException {
    assertThat(
            described(
                new Block.Lines(
                    ID, List.of(sentence("Aku"), sentence("    ini"), sentence("  itu")))))
        .containsExactly(
            "SPACE 0/0", "LINE 4/0 Aku", "LINE 4/0     ini", "LINE 4/0   itu", "SPACE 0/0");
  }

  @Test
  void wordsAreDividedBetweenSyllablesWhereAskedFor() throws IOException {
    hyphenated = true;
    assertThat(braille(paragraph("Di pasar, kita bernyanyi.")))
        .extracting(block -> block.cells().replace('\u00AD', '-'))
        .containsExactly("⠠⠙⠊⠀⠏⠁-⠎⠁⠗⠂⠀⠅⠊-⠞⠁⠀⠃⠑⠗-⠝⠽⠁-⠝⠽⠊⠲");
  }

  @Test
  void syllablesDoNotDivideAContractionNorAForeignWord() throws IOException {
    hyphenated = true;
    answer("id-g2", List.of(), paragraph("mengajar"));
    assertThat(blocks().get(0).cells()).contains("\u00AD").doesNotContain("⠍\u00AD⠑");
    answer(
        "id-g1",
        List.of(),
        new Block.Paragraph(ENGLISH, List.of(sentence("memory"), sentence("banana"))));
    assertThat(blocks().get(0).cells()).doesNotContain("\u00AD");
  }

  @Test
  void aLongIndonesianWordIsDividedBetweenSyllables() throws IOException {
    assertThat(braille(paragraph("pertanggungjawaban")))
        .extracting(block -> block.cells().replace('\u00AD', '-'))
        .containsExactly("⠏⠑⠗-⠞⠁⠝⠛-⠛⠥⠝⠛-⠚⠁-⠺⠁⠃⠁⠝");
  }

  @Test
  void pagesOfPrintAreMarkedWhereTheyBegin() throws IOException {
    assertThat(
            braille(
                new Block.PageStart("iv"),
                new Block.Paragraph(
                    ID, List.of(sentence("Satu dua tiga", new Mark.PageStart(9, "12"))))))
        .extracting(BrailleBlock::pages)
        .containsExactly(List.of(new PageStart(0, "⠊⠧")), List.of(new PageStart(10, "⠼⠁⠃")));
  }

  @Test
  void emphasisIsFelt() throws IOException {
    assertThat(
            braille(
                new Block.Paragraph(
                    ID,
                    List.of(
                        sentence(
                            "Ini kata itu",
                            new Mark.Emphasis(4, 8, false),
                            new Mark.Emphasis(4, 8, true))))))
        .extracting(BrailleBlock::cells)
        .containsExactly("⠠⠊⠝⠊⠀⠨⠅⠁⠞⠁⠀⠊⠞⠥");
  }

  @Test
  void linesMayEndAfterHyphensButNotAfterAMinus() throws IOException {
    assertThat(braille(paragraph("kupu-kupu dan/atau -5 — x")))
        .extracting(BrailleBlock::cells)
        .containsExactly("⠅⠥⠏⠥⠤\u200B⠅⠥⠏⠥⠀⠙⠁⠝⠌\u200B⠁⠞⠁⠥⠀⠤⠼⠑⠀⠤⠤⠀⠭");
  }

  @Test
  void longForeignWordsMayBeSplitButNoContractionIs() throws IOException {
    answer("en-ueb-g2", List.of(), paragraph("understandingly"));
    assertThat(blocks()).extracting(BrailleBlock::cells).containsExactly("⠐⠥⠌⠯⠬⠇⠽");
    answer("en-ueb-g2", List.of(), paragraph("antidisestablishmentarianism"));
    assertThat(blocks())
        .extracting(BrailleBlock::cells)
        .containsExactly(
            "⠁⠝\u2027⠞\u2027⠊\u2027⠙\u2027⠊\u2027⠎\u2027⠑\u2027⠌\u2027⠁\u2027⠃\u2027⠇\u2027⠊\u2027⠩"
                + "\u2027⠰⠞\u2027⠜\u2027⠊\u2027⠁\u2027⠝\u2027⠊\u2027⠎⠍");
  }

  @Test
  void theBooksCodeWritesForeignPassagesToo() throws IOException {
    assertThat(
            described(
                new Block.Paragraph(
                    new Language("en", ID.origin()), List.of(sentence("The people")))))
        .containsExactly("PARAGRAPH 0/0 The people");
  }

  @Test
  void whatHasNoBrailleIsFoundWithItsFirstPlace() throws IOException {
    BrailleHandler.Answer answer =
        answer("id-g1", List.of(), paragraph("Satu."), paragraph("漢字 漢"), paragraph("字"));
    assertThat(answer.missing())
        .containsExactly(
            java.util.Map.entry(0x6F22, Place.sentence(1, "s2")),
            java.util.Map.entry(0x5B57, Place.sentence(1, "s2")));
  }

  @Test
  void aBlockToAvoidLeavesAGapAndAFinding() throws IOException {
    BrailleHandler.Answer answer =
        answer("id-g1", List.of(1), paragraph("Satu."), paragraph("Dua."), paragraph("Tiga."));
    assertThat(answer.findings())
        .containsExactly(Finding.of(FindingCode.NOT_BRAILLED, Place.sentence(1, "s2"), "Dua."));
    assertThat(blocks())
        .extracting(BrailleBlock::cells)
        .containsExactly("⠠⠎⠁⠞⠥⠲", "⠨⠣⠄⠄⠄⠨⠜", "⠠⠞⠊⠛⠁⠲");
  }

  @Test
  void aCarefulWorkerGivesASignBeforeEachBlock() throws IOException {
    answer("id-g1", List.of(), paragraph("Satu.", "Dua."), paragraph("Tiga."));
    assertThat(signs)
        .extracting(JsonNode::toString)
        .containsExactly("{\"block\":0,\"sentences\":0}", "{\"block\":1,\"sentences\":2}");
  }

  @Test
  void aTableThatIsNotThereIsAProblemNotAFault() throws IOException {
    assertThat(answer("id-g9", List.of(), paragraph("Satu.")).problem())
        .isEqualTo(new Problem(BrailleUnavailable.Reason.NO_TABLE, "id-g9"));
  }

  private static final Language ENGLISH = new Language("en", Origin.DECLARED);

  private static Sentence mixed(String text, int start, int end, Language language) {
    return new Sentence("s1", text, List.of(new Mark.Passage(start, end, language)));
  }

  private String brailled(String table, Passages passages, Block block) throws IOException {
    answer(table, passages, List.of(), block);
    return BrailleBlock.withoutMarks(blocks().get(0).cells());
  }

  /** Mereka berkata: "come and see it", dan pulang. */
  private static final Block.Paragraph QUOTING =
      new Block.Paragraph(
          ID, List.of(mixed("Mereka berkata: \"se and kan\", dan pulang.", 17, 27, ENGLISH)));

  @Test
  void passagesKeepTheCodeOfTheBookUnlessAskedOtherwise() throws IOException {
    assertThat(brailled("id-g1", Passages.BOOK, QUOTING))
        .isEqualTo("⠠⠍⠑⠗⠑⠅⠁⠀⠃⠑⠗⠅⠁⠞⠁⠒⠀⠦⠎⠑⠀⠁⠝⠙⠀⠅⠁⠝⠴⠂⠀⠙⠁⠝⠀⠏⠥⠇⠁⠝⠛⠲");
    assertThat(brailled("id-g1", Passages.OWN, QUOTING))
        .startsWith("⠠⠍⠑⠗⠑⠅⠁⠀⠃⠑⠗⠅⠁⠞⠁⠒⠀")
        .contains("⠀⠯⠀")
        .endsWith("⠀⠙⠁⠝⠀⠏⠥⠇⠁⠝⠛⠲");
  }

  /** The contracted code leaves foreign words alone, also where they look like words of its own. */
  @Test
  void contractedBrailleSpellsForeignPassages() throws IOException {
    assertThat(brailled("id-g2", Passages.BOOK, QUOTING))
        .isEqualTo("⠠⠍⠀⠖⠅⠁⠞⠁⠒⠀⠦⠎⠑⠀⠁⠝⠙⠀⠅⠁⠝⠴⠂⠀⠜⠀⠏⠥⠇⠁⠻⠲");
    assertThat(
            brailled(
                "id-g2",
                Passages.BOOK,
                new Block.Paragraph(ENGLISH, List.of(mixed("the dan men", 4, 7, ID)))))
        .isEqualTo("⠞⠓⠑⠀⠜⠀⠍⠑⠝");
  }

  @Test
  void arabicLettersInAnIndonesianBookAreReported() throws IOException {
    assertThat(answer("id-g2", List.of(), paragraph("Kata سلام berarti damai.")).missing())
        .containsOnlyKeys((int) 'س', (int) 'ل', (int) 'ا', (int) 'م');
  }
}
