package org.titiktutur.formats.daisy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.formats.daisy.TalkingBook.all;
import static org.titiktutur.formats.daisy.TalkingBook.children;
import static org.titiktutur.formats.daisy.TalkingBook.ids;
import static org.titiktutur.formats.daisy.TalkingBook.meta;
import static org.titiktutur.formats.daisy.TalkingBook.metas;
import static org.titiktutur.formats.daisy.TalkingBook.millis;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.publication.Metadata;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every rule of the DAISY 2.02 specification that a book of ours can break. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Daisy202BookTest {

  private Path folder;
  private TalkingBook book;
  private Document ncc;

  @BeforeAll
  void make(@TempDir Path temporary) throws Exception {
    folder = temporary;
    book = Specimen.daisy202(Specimen.METADATA, Specimen.parts(), folder);
    ncc = book.document("ncc.html");
  }

  private List<String> sections() {
    return book.named(".smil").stream().filter(name -> !name.equals("master.smil")).toList();
  }

  @Test
  void thereIsOneNccAndADocumentASmilAndASoundForEachPartInOneFlatFolder() {
    assertThat(book.files().keySet())
        .containsExactlyInAnyOrder(
            "ncc.html",
            "master.smil",
            "0001.html",
            "0001.smil",
            "0001.mp3",
            "0002.html",
            "0002.smil",
            "0002.mp3",
            "0003.html",
            "0003.smil",
            "0003.mp3",
            "0004.html",
            "0004.smil",
            "0004.mp3")
        .allMatch(name -> name.matches("[a-z0-9]{1,8}\\.[a-z0-9]{3,4}"));
  }

  @Test
  void everyFileIsValid() throws Exception {
    for (String name : book.named(".html")) {
      book.valid(name);
    }
    book.conform("d202ncc.rng", List.of("ncc.html"), folder);
    book.conform("d202smil.rng", sections(), folder);
    book.conform("d202msmil.rng", List.of("master.smil"), folder);
    assertThat(book.text("0001.smil"))
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        .contains("\"-//W3C//DTD SMIL 1.0//EN\"");
  }

  @Test
  void theNccSaysWhatTheBookIs() {
    assertThat(meta(ncc, "dc:title")).isEqualTo("Laut & “Kita”");
    assertThat(metas(ncc, "dc:creator")).containsExactly("Ayu Lestari", "Budi");
    assertThat(meta(ncc, "dc:date")).isEqualTo("2019-04-18");
    assertThat(meta(ncc, "dc:format")).isEqualTo("Daisy 2.02");
    assertThat(meta(ncc, "dc:identifier")).isEqualTo("urn:isbn:9786020000000");
    assertThat(metas(ncc, "dc:language")).containsExactly("id");
    assertThat(meta(ncc, "dc:publisher")).isEqualTo("Penerbit <Ombak>");
    assertThat(meta(ncc, "ncc:charset")).isEqualTo("utf-8");
    assertThat(meta(ncc, "ncc:setInfo")).isEqualTo("1 of 1");
    assertThat(meta(ncc, "ncc:multimediaType")).isEqualTo("audioFullText");
    assertThat(meta(ncc, "ncc:narrator")).isEqualTo("espeak:id");
    assertThat(meta(ncc, "ncc:generator")).isEqualTo("Titik Tutur");
    assertThat(meta(ncc, "ncc:producedDate")).isEqualTo("2026-11-24");
    assertThat(meta(ncc, "ncc:sourcePublisher")).isEqualTo("Penerbit <Ombak>");
    assertThat(all(ncc, "title").get(0).getTextContent()).isEqualTo("Laut & “Kita”");
    assertThat(ncc.getDocumentElement().getAttribute("lang")).isEqualTo("id");
    assertThat(all(ncc, "meta").get(0).getAttribute("http-equiv")).isEqualTo("Content-type");
  }

  @Test
  void whatNobodyKnowsOfABookIsFilledIn(@TempDir Path other) throws Exception {
    Metadata bare =
        new Metadata("Buku", List.of(), Specimen.METADATA.language(), "", "", "sekitar tahun 1950");
    Document plain = Specimen.daisy202(bare, Specimen.parts(), other).document("ncc.html");
    assertThat(metas(plain, "dc:creator")).containsExactly("Tidak diketahui");
    assertThat(meta(plain, "dc:publisher")).isEqualTo("Titik Tutur");
    assertThat(meta(plain, "dc:date")).isEqualTo("2026-11-24");
    assertThat(meta(plain, "dc:identifier")).startsWith("urn:uuid:");
    assertThat(metas(plain, "ncc:sourceDate")).isEmpty();
  }

  @Test
  void theNumbersOfTheNccAreThoseOfItsEntries() {
    Element body = all(ncc, "body").get(0);
    assertThat(meta(ncc, "ncc:tocItems")).isEqualTo(String.valueOf(children(body).size()));
    assertThat(meta(ncc, "ncc:pageFront")).isEqualTo("2").isEqualTo(count("page-front"));
    assertThat(meta(ncc, "ncc:pageNormal")).isEqualTo("3").isEqualTo(count("page-normal"));
    assertThat(meta(ncc, "ncc:pageSpecial")).isEqualTo("2").isEqualTo(count("page-special"));
    assertThat(meta(ncc, "ncc:footnotes")).isEqualTo("1").isEqualTo(count("noteref"));
    assertThat(meta(ncc, "ncc:prodNotes")).isEqualTo("1").isEqualTo(count("optional-prodnote"));
    assertThat(meta(ncc, "ncc:sidebars")).isEqualTo("0").isEqualTo(count("sidebar"));
    assertThat(meta(ncc, "ncc:maxPageNormal")).isEqualTo("3");
    assertThat(meta(ncc, "ncc:depth")).isEqualTo("2");
    assertThat(meta(ncc, "ncc:files")).isEqualTo(String.valueOf(book.files().size()));
    int bytes = book.files().values().stream().mapToInt(file -> file.length).sum();
    assertThat(Integer.parseInt(meta(ncc, "ncc:kByteSize"))).isEqualTo((bytes + 1023) / 1024);
  }

  private String count(String kind) {
    return String.valueOf(
        all(ncc, "span").stream().filter(span -> span.getAttribute("class").equals(kind)).count());
  }

  @Test
  void theNccBeginsWithTheTitleAndLeavesNoLevelOut() {
    List<String> entries = new ArrayList<>();
    for (Element entry : children(all(ncc, "body").get(0))) {
      assertThat(entry.getAttribute("id")).isNotEmpty();
      assertThat(children(entry)).hasSize(1);
      assertThat(children(entry).get(0).getLocalName()).isEqualTo("a");
      String kind = entry.getAttribute("class");
      entries.add(
          entry.getLocalName() + (kind.isEmpty() ? "" : "." + kind) + " " + entry.getTextContent());
    }
    assertThat(entries)
        .containsExactly(
            "h1.title Laut & “Kita”",
            "span.page-front ii",
            "h1 Bab Satu. Laut <&> langit",
            "span.noteref 1",
            "span.page-front iii",
            "h2 Anak judul",
            "span.page-normal 1",
            "span.page-normal 2",
            "div.group Harga buah",
            "span.page-normal 3",
            "span.optional-prodnote Gambar",
            "h2 Judul saja",
            "h1 3",
            "span.page-special 3",
            "span.page-special A-1",
            "h1 Catatan");
    assertThat(ids(ncc)).doesNotHaveDuplicates();
  }

  @Test
  void everyEntryLeadsToAMomentAndTheyComeInReadingOrder() throws Exception {
    List<String> moments = new ArrayList<>();
    for (String name : sections()) {
      for (Element par : all(book.document(name), "par")) {
        moments.add(name + "#" + par.getAttribute("id"));
      }
    }
    List<String> targets = all(ncc, "a").stream().map(link -> link.getAttribute("href")).toList();
    assertThat(moments).containsAll(targets);
    List<Integer> places = targets.stream().map(moments::indexOf).toList();
    assertThat(places).isSorted();
  }

  @Test
  void everyReferenceLeadsToAFileOfTheBookAndEveryFileIsReferredTo() throws Exception {
    Set<String> referred = new TreeSet<>(List.of("ncc.html", "master.smil"));
    for (String name : book.named(".smil")) {
      for (Element element : all(book.document(name), "*")) {
        String src = element.getAttribute("src");
        if (!src.isEmpty()) {
          referred.add(src.replaceFirst("#.*", ""));
          leadsSomewhere(name, src);
        }
      }
    }
    for (String name : book.named(".html")) {
      for (Element link : all(book.document(name), "a")) {
        leadsSomewhere(name, link.getAttribute("href"));
      }
    }
    assertThat(referred).containsExactlyElementsOf(new TreeSet<>(book.files().keySet()));
  }

  private void leadsSomewhere(String from, String reference) throws Exception {
    String[] sides = reference.split("#", 2);
    String file = sides[0].isEmpty() ? from : sides[0];
    assertThat(book.files()).containsKey(file);
    if (sides.length > 1) {
      assertThat(ids(book.document(file))).as(from + ": " + reference).contains(sides[1]);
    }
  }

  @Test
  void theMasterSmilNamesTheSectionsInOrder() throws Exception {
    Document master = book.document("master.smil");
    assertThat(all(master, "ref").stream().map(ref -> ref.getAttribute("src")))
        .containsExactlyElementsOf(sections());
    assertThat(all(master, "ref").stream().map(ref -> ref.getAttribute("title")))
        .containsExactly("Bab Satu", "Judul saja", "3", "Catatan");
    assertThat(meta(master, "dc:format")).isEqualTo("Daisy 2.02");
    assertThat(meta(master, "ncc:timeInThisSmil")).isEqualTo(meta(ncc, "ncc:totalTime"));
  }

  @Test
  void timesAddUpFromTheClipsToTheWholeBook() throws Exception {
    long before = 0;
    for (String name : sections()) {
      Document smil = book.document(name);
      long end = 0;
      long played = 0;
      for (Element audio : all(smil, "audio")) {
        long clipBegin = millis(audio.getAttribute("clip-begin"));
        long clipEnd = millis(audio.getAttribute("clip-end"));
        assertThat(audio.getAttribute("clip-begin")).matches("npt=[0-9]+\\.[0-9]{3}s");
        assertThat(clipBegin).as(name).isEqualTo(end == 0 ? 200 : end).isLessThan(clipEnd);
        assertThat(audio.getAttribute("src")).isEqualTo(name.replace(".smil", ".mp3"));
        end = clipEnd;
        played += clipEnd - clipBegin;
      }
      long spoken = all(smil, "audio").size();
      assertThat(end).isEqualTo(200 + 1500 * spoken);
      assertThat(meta(smil, "ncc:totalElapsedTime")).matches("[0-9]+:[0-5][0-9]:[0-5][0-9]");
      assertThat(millis(meta(smil, "ncc:totalElapsedTime"))).isBetween(before - 500, before + 500);
      assertThat(millis(meta(smil, "ncc:timeInThisSmil"))).isBetween(played - 500, played + 500);
      Element sequence = all(smil, "seq").get(0);
      assertThat(millis(sequence.getAttribute("dur"))).isEqualTo(played);
      before += played;
    }
    assertThat(meta(ncc, "ncc:totalTime")).matches("[0-9]+:[0-5][0-9]:[0-5][0-9]");
    assertThat(millis(meta(ncc, "ncc:totalTime"))).isBetween(before - 500, before + 500);
  }

  @Test
  void everySentenceHasItsMomentInTextOrderAndNothingIsSaidTwice() throws Exception {
    for (String name : sections()) {
      Document smil = book.document(name);
      assertThat(ids(smil)).doesNotHaveDuplicates();
      List<String> inText = ids(book.document(name.replace(".smil", ".html")));
      assertThat(inText).doesNotHaveDuplicates();
      List<String> shown =
          all(smil, "text").stream()
              .map(text -> text.getAttribute("src").replaceFirst(".*#", ""))
              .toList();
      assertThat(shown).doesNotHaveDuplicates();
      Set<String> silent = new HashSet<>(inText);
      shown.forEach(silent::remove);
      // What is part of a larger moment, structures, and calls of notes elsewhere.
      assertThat(silent)
          .allMatch(id -> id.matches("(list|table|image|call)-.*") || inNote(name, id));
    }
  }

  private boolean inNote(String smil, String id) {
    try {
      for (Element div : all(book.document(smil.replace(".smil", ".html")), "div")) {
        if (div.getAttribute("class").equals("notebody")
            && all(div, "*").stream().anyMatch(inner -> inner.getAttribute("id").equals(id))) {
          return true;
        }
      }
      return false;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void pagesNotesAndDescriptionsOfPicturesMayBeSkipped() throws Exception {
    Document smil = book.document("0001.smil");
    assertThat(
            all(smil, "par").stream()
                .map(
                    par ->
                        par.getAttribute("system-required")
                            + " "
                            + all(par, "text").get(0).getAttribute("src").replaceFirst(".*#", ""))
                .filter(text -> !text.startsWith(" ")))
        .containsExactly(
            "pagenumber-on page-1",
            "footnote-on note-n1",
            "pagenumber-on page-2",
            "pagenumber-on page-3",
            "pagenumber-on page-4",
            "pagenumber-on page-5",
            "prodnote-on s18",
            "prodnote-on image-6-none");
  }

  @Test
  void aNoteAndWhatCallsItAreASequenceOfTwo() throws Exception {
    Document smil = book.document("0001.smil");
    List<Element> sequences =
        all(smil, "seq").stream()
            .filter(seq -> seq.getParentNode().getLocalName().equals("seq"))
            .toList();
    assertThat(sequences).hasSize(1);
    List<Element> two = children(sequences.get(0));
    assertThat(two).extracting(Element::getLocalName).containsExactly("par", "par");
    assertThat(all(two.get(0), "text").get(0).getAttribute("src")).isEqualTo("0001.html#call-n1");
    assertThat(two.get(1).getAttribute("system-required")).isEqualTo("footnote-on");
    assertThat(all(two.get(1), "audio")).hasSize(2);
  }

  @Test
  void everyParEndsWithItsLongestAndThereIsALayout() throws Exception {
    for (String name : sections()) {
      Document smil = book.document(name);
      assertThat(all(smil, "par"))
          .allMatch(par -> par.getAttribute("endsync").equals("last"))
          .allMatch(par -> all(par, "text").size() == 1);
      assertThat(all(smil, "region")).isNotEmpty();
      assertThat(meta(smil, "dc:format")).isEqualTo("Daisy 2.02");
      assertThat(meta(smil, "dc:identifier")).isEqualTo(meta(ncc, "dc:identifier"));
      assertThat(meta(smil, "dc:title")).isEqualTo(meta(ncc, "dc:title"));
      assertThat(meta(smil, "title")).isNotBlank();
    }
  }

  @Test
  void theHeadingsOfEachDocumentBeginAtTheTopAndLeaveNoLevelOut() throws Exception {
    for (String name : book.named(".html")) {
      int before = 0;
      for (Element heading : all(book.document(name), "*")) {
        if (heading.getLocalName().matches("h[1-6]")) {
          int rank = heading.getLocalName().charAt(1) - '0';
          assertThat(rank).as(name).isBetween(1, before + 1);
          before = rank;
        }
      }
    }
    assertThat(book.text("0002.html")).contains("<h1><span id=\"s20\">Judul saja</span></h1>");
  }

  @Test
  void theTextSaysLanguagesPagesAndWhereNotesAre() {
    assertThat(book.text("0001.html"))
        .contains(
            "<strong>Ia berkata </strong><strong><span lang=\"en\" xml:lang=\"en\">the </span></strong>")
        .contains("<a class=\"noteref\" id=\"call-n1\" href=\"#note-n1\">1</a>")
        .contains("<a class=\"noteref\" id=\"call-n2\" href=\"0004.html#note-n2\">2</a>")
        .contains("pergi3.")
        .contains("Halaman <span class=\"page-normal\" id=\"page-3\">1</span>baru")
        .contains("<p lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">")
        .contains("<ol id=\"list-2\" start=\"3\">")
        .contains("<th scope=\"row\"><span id=\"s16\">Apel</span></th>");
    assertThat(book.text("0003.html"))
        .contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"");
  }

  @Test
  void theSameBookIsTheSameBytes(@TempDir Path again) throws Exception {
    Specimen.daisy202(Specimen.METADATA, Specimen.parts(), again);
    assertThat(
            Files.mismatch(folder.resolve("buku-daisy202.zip"), again.resolve("buku-daisy202.zip")))
        .isEqualTo(-1);
    assertThat(Arrays.copyOf(book.files().get("0001.mp3"), 7))
        .isEqualTo("sound 1".getBytes(StandardCharsets.US_ASCII));
  }
}
