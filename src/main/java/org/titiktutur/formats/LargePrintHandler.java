package org.titiktutur.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Sets a volume in large type in a worker: the book's accessible page, dressed for paper. Ragged
 * right, no hyphens, nothing slanted: so people with low vision read best.
 */
final class LargePrintHandler implements Handler {

  /** In the step's folder. */
  static final String FILE = "large-print.pdf";

  /** {@code %1$d} is the size of the type in points; all else follows from it. */
  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm 18mm 26mm;
        @bottom-right { content: counter(page); font-family: '%2$s'; font-size: %1$dpt; } }
      html { font-family: '%2$s'; font-size: %1$dpt; line-height: 1.4; }
      body { margin: 0; text-align: start; word-wrap: break-word; }
      h1 { font-size: 1.6em; } h2 { font-size: 1.35em; } h3 { font-size: 1.2em; }
      h4, h5, h6 { font-size: 1em; }
      h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1em 0 .5em; page-break-after: avoid; }
      p { margin: 0 0 .7em; widows: 2; orphans: 2; }
      em { font-style: normal; font-weight: bold; }
      a { color: #000000; text-decoration: underline; }
      ul, ol { margin: 0 0 .7em; padding-left: 1.6em; }
      nav { page-break-before: always; page-break-after: always; }
      nav ul { list-style: none; padding-left: 0; } nav ul ul { padding-left: 1em; }
      nav a { text-decoration: none; }
      nav a::after { content: leader('. ') target-counter(attr(href), page); }
      main > section { page-break-before: always; }
      main > section:first-child { page-break-before: auto; }
      blockquote { margin: .7em 0 .7em 1.2em; }
      table { border-collapse: collapse; width: 100%%; -fs-table-paginate: paginate; margin-bottom: .7em; }
      tr { page-break-inside: avoid; }
      th, td { border: 1.5pt solid #000000; padding: .2em .3em; text-align: start; vertical-align: top; word-wrap: normal; }
      .row { border-top: 1.5pt solid #000000; padding: .3em 0; }
      a[role=doc-noteref]::before { content: '['; } a[role=doc-noteref]::after { content: ']'; }
      figure, aside { border-left: 3pt solid #000000; padding-left: .6em; margin: .7em 0; }
      .page { border: 1pt solid #000000; padding: 0 .2em; }
      """;

  /**
   * What the parent sends.
   *
   * @param text the folder of the publication
   * @param volume its parts, and the title that stands on it
   */
  record Input(String text, Publication volume, int points) {}

  /** What the worker answers. */
  record Answer(Map<Integer, Place> missing) {}

  private PrintFonts fonts;

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    Input asked = LargePrint.JSON.treeToValue(input, Input.class);
    if (fonts == null) {
      fonts = new PrintFonts();
      XRLog.setLoggingEnabled(false);
    }
    FontMappers.set(fonts);
    PublicationFolder text = new PublicationFolder(Path.of(asked.text()));
    Map<Integer, Place> missing = new LinkedHashMap<>();
    Document page = dress(page(text, asked, missing), asked.volume());
    WideTables.unfold(page, asked.points());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)))) {
      PdfRendererBuilder document = new PdfRendererBuilder();
      document.usePdfUaAccessibility(true);
      document.usePdfVersion(1.7f);
      document.withProducer("Titik Tutur");
      document.useReplacementText("\uFFFD");
      document.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
      document.useUnicodeBidiReorderer(new ICUBidiReorderer());
      PrintFonts.into(document);
      document.withW3cDocument(page, null);
      try (PdfBoxRenderer press = document.buildPdfRenderer()) {
        press.createPDFWithoutClosing();
        describeLinks(press.getPdfDocument());
        press.getPdfDocument().save(out);
      }
    }
    return LargePrint.JSON.valueToTree(new Answer(missing));
  }

  private byte[] page(PublicationFolder text, Input asked, Map<Integer, Place> missing)
      throws IOException, XMLStreamException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HtmlPage page =
        new HtmlPage(out, asked.volume(), STYLE.formatted(asked.points(), PrintFonts.FAMILY));
    for (Publication.Entry entry : asked.volume().parts()) {
      Part part = text.part(entry.number());
      look(part, missing);
      page.part(part);
    }
    page.finish();
    return out.toByteArray();
  }

  private void look(Part part, Map<Integer, Place> missing) {
    part.sentences()
        .forEach(
            sentence ->
                sentence
                    .text()
                    .codePoints()
                    .filter(character -> !fonts.draws(character))
                    .forEach(
                        character ->
                            missing.putIfAbsent(
                                character, Place.sentence(part.number(), sentence.id()))));
  }

  /**
   * What PDF/UA asks for beyond HTML: a subject, an outline, a description of each link (ISO
   * 14289-1, 7.18.5) and none that leads nowhere.
   */
  private static Document dress(byte[] html, Publication volume)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document page = factory.newDocumentBuilder().parse(new ByteArrayInputStream(html));
    Element head = (Element) page.getElementsByTagName("head").item(0);
    head.appendChild(meta(page, "subject", volume.metadata().title()));
    head.appendChild(meta(page, "description", volume.metadata().title()));
    head.appendChild(outline(page, volume));

    Set<String> there = new HashSet<>();
    for (Element each : WideTables.elements(page.getDocumentElement(), "*")) {
      if (each.hasAttribute("id")) {
        there.add("#" + each.getAttribute("id"));
      }
    }
    for (Element link : WideTables.elements(page.getDocumentElement(), "a")) {
      if (there.contains(link.getAttribute("href"))) {
        link.setAttribute("title", link.getTextContent());
      } else {
        link.removeAttribute("href");
      }
    }
    return page;
  }

  /** What the structure says of a link, its annotation says too (7.18.5). */
  private static void describeLinks(PDDocument document) throws IOException {
    PDNumberTreeNode owners = document.getDocumentCatalog().getStructureTreeRoot().getParentTree();
    for (PDPage page : document.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (owners.getValue(annotation.getStructParent()) instanceof PDParentTreeValue owner
            && owner.getCOSObject() instanceof COSDictionary link) {
          annotation.setContents(link.getString(COSName.ALT));
        }
      }
    }
  }

  private static Element meta(Document page, String name, String content) {
    Element meta = page.createElement("meta");
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
    return meta;
  }

  private static Element outline(Document page, Publication volume) {
    Element outline = page.createElement("bookmarks");
    List<Element> open = new ArrayList<>(List.of(outline));
    for (Publication.Entry part : volume.parts()) {
      Element bookmark = page.createElement("bookmark");
      bookmark.setAttribute(
          "name", part.title().isBlank() ? String.valueOf(part.number()) : part.title());
      bookmark.setAttribute("href", "#part-" + part.number());
      open.subList(Math.min(Math.max(part.level(), 1), open.size()), open.size()).clear();
      open.get(open.size() - 1).appendChild(bookmark);
      open.add(bookmark);
    }
    return outline;
  }
}
