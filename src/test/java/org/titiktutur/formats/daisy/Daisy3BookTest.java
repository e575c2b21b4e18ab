package org.titiktutur.formats.daisy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.formats.daisy.TalkingBook.all;
import static org.titiktutur.formats.daisy.TalkingBook.children;
import static org.titiktutur.formats.daisy.TalkingBook.ids;
import static org.titiktutur.formats.daisy.TalkingBook.meta;
import static org.titiktutur.formats.daisy.TalkingBook.millis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every rule of ANSI/NISO Z39.86-2005 that a book of ours can break. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Daisy3BookTest {

  private Path folder;
  private TalkingBook book;
  private Document opf;
  private Document ncx;
  private Document text;

  @BeforeAll
  void make(@TempDir Path temporary) throws Exception {
    folder = temporary;
    book = Specimen.daisy3(Specimen.METADATA, Specimen.parts(), folder);
    opf = book.document("package.opf");
    ncx = book.document("navigation.ncx");
    text = book.document("book.xml");
  }

  @Test
  void everyFileIsValidByItsDtd() throws Exception {
    for (String name : List.of("package.opf", "navigation.ncx", "book.xml", "resources.res")) {
      book.valid(name);
    }
  }

  @Test
  void thePackageSaysWhatTheBookIs() {
    Element root = opf.getDocumentElement();
    assertThat(root.getNamespaceURI())
        .isEqualTo("http://openebook.org/namespaces/oeb-package/1.0/");
    Element identifier = all(opf, "Identifier").get(0);
    assertThat(identifier.getAttribute("id")).isEqualTo(root.getAttribute("unique-identifier"));
    assertThat(identifier.getTextContent()).isEqualTo("urn:isbn:9786020000000");
    Map<String, String> core = new TreeMap<>();
    for (Element element : children(all(opf, "dc-metadata").get(0))) {
      core.merge(element.getNodeName(), element.getTextContent(), (a, b) -> a + "; " + b);
    }
    assertThat(core)
        .containsEntry("dc:Title", "Laut & “Kita”")
        .containsEntry("dc:Creator", "Ayu Lestari; Budi")
        .containsEntry("dc:Format", "ANSI/NISO Z39.86-2005")
        .containsEntry("dc:Language", "id")
        .containsEntry("dc:Date", "2019-04-18")
        .containsEntry("dc:Publisher", "Penerbit <Ombak>");
    assertThat(meta(opf, "dtb:multimediaType")).isEqualTo("audioFullText");
    assertThat(meta(opf, "dtb:multimediaContent")).isEqualTo("audio,text");
    assertThat(meta(opf, "dtb:audioFormat")).isEqualTo("MP3");
    assertThat(meta(opf, "dtb:narrator")).isEqualTo("espeak:id");
    assertThat(meta(opf, "dtb:producedDate")).isEqualTo("2026-11-24");
    assertThat(meta(opf, "dtb:sourceDate")).isEqualTo("2019-04-18");
    assertThat(meta(opf, "dtb:sourcePublisher")).isEqualTo("Penerbit <Ombak>");
  }

  @Test
  void theManifestListsEveryFileOnceWithItsTypeAndTheSpineEverySmil() {
    Map<String, String> types =
        Map.of(
            "opf", "text/xml",
            "ncx", "application/x-dtbncx+xml",
            "xml", "application/x-dtbook+xml",
            "res", "application/x-dtbresource+xml",
            "smil", "application/smil",
            "mp3", "audio/mpeg");
    Map<String, String> idOf = new HashMap<>();
    for (Element item : all(opf, "item")) {
      String name = item.getAttribute("href");
      assertThat(name).matches("[A-Za-z0-9/._-]+");
      assertThat(idOf.put(name, item.getAttribute("id"))).isNull();
      assertThat(item.getAttribute("media-type"))
          .isEqualTo(types.get(name.substring(name.lastIndexOf('.') + 1)));
    }
    assertThat(idOf.keySet()).containsExactlyInAnyOrderElementsOf(book.files().keySet());
    assertThat(idOf)
        .containsEntry("navigation.ncx", "ncx")
        .containsEntry("resources.res", "resource");
    assertThat(all(opf, "itemref").stream().map(ref -> ref.getAttribute("idref")))
        .containsExactlyElementsOf(book.named(".smil").stream().map(idOf::get).toList());
  }

  @Test
  void theNcxLeadsThroughHeadingsPagesNotesTablesAndPictures() {
    assertThat(ncx.getDocumentElement().getAttribute("version")).isEqualTo("2005-1");
    assertThat(meta(ncx, "dtb:uid")).isEqualTo("urn:isbn:9786020000000");
    assertThat(meta(ncx, "dtb:depth")).isEqualTo("2");
    assertThat(meta(ncx, "dtb:totalPageCount"))
        .isEqualTo("7")
        .isEqualTo(String.valueOf(all(ncx, "pageTarget").size()));
    assertThat(meta(ncx, "dtb:maxPageNumber")).isEqualTo("3");
    assertThat(meta(ncx, "dtb:generator")).isEqualTo("Titik Tutur");
    assertThat(all(ncx, "docTitle").get(0).getTextContent().strip()).isEqualTo("Laut & “Kita”");
    assertThat(all(ncx, "docAuthor")).hasSize(2);
    assertThat(all(ncx, "navPoint").stream().map(point -> depth(point) + " " + label(point)))
        .containsExactly(
            "1 Bab Satu. Laut <&> langit", "2 Anak judul", "2 Judul saja", "1 3", "1 Catatan");
    assertThat(
            all(ncx, "pageTarget").stream()
                .map(
                    page ->
                        page.getAttribute("type")
                            + " "
                            + page.getAttribute("value")
                            + " "
                            + label(page)))
        .containsExactly(
            "front 2 ii",
            "front 3 iii",
            "normal 1 1",
            "normal 2 2",
            "normal 3 3",
            "special 1 3",
            "special 2 A-1");
    assertThat(
            all(ncx, "navTarget").stream()
                .map(target -> target.getAttribute("class") + " " + label(target)))
        .containsExactly(
            "note Catatan 1",
            "note Catatan 2",
            "note Catatan 2",
            "table Harga buah",
            "prodnote Gambar");
  }

  private static int depth(Element point) {
    int depth = 0;
    for (Node node = point; node.getLocalName().equals("navPoint"); node = node.getParentNode()) {
      depth++;
    }
    return depth;
  }

  private static String label(Element point) {
    return all(point, "text").get(0).getTextContent();
  }

  @Test
  void playOrderCountsPlacesInReadingOrderWithoutAGap() throws Exception {
    Map<String, Integer> orders = new HashMap<>();
    for (Element element : all(ncx, "*")) {
      if (element.hasAttribute("playOrder")) {
        String target = all(element, "content").get(0).getAttribute("src");
        int order = Integer.parseInt(element.getAttribute("playOrder"));
        assertThat(orders.getOrDefault(target, order)).isEqualTo(order);
        orders.put(target, order);
      }
    }
    List<Integer> counted = new ArrayList<>(new TreeSet<>(orders.values()));
    assertThat(counted).hasSameSizeAs(orders.keySet()).startsWith(1).endsWith(orders.size());
    List<String> moments = moments();
    List<String> byOrder =
        orders.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    assertThat(moments).containsAll(byOrder);
    assertThat(byOrder.stream().map(moments::indexOf).toList()).isSorted();
  }

  private List<String> moments() throws Exception {
    List<String> moments = new ArrayList<>();
    for (String name : book.named(".smil")) {
      for (Element par : all(book.document(name), "par")) {
        moments.add(name + "#" + par.getAttribute("id"));
      }
    }
    return moments;
  }

  @Test
  void smilHoldsWhatDtbsmilAllows() throws Exception {
    Map<String, Set<String>> inside =
        Map.of(
            "smil", Set.of("head", "body"),
            "head", Set.of("meta", "customAttributes"),
            "customAttributes", Set.of("customTest"),
            "body", Set.of("seq"),
            "seq", Set.of("seq", "par"),
            "par", Set.of("text", "audio", "a"),
            "a", Set.of("text"));
    Map<String, Set<String>> attributes =
        Map.of(
            "seq", Set.of("id", "class", "customTest", "dur", "end", "fill"),
            "par", Set.of("id", "class", "customTest"),
            "text", Set.of("src"),
            "audio", Set.of("src", "clipBegin", "clipEnd"),
            "a", Set.of("href", "external"),
            "meta", Set.of("name", "content"),
            "customTest", Set.of("id", "defaultState", "override"));
    for (String name : book.named(".smil")) {
      Document smil = book.document(name);
      assertThat(smil.getDoctype().getPublicId()).isEqualTo("-//NISO//DTD dtbsmil 2005-2//EN");
      assertThat(smil.getDocumentElement().getNamespaceURI())
          .isEqualTo("http://www.w3.org/2001/SMIL20/");
      assertThat(ids(smil)).doesNotHaveDuplicates();
      for (Element element : all(smil, "*")) {
        Set<String> allowed = inside.getOrDefault(element.getLocalName(), Set.of());
        assertThat(children(element)).allMatch(child -> allowed.contains(child.getLocalName()));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
          String attribute = element.getAttributes().item(i).getNodeName();
          assertThat(
                  attribute.startsWith("xmlns")
                      || attributes.get(element.getLocalName()).contains(attribute))
              .as(element.getLocalName() + " " + attribute)
              .isTrue();
        }
      }
      assertThat(all(smil, "par"))
          .allMatch(par -> all(par, "text").size() == 1 && all(par, "audio").size() <= 1);
      assertThat(meta(smil, "dtb:uid")).isEqualTo("urn:isbn:9786020000000");
      assertThat(meta(smil, "dtb:generator")).isEqualTo("Titik Tutur");
    }
  }

  @Test
  void timesAddUpFromTheClipsToTheWholeBook() throws Exception {
    long before = 0;
    for (String name : book.named(".smil")) {
      Document smil = book.document(name);
      assertThat(millis(meta(smil, "dtb:totalElapsedTime"))).isEqualTo(before);
      long end = 200;
      for (Element audio : all(smil, "audio")) {
        assertThat(millis(audio.getAttribute("clipBegin"))).isEqualTo(end);
        end = millis(audio.getAttribute("clipEnd"));
        assertThat(audio.getAttribute("src")).isEqualTo(name.replace(".smil", ".mp3"));
      }
      assertThat(end).isEqualTo(200 + 1500L * all(smil, "audio").size());
      assertThat(millis(all(smil, "seq").get(0).getAttribute("dur"))).isEqualTo(end - 200);
      before += end - 200;
    }
    assertThat(millis(meta(opf, "dtb:totalTime"))).isEqualTo(before);
  }

  @Test
  void structuresCanBeLeftAndSomeSkipped() throws Exception {
    Map<String, String> structs =
        Map.of(
            "pagenum", "PAGE_NUMBER",
            "note", "NOTE",
            "noteref", "NOTE_REFERENCE",
            "prodnote", "OPTIONAL_PRODUCER_NOTE",
            "table", "");
    assertThat(all(ncx, "smilCustomTest"))
        .hasSize(5)
        .allMatch(
            test -> structs.get(test.getAttribute("id")).equals(test.getAttribute("bookStruct")))
        .allMatch(test -> test.getAttribute("override").equals("visible"))
        .allMatch(test -> test.getAttribute("defaultState").equals("false"));
    Set<String> tested = new TreeSet<>();
    for (String name : book.named(".smil")) {
      Document smil = book.document(name);
      List<String> tests =
          all(smil, "customTest").stream().map(test -> test.getAttribute("id")).toList();
      for (Element element : all(smil, "*")) {
        String test = element.getAttribute("customTest");
        if (!test.isEmpty()) {
          assertThat(tests).contains(test);
          tested.add(test);
        }
        if (element.getLocalName().equals("seq") && !element.getAttribute("id").equals("all")) {
          List<Element> inner = children(element);
          assertThat(element.getAttribute("end"))
              .isEqualTo(
                  "DTBuserEscape;" + inner.get(inner.size() - 1).getAttribute("id") + ".end");
          assertThat(element.getAttribute("class")).matches("note|prodnote|list|table");
        }
      }
    }
    assertThat(tested).isEqualTo(new TreeSet<>(structs.keySet()));
    assertThat(
            all(book.document("0001.smil"), "seq").stream().map(seq -> seq.getAttribute("class")))
        .containsExactly("", "note", "list", "list", "list", "table", "prodnote", "prodnote");
  }

  @Test
  void pageNumbersTablesAndPicturesWithoutADescriptionAreHeardAndCanBeSkipped(@TempDir Path another)
      throws Exception {
    Document smil =
        Specimen.daisy3(Specimen.METADATA, List.of(Specimen.withMoreThanSentences()), another)
            .document("0001.smil");
    assertThat(
            all(smil, "par").stream()
                .map(
                    par ->
                        par.getAttribute("customTest")
                            + ((Element) par.getParentNode()).getAttribute("customTest")
                            + " "
                            + all(par, "text").get(0).getAttribute("src").substring(9)
                            + " "
                            + millis(all(par, "audio").get(0).getAttribute("clipBegin"))))
        .containsExactly(
            "pagenum page-1 200",
            " s1 1700",
            " s2 3200",
            "pagenum page-2 4700",
            "table s3 6200",
            "table s4 7700",
            "prodnote image-2-none 9200");
  }

  @Test
  void theResourceFileNamesThemInBothLanguages() throws Exception {
    Document resources = book.document("resources.res");
    assertThat(all(resources, "scope").stream().map(scope -> scope.getAttribute("nsuri")))
        .containsExactly("http://www.daisy.org/z3986/2005/ncx/", "http://www.w3.org/2001/SMIL20/");
    for (Element set : all(resources, "nodeSet")) {
      assertThat(set.getAttribute("select")).matches("//[A-Za-z]+\\[@[A-Za-z]+='[A-Za-z_]+'\\]");
      assertThat(all(set, "resource").stream().map(resource -> resource.getAttribute("xml:lang")))
          .containsExactly("id", "en");
    }
    assertThat(all(resources, "nodeSet").stream().map(set -> set.getAttribute("select")))
        .contains(
            "//smilCustomTest[@bookStruct='NOTE']",
            "//seq[@class='list']",
            "//seq[@class='table']",
            "//smilCustomTest[@id='table']");
  }

  @Test
  void textAndSmilLeadToEachOther() throws Exception {
    assertThat(ids(text)).doesNotHaveDuplicates();
    Map<String, String> back = new HashMap<>();
    for (Element element : all(text, "*")) {
      if (element.hasAttribute("smilref")) {
        back.put(element.getAttribute("id"), element.getAttribute("smilref"));
      }
    }
    Set<String> places = new TreeSet<>();
    for (String name : book.named(".smil")) {
      for (Element element : all(book.document(name), "*")) {
        String kind = element.getLocalName();
        if (kind.equals("par")) {
          String shown = all(element, "text").get(0).getAttribute("src");
          assertThat(shown).startsWith("book.xml#");
          assertThat(back.get(shown.substring(9)))
              .isEqualTo(name + "#" + element.getAttribute("id"));
        }
        if (kind.equals("par") || kind.equals("seq")) {
          places.add(name + "#" + element.getAttribute("id"));
        }
        if (kind.equals("a")) {
          assertThat(element.getAttribute("href")).matches("000[14]\\.smil#g-note-n[12]");
        }
      }
    }
    assertThat(places).containsAll(back.values());
    assertThat(all(text, "*"))
        .filteredOn(
            element ->
                element.getLocalName().matches("list|table|note|noteref|pagenum|prodnote|sent"))
        .allMatch(element -> element.hasAttribute("smilref"));
    assertThat(all(text, "noteref"))
        .hasSize(3)
        .allMatch(call -> ids(text).contains(call.getAttribute("idref").substring(1)));
  }

  @Test
  void theTextIsDtbook() {
    assertThat(text.getDocumentElement().getAttribute("version")).isEqualTo("2005-3");
    assertThat(meta(text, "dtb:uid")).isEqualTo("urn:isbn:9786020000000");
    assertThat(meta(text, "dc:Title")).isEqualTo("Laut & “Kita”");
    assertThat(
            all(text, "pagenum").stream()
                .map(page -> page.getAttribute("page") + " " + page.getTextContent()))
        .containsExactly(
            "front ii",
            "front iii",
            "normal 1",
            "normal 2",
            "normal 3",
            "special 3",
            "special A-1");
    assertThat(book.text("book.xml"))
        .contains("<span xml:lang=\"en\">")
        .contains("xml:lang=\"ar\" dir=\"rtl\"")
        .contains("<p class=\"separator\"/>")
        .contains(
            "<list id=\"list-2\" smilref=\"0001.smil#g-list-2\" type=\"ol\" enum=\"1\" start=\"3\">")
        .contains("<prodnote id=\"image-5\" smilref=\"0001.smil#g-image-5\" render=\"optional\">");
  }

  @Test
  void theSameBookIsTheSameBytes(@TempDir Path again) throws Exception {
    Specimen.daisy3(Specimen.METADATA, Specimen.parts(), again);
    assertThat(Files.mismatch(folder.resolve("buku-daisy3.zip"), again.resolve("buku-daisy3.zip")))
        .isEqualTo(-1);
    assertThat(again.resolve("draft.xml")).doesNotExist();
  }
}
