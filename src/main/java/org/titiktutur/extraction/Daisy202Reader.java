package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a DAISY 2.02 book: its NCC names the SMIL files in order, and these the documents with the
 * text. A book of which only the NCC is text has its headings and pages.
 */
final class Daisy202Reader implements SourceReader {

  private Reading reading;
  private PublicationBuilder book;
  private EpubArchive archive;
  private final SmilPlaces places = new SmilPlaces();

  @Override
  public void read(Reading asked, PublicationBuilder told) throws IOException, Refusal {
    reading = asked;
    book = told;
    try (EpubArchive opened = new EpubArchive(reading.source(), reading.name())) {
      archive = opened;
      String path = archive.firstEndingWith("ncc.html");
      Ncc ncc = ncc(path);
      ncc.describe(book);
      smil(ncc, EpubArchive.folderOf(path));
      Set<String> documents = new LinkedHashSet<>(places.documents());
      documents.removeIf(document -> document.equalsIgnoreCase(path));
      places.outside().forEach(src -> book.found(FindingCode.OUTSIDE_REFERENCE_IGNORED, src));
      if (documents.isEmpty() && !places.outside().isEmpty()) {
        throw new Refusal(
            FindingCode.SOURCE_UNSAFE, reading.name(), places.outside().iterator().next());
      }
      if (documents.isEmpty()) {
        headings(ncc);
      }
      Map<String, Integer> levels = levels(ncc, EpubArchive.folderOf(path));
      for (String document : documents) {
        document(document, levels);
      }
      TalkingBook.sound(archive, book);
    }
  }

  private Ncc ncc(String path) throws IOException, Refusal {
    EpubArchive.Content content = path == null ? null : archive.read(path);
    if (content == null) {
      throw reading.damaged();
    }
    try {
      return Ncc.parse(content.bytes());
    } catch (SafeXml.Swelling e) {
      throw reading.swelling();
    } catch (SAXException e) {
      throw reading.damaged();
    }
  }

  /** Each file is read once, however often it is named. */
  private void smil(Ncc ncc, String folder) throws IOException, Refusal {
    Set<String> done = new LinkedHashSet<>();
    for (Ncc.Entry entry : ncc.entries()) {
      String path = EpubArchive.resolve(folder, entry.href());
      if (path == null) {
        book.found(FindingCode.OUTSIDE_REFERENCE_IGNORED, entry.href());
      } else if (path.toLowerCase(Locale.ROOT).endsWith(".smil") && done.add(path)) {
        EpubArchive.Content content = archive.read(path);
        if (content == null) {
          book.found(FindingCode.CHAPTER_MISSING, path);
          continue;
        }
        try {
          places.read(content.bytes(), path);
        } catch (SafeXml.Swelling e) {
          throw reading.swelling();
        } catch (SAXException e) {
          book.found(FindingCode.CHAPTER_DAMAGED, path);
        }
      }
    }
  }

  private void headings(Ncc ncc) {
    for (Ncc.Entry entry : ncc.entries()) {
      if (entry.level() > 0) {
        TalkingBook.heading(book, entry.level(), entry.text());
      } else if (entry.isPage()) {
        book.pageStart(entry.text());
      }
    }
  }

  /** The levels that headings have in the NCC, by the places in the text where they are. */
  private Map<String, Integer> levels(Ncc ncc, String folder) {
    Map<String, Integer> levels = new HashMap<>();
    List<Ncc.Entry> headings =
        ncc.entries().stream()
            .filter(entry -> entry.level() > 0 && !entry.kind().equals("title"))
            .toList();
    for (Ncc.Entry heading : headings) {
      String file = EpubArchive.resolve(folder, heading.href());
      String place =
          file == null ? null : places.text(file + "#" + EpubArchive.fragment(heading.href()));
      if (place != null) {
        levels.putIfAbsent(place, heading.level());
      }
    }
    return levels;
  }

  private void document(String path, Map<String, Integer> levels) throws Refusal {
    if (reading.avoids(path)) {
      book.foundHere(FindingCode.CHAPTER_DAMAGED, path);
      return;
    }
    reading.begin(path);
    EpubArchive.Content content = archive.read(path);
    if (content == null) {
      book.foundHere(FindingCode.CHAPTER_MISSING, path);
      return;
    }
    try {
      Headings headings = new Headings(path, levels);
      boolean wellFormed = true;
      try {
        SafeXml.parse(new ByteArrayInputStream(content.bytes()), headings);
      } catch (SafeXml.Swelling e) {
        throw reading.swelling();
      } catch (SAXException e) {
        wellFormed = false;
        book.foundHere(FindingCode.CHAPTER_REPAIRED, path);
      }
      Daisy202Handler text = new Daisy202Handler(book, path, places, headings.levels);
      if (wellFormed) {
        SafeXml.parse(new ByteArrayInputStream(content.bytes()), text);
      } else {
        LenientHtml.parse(content.bytes(), LenientHtml.decoding(content.bytes()), text);
      }
      text.release();
    } catch (IOException | SAXException | StackOverflowError e) {
      book.foundHere(FindingCode.CHAPTER_DAMAGED, path);
    } finally {
      book.endDocument();
    }
  }

  /** Finds for the headings of a document what level they have in the NCC. */
  private static final class Headings extends DefaultHandler {
    final Map<Integer, Integer> levels = new HashMap<>();
    private final String path;
    private final Map<String, Integer> places;
    private int number = -1;
    private boolean inHeading;

    Headings(String path, Map<String, Integer> places) {
      this.path = path;
      this.places = places;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      if (local.matches("h[1-6]")) {
        number++;
        inHeading = true;
      }
      String id = attributes.getValue("id");
      if (inHeading && id != null && places.containsKey(path + "#" + id)) {
        levels.putIfAbsent(number, places.get(path + "#" + id));
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      inHeading &= !local.matches("h[1-6]");
    }
  }
}
