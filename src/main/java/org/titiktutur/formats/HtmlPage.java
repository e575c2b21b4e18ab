package org.titiktutur.formats;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;

/**
 * A book as one accessible HTML page: a table of contents, headings in order below the title, the
 * language of every passage, tables with header cells, notes linked both ways, and every sentence
 * addressable by its id. No script, nothing fetched. Streams part by part.
 */
public final class HtmlPage {

  private static final String STYLE =
      "html{font:1.2rem/1.6 system-ui,sans-serif;color-scheme:light dark}"
          + "body{max-width:38em;margin:0 auto;padding:1rem;overflow-wrap:break-word}"
          + "a{padding-block:.2em}:target{outline:.2em solid}"
          + "table{border-collapse:collapse}.wide-table{overflow-x:auto}"
          + "th,td{border:1px solid;padding:.3em .6em;text-align:start;vertical-align:top}"
          + "blockquote{margin-inline:2em 0}.page{font-size:.8em;border:1px solid;padding:0 .3em}"
          + ".note{font-size:.9em;border-inline-start:.2em solid;padding-inline-start:1em}";

  private final XMLStreamWriter xml;
  private final HtmlText text;
  private final BookWords words;
  private final Language language;

  public HtmlPage(OutputStream out, Publication publication) throws XMLStreamException {
    this(out, publication, STYLE);
  }

  /** Dressed otherwise. */
  HtmlPage(OutputStream out, Publication publication, String style) throws XMLStreamException {
    Metadata metadata = publication.metadata();
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    words = BookWords.in(metadata.language());
    text = HtmlText.ofBook(xml, words);
    language = metadata.language();
    xml.writeDTD("<!DOCTYPE html>\n");
    open("html", "lang", language.tag());
    if (language.rightToLeft()) {
      xml.writeAttribute("dir", "rtl");
    }
    open("head");
    xml.writeEmptyElement("meta");
    xml.writeAttribute("charset", "utf-8");
    meta("viewport", "width=device-width, initial-scale=1");
    for (String author : metadata.authors()) {
      meta("author", author);
    }
    element("title", metadata.title());
    element("style", style);
    close();
    open("body");
    open("header");
    element("h1", metadata.title());
    if (!metadata.authors().isEmpty()) {
      element("p", String.join(", ", metadata.authors()));
    }
    close();
    contents(publication);
    open("main");
  }

  private void contents(Publication publication) throws XMLStreamException {
    if (publication.parts().stream().noneMatch(part -> !part.title().isEmpty())) {
      return;
    }
    open("nav", "aria-label", words.contents());
    element("h2", words.contents());
    NestedList list = new NestedList(xml, "ul");
    for (Publication.Entry part : publication.parts()) {
      list.link(
          part.level(),
          "#part-" + part.number(),
          part.title().isEmpty() ? String.valueOf(part.number()) : part.title());
    }
    list.end();
    close();
  }

  public void part(Part part) throws XMLStreamException {
    open("section", "id", "part-" + part.number());
    HtmlText.say(xml, part.language(), language);
    text.write(part);
    close();
    xml.writeCharacters("\n");
  }

  /** Ends the page and hands everything written to the stream below, which stays open. */
  public void finish() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
  }

  private void meta(String name, String content) throws XMLStreamException {
    xml.writeEmptyElement("meta");
    xml.writeAttribute("name", name);
    xml.writeAttribute("content", content);
  }

  private void element(String name, String text) throws XMLStreamException {
    open(name);
    xml.writeCharacters(text);
    close();
  }

  private void open(String name, String attribute, String value) throws XMLStreamException {
    open(name);
    xml.writeAttribute(attribute, value);
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }
}
