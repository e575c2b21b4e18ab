package org.titiktutur.formats.daisy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.titiktutur.formats.NotePlaces;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Origin;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;
import org.titiktutur.speech.Clip;
import org.titiktutur.speech.Codec;
import org.titiktutur.speech.SpokenPart;

/**
 * A book of four parts with everything that a book can have, and a sound for each sentence that
 * nobody needs to hear: a second of speech, then half a second of silence.
 */
final class Specimen {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static final Language ID = new Language("id", Origin.DECLARED);
  private static final Language EN = new Language("en", Origin.DECLARED);
  private static final Language AR = new Language("ar", Origin.DECLARED);
  private static final int SECOND = 22_050;

  static final Metadata METADATA =
      new Metadata(
          "Laut & “Kita”",
          List.of("Ayu Lestari", "Budi"),
          ID,
          "urn:isbn:9786020000000",
          "Penerbit <Ombak>",
          "2019-04-18T00:00:00Z");

  private int sentences;

  static List<Part> parts() {
    return new Specimen().all();
  }

  static Publication publication(Metadata metadata, List<Part> parts) {
    return new Publication(
        1,
        metadata,
        parts.stream()
            .map(
                part ->
                    new Publication.Entry(
                        part.number(),
                        part.title(),
                        part.level(),
                        (int) part.sentences().count(),
                        100))
            .toList(),
        List.of());
  }

  private List<Part> all() {
    return List.of(
        new Part(
            1,
            "Bab Satu",
            1,
            ID,
            List.of(
                new Block.PageStart("ii"),
                new Block.Heading(1, ID, List.of(s("Bab Satu."), s("Laut <&> langit"))),
                new Block.Paragraph(
                    ID,
                    List.of(
                        s(
                            "Ia berkata the sea1 lalu2 pergi3.",
                            new Mark.Emphasis(0, 15, true),
                            new Mark.Passage(11, 18, EN),
                            new Mark.NoteReference(18, 19, "n1"),
                            new Mark.NoteReference(24, 25, "n2"),
                            new Mark.NoteReference(31, 32, "n9")),
                        s("Lagi1.", new Mark.NoteReference(4, 5, "n1")))),
                new Block.Note(
                    "n1",
                    "1",
                    List.of(
                        p(s("Catatan pertama.")),
                        new Block.PageStart("iii"),
                        new Block.Listing(
                            false,
                            1,
                            List.of(new Block.Item(List.of(p(s("Di dalam catatan.")))))))),
                new Block.SceneBreak(),
                new Block.Paragraph(AR, List.of(s("كتاب مفتوح."))),
                // Skips two levels.
                new Block.Heading(4, ID, List.of(s("Anak judul"))),
                new Block.Paragraph(
                    ID, List.of(s("Halaman baru di tengah.", new Mark.PageStart(8, "1")))),
                new Block.Listing(
                    true,
                    3,
                    List.of(
                        new Block.Item(List.of(p(s("Apel")))),
                        new Block.Item(
                            List.of(
                                p(s("Jeruk")),
                                new Block.PageStart("2"),
                                new Block.Listing(
                                    false, 1, List.of(new Block.Item(List.of(p(s("Manis")))))))))),
                new Block.Table(
                    ID,
                    List.of(s("Harga buah")),
                    List.of(
                        new Block.Row(List.of(cell(true, s("Buah")), cell(true, s("Rp")))),
                        new Block.Row(
                            List.of(
                                cell(true, s("Apel")),
                                new Block.Cell(
                                    false,
                                    1,
                                    1,
                                    List.of(new Block.PageStart("3"), p(s("5.000")))))))),
                new Block.Image(ID, "laut.png", List.of(s("Laut biru.")), List.of(s("Gambar 1."))),
                new Block.Image(ID, "x.png", List.of(), List.of()),
                new Block.Listing(false, 1, List.of()))),
        // Nothing but a heading, and a page number that comes again.
        new Part(
            2, "Judul saja", 1, ID, List.of(new Block.Heading(2, ID, List.of(s("Judul saja"))))),
        new Part(
            3,
            "",
            1,
            EN,
            List.of(
                new Block.PageStart("3"),
                new Block.PageStart("A-1"),
                new Block.Quotation(
                    List.of(
                        new Block.Heading(3, EN, List.of(s("In a quotation"))),
                        new Block.Lines(EN, List.of(s("A line,"), s("and another."))))))),
        new Part(
            4,
            "Catatan",
            1,
            ID,
            List.of(
                new Block.Heading(1, ID, List.of(s("Catatan"))),
                new Block.Note("n2", "", List.of(p(s("Catatan akhir."), s("…")))),
                new Block.Note("n2", "2", List.of(p(s("Dua kali namanya.")))))));
  }

