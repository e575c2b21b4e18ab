package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/** Blocks, and the lines in which they are read: announcement, text, pause in milliseconds. */
class ScriptTest {

  private static final Language ID = Book.language("id");
  private int numbered;

  @Test
  void headingsParagraphsAndScenes() {
    assertThat(
            script(
                new Block.Heading(1, ID, text("Bab satu")),
                new Block.Paragraph(ID, text("Pagi.", "Siang.")),
                new Block.SceneBreak(),
                new Block.PageStart("7"),
                new Block.Lines(ID, text("larik satu", "larik dua"))))
        .containsExactly(
            "Bab satu 1000", "Pagi. 300", "Siang. 1800", "larik satu 400", "larik dua 700");
  }

  @Test
  void itemsSayTheirNumbers() {
    assertThat(
            script(
                new Block.Listing(
                    true,
                    3,
                    List.of(
                        new Block.Item(List.of(paragraph("Buka."))),
                        new Block.Item(
                            List.of(
                                paragraph("Tutup."),
                                new Block.Listing(
                                    false,
                                    1,
                                    List.of(new Block.Item(List.of(paragraph("Kunci.")))))))))))
        .containsExactly("3. Buka. 550", "4. Tutup. 550", "Kunci. 700");
  }

  @Test
  void tablesAreReadRowByRow() {
    assertThat(
            script(
                new Block.Table(
                    ID, text("Harga"), List.of(row("Beras", "mahal"), row("Garam", "murah")))))
        .containsExactly("Harga 700", "Beras 400", "mahal 550", "Garam 400", "murah 700");
  }

  @Test
  void notesAndPictures() {
    assertThat(
            script(
                new Block.Note("n1", "3", List.of(paragraph("Lihat kamus."))),
                new Block.Image(ID, "a.png", text("Seekor kucing."), text("Gambar satu"))))
        .containsExactly("Catatan 3. Lihat kamus. 700", "Seekor kucing. 700", "Gambar satu 700");
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
    Utterance utterance =
        new Utterance.Writer(Pronunciations.of(List.of()))
            .of(new Script.Line(sentence, "", "id", 0));
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
    return Script.of(new Part(1, "", 1, ID, List.of(blocks)), "id").stream()
        .map(line -> line.announcement() + line.sentence().text() + " " + line.pauseMillis())
        .toList();
  }

  private Block paragraph(String text) {
    return new Block.Paragraph(ID, text(text));
  }

  private Block.Row row(String... cells) {
    return new Block.Row(
        Stream.of(cells)
            .map(cell -> new Block.Cell(false, 1, 1, List.of(paragraph(cell))))
            .toList());
  }

  private List<Sentence> text(String... sentences) {
    return Stream.of(sentences)
        .map(sentence -> new Sentence("s" + ++numbered, sentence, List.of()))
        .toList();
  }
}
