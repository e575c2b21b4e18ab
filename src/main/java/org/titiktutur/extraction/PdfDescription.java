package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * What a PDF says of itself, beside its pages: title, authors, language, attachments, layers.
 *
 * @param title empty where there is none, or only one that a program put there
 */
record PdfDescription(String title, List<String> authors, String language, String identifier) {

  /** What word processors and printers write when nobody gave a title. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?iu)untitled.*|tanpa judul.*|document\\d*|dokumen\\d*|microsoft word.*|layout 1|cover|.*\\.(docx?|odt"
              + "|rtf|tex|dvi|indd|qxd|pdf|pmd|cdr|xlsx?|pptx?|p65|txt|html?|ps)|[\\d\\W_]+|title|slide 1");

  private static final int MOST_XMP = 4 << 20;

  static PdfDescription of(COSDictionary trailer, COSDictionary catalog) {
    Xmp xmp = Xmp.of(catalog);
    COSDictionary info = trailer == null ? null : trailer.getCOSDictionary(COSName.INFO);
    String title = real(xmp.title);
    if (title.isEmpty() && info != null) {
      title = real(info.getString(COSName.TITLE));
    }
    List<String> authors = new ArrayList<>(xmp.creators);
    if (authors.isEmpty() && info != null && info.getString(COSName.AUTHOR) != null) {
      for (String author : info.getString(COSName.AUTHOR).split(";")) {
        authors.add(author.strip());
      }
    }
    authors.removeIf(String::isBlank);
    String language = catalog.getString(COSName.LANG);
    language = language == null || language.isBlank() ? xmp.language : language;
    return new PdfDescription(
        title, authors, language == null ? "" : language.replace('_', '-').strip(), xmp.identifier);
  }

  private static String real(String title) {
    if (title == null) {
      return "";
    }
    String plain = title.strip();
    return plain.length() < 2 || NO_TITLE.matcher(plain).matches() ? "" : plain;
  }

  /** The names of files that are attached. */
  static List<String> attachments(COSDictionary catalog) {
    List<String> names = new ArrayList<>();
    COSDictionary all = catalog.getCOSDictionary(COSName.NAMES);
    COSDictionary files = all == null ? null : all.getCOSDictionary(COSName.EMBEDDED_FILES);
    if (files != null) {
      attachments(files, names, 0);
    }
    return names;
  }

  private static void attachments(COSDictionary node, List<String> names, int depth) {
    COSArray pairs = node.getCOSArray(COSName.NAMES);
    for (int i = 0; pairs != null && i + 1 < pairs.size() && names.size() < 300; i += 2) {
      String name = pairs.getObject(i) instanceof COSString string ? string.getString() : "";
      if (pairs.getObject(i + 1) instanceof COSDictionary file) {
        String given = file.getString(COSName.UF);
        given = given == null ? file.getString(COSName.F) : given;
        name = given == null ? name : given;
      }
      names.add(name);
    }
    COSArray kids = node.getCOSArray(COSName.KIDS);
    for (int i = 0; kids != null && i < kids.size() && depth < 20 && names.size() < 300; i++) {
      if (kids.getObject(i) instanceof COSDictionary kid) {
        attachments(kid, names, depth + 1);
      }
    }
  }

  /** Layers that a viewer does not show when it opens the file. */
  static Set<COSDictionary> hiddenLayers(COSDictionary catalog) {
    Set<COSDictionary> hidden = new HashSet<>();
    COSDictionary properties = catalog.getCOSDictionary(COSName.OCPROPERTIES);
    COSDictionary usual = properties == null ? null : properties.getCOSDictionary(COSName.D);
    if (usual == null) {
      return hidden;
    }
    if (COSName.OFF.equals(usual.getCOSName(COSName.BASE_STATE))) {
      addAll(properties.getCOSArray(COSName.OCGS), hidden);
      Set<COSDictionary> shown = new HashSet<>();
      addAll(usual.getCOSArray(COSName.ON), shown);
      hidden.removeAll(shown);
    }
    addAll(usual.getCOSArray(COSName.OFF), hidden);
    return hidden;
  }

  private static void addAll(COSArray groups, Set<COSDictionary> into) {
    for (int i = 0; groups != null && i < groups.size() && i < 10_000; i++) {
      if (groups.getObject(i) instanceof COSDictionary group) {
        into.add(group);
      }
    }
  }

  /** A form that only its own program can draw: its pages say "please wait". */
  static boolean isDynamicForm(COSDictionary catalog) {
    COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
    return form != null
        && form.containsKey(COSName.XFA)
        && catalog.getBoolean(COSName.getPDFName("NeedsRendering"), false);
  }

  /** The Dublin Core of an XMP packet (ISO 16684-1). */
  private static final class Xmp {
    private static final String DC = "http://purl.org/dc/elements/1.1/";

    String title = "";
    String language = "";
    String identifier = "";
    final List<String> creators = new ArrayList<>();

    static Xmp of(COSDictionary catalog) {
      Xmp xmp = new Xmp();
      COSBase metadata = catalog.getDictionaryObject(COSName.METADATA);
      if (metadata instanceof COSStream stream && stream.getLength() < MOST_XMP) {
        try (InputStream in = stream.createInputStream()) {
          xmp.read(new java.io.ByteArrayInputStream(in.readNBytes(MOST_XMP)));
        } catch (IOException | XMLStreamException | RuntimeException e) {
          // a packet that cannot be read says nothing; what it said before that stands
          return xmp;
        }
      }
      return xmp;
    }

    private void read(InputStream in) throws XMLStreamException {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      String property = "";
      StringBuilder text = new StringBuilder();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (DC.equals(xml.getNamespaceURI())) {
              property = xml.getLocalName();
            }
            text.setLength(0);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (text.length() < 1000) {
              text.append(xml.getText());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            take(property, text.toString().strip());
            text.setLength(0);
            if (DC.equals(xml.getNamespaceURI())) {
              property = "";
            }
          }
          default -> {}
        }
      }
    }

    private void take(String property, String value) {
      if (value.isEmpty()) {
        return;
      }
      switch (property.toLowerCase(Locale.ROOT)) {
        case "title" -> title = title.isEmpty() ? value : title;
        case "creator" -> creators.add(value);
        case "language" -> language = language.isEmpty() ? value : language;
        case "identifier" -> identifier = identifier.isEmpty() ? value : identifier;
        default -> {}
      }
    }
  }
}