  private Sentence s(String text, Mark... marks) {
    return new Sentence("s" + ++sentences, text, List.of(marks));
  }

  private static Block p(Sentence... text) {
    return new Block.Paragraph(ID, List.of(text));
  }

  private static Block.Cell cell(boolean header, Sentence text) {
    return new Block.Cell(header, 1, 1, List.of(p(text)));
  }

  /** Speaks a part; a sentence without a letter or digit has no clip. */
  static SpokenPart speak(Part part, Path folder) throws IOException {
    return speak(
        part,
        folder,
        part.sentences()
            .filter(sentence -> sentence.text().codePoints().anyMatch(Character::isLetterOrDigit))
            .map(Sentence::id)
            .toList());
  }

  private static SpokenPart speak(Part part, Path folder, List<String> heard) throws IOException {
    Path made = Files.createTempDirectory(folder, "part");
    Files.writeString(made.resolve(Codec.MP3.file()), "sound " + part.number());
    List<String> clips = new ArrayList<>();
    int at = SECOND / 5;
    for (String id : heard) {
      clips.add("{\"sentence\":\"%s\",\"begin\":%d,\"end\":%d}".formatted(id, at, at + SECOND));
      at += SECOND * 3 / 2;
    }
    Files.write(
        made.resolve("clips.json"),
        clips.stream().collect(Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8));
    return new SpokenPart(part.number(), made, (double) at / SECOND, List.of(), "");
  }

  private static NotePlaces notes(List<Part> parts, Path folder) throws IOException {
    Path text = Files.createTempDirectory(folder, "text");
    PublicationFolder.Writer writer = new PublicationFolder.Writer(text);
    for (Part part : parts) {
      writer.add(part);
    }
    return NotePlaces.of(writer.finish(METADATA, List.of()), new PublicationFolder(text));
  }

  /**
   * A part in which there is something to be heard that is no sentence: two page numbers, one of
   * them in the middle of a sentence, a table, and a picture without a description.
   */
  static Part withMoreThanSentences() {
    return new Part(
        1,
        "Bab",
        1,
        ID,
        List.of(
            new Block.PageStart("1"),
            new Block.Heading(1, ID, List.of(new Sentence("s1", "Bab", List.of()))),
            p(new Sentence("s2", "Dua halaman.", List.of(new Mark.PageStart(4, "2")))),
            new Block.Table(
                ID,
                List.of(),
                List.of(
                    new Block.Row(
                        List.of(
                            cell(true, new Sentence("s3", "Buah", List.of())),
                            cell(true, new Sentence("s4", "Rp", List.of())))))),
            new Block.Image(ID, "x.png", List.of(), List.of())));
  }

  private static boolean isWithMore(Part part) {
    return part.title().equals("Bab");
  }

  /** It, spoken in the order in which it is read. */
  private static SpokenPart speakAll(Part part, Path folder) throws IOException {
    return speak(
        part, folder, List.of(Clip.page(1), "s1", "s2", Clip.page(2), "s3", "s4", Clip.image(1)));
  }

  static TalkingBook daisy202(Metadata metadata, List<Part> parts, Path folder) throws IOException {
    Path file = folder.resolve("buku-daisy202.zip");
    try (Daisy202Book book =
        new Daisy202Book(
            file, publication(metadata, parts), notes(parts, folder), DAY, "espeak:id")) {
      for (Part part : parts) {
        book.part(part, isWithMore(part) ? speakAll(part, folder) : speak(part, folder));
      }
      book.finish();
    }
    return new TalkingBook(file);
  }

  static TalkingBook daisy3(Metadata metadata, List<Part> parts, Path folder) throws IOException {
    Path file = folder.resolve("buku-daisy3.zip");
    Path draft = folder.resolve("draft.xml");
    try (Daisy3Book book =
        new Daisy3Book(
            file, draft, publication(metadata, parts), notes(parts, folder), DAY, "espeak:id")) {
      for (Part part : parts) {
        book.part(part, isWithMore(part) ? speakAll(part, folder) : speak(part, folder));
      }
      book.finish();
    }
    return new TalkingBook(file);
  }
}
