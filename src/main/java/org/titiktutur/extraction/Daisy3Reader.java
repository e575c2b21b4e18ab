package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.SAXException;

/**
 * Reads a DAISY 3 book (Z39.86-2002 and 2005) and NIMAS files: the package names the DTBook
 * documents, which are read one after the other. A book without any has only what its NCX says.
 */
final class Daisy3Reader implements SourceReader {

  private Reading reading;
  private PublicationBuilder book;
  private EpubArchive archive;

  @Override
  public void read(Reading asked, PublicationBuilder told) throws IOException, Refusal {
    reading = asked;
    book = told;
    try (EpubArchive opened = new EpubArchive(reading.source(), reading.name())) {
      archive = opened;
      String path = archive.firstEndingWith(".opf");
      EpubPackage opf = opf(path);
      opf.describe(book);
      List<EpubPackage.Item> documents = opf.dtbooks();
      boolean read = false;
      for (EpubPackage.Item document : documents) {
        if (document.path() == null) {
          book.found(FindingCode.OUTSIDE_REFERENCE_IGNORED, document.href());
        } else {
          read |= document(document.path());
        }
      }
      if (documents.isEmpty()) {
        navigation(opf);
      } else if (!read && documents.stream().allMatch(document -> document.path() == null)) {
        throw new Refusal(FindingCode.SOURCE_UNSAFE, reading.name(), documents.get(0).href());
      }
      TalkingBook.sound(archive, book);
    }
  }

  private EpubPackage opf(String path) throws IOException, Refusal {
    EpubArchive.Content content = path == null ? null : archive.read(path);
    if (content == null) {
      throw reading.damaged();
    }
    try {
      return EpubPackage.parse(content.bytes(), path);
    } catch (SafeXml.Swelling e) {
      throw reading.swelling();
    } catch (SAXException e) {
      throw reading.damaged();
    }
  }

  private boolean document(String path) throws IOException, Refusal {
    if (reading.avoids(path)) {
      book.foundHere(FindingCode.CHAPTER_DAMAGED, path);
      return false;
    }
    reading.begin(path);
    EpubArchive.Content content = archive.read(path);
    if (content == null) {
      book.foundHere(FindingCode.CHAPTER_MISSING, path);
      return false;
    }
    DtbookHandler text = new DtbookHandler(book, path);
    try {
      SafeXml.parse(new ByteArrayInputStream(content.bytes()), text);
      text.release();
    } catch (SafeXml.Swelling e) {
      throw reading.swelling();
    } catch (SAXException | StackOverflowError e) {
      book.foundHere(FindingCode.CHAPTER_DAMAGED, path);
    } finally {
      book.endDocument();
    }
    return true;
  }

  /** Headings and pages as the NCX has them, in the order in which it has them. */
  private void navigation(EpubPackage opf) throws IOException, Refusal {
    EpubPackage.Item item = opf.ncx();
    EpubArchive.Content content =
        item == null || item.path() == null ? null : archive.read(item.path());
    if (content == null) {
      throw reading.damaged();
    }
    EpubNavigation ncx;
    try {
      ncx = EpubNavigation.ofNcx(content.bytes(), item.path());
    } catch (SafeXml.Swelling e) {
      throw reading.swelling();
    } catch (SAXException e) {
      throw reading.damaged();
    }
    book.title(ncx.title());
    Set<String> said = new HashSet<>();
    for (EpubNavigation.Point point : ncx.contents()) {
      if (said.add(point.title() + "\n" + point.path() + "#" + point.fragment())) {
        TalkingBook.heading(book, point.level(), point.title());
      }
    }
  }
}
