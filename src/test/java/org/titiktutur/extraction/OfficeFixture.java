package org.titiktutur.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** DOCX and ODT written part by part. */
final class OfficeFixture {

  private static final String W =
      "xmlns:w='%s' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
          + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
          + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
          + " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
          + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
          + " xmlns:v='urn:schemas-microsoft-com:vml'";

  private static final String TRANSITIONAL =
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

  private static final String O =
      "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
          + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
          + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
          + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
          + " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
          + " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
          + " xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:dc='http://purl.org/dc/elements/1.1/'"
          + " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private String prolog = "";

  private OfficeFixture() {}

  // DOCX

  static OfficeFixture docx(String body) {
    return docx(TRANSITIONAL, body);
  }

  static OfficeFixture strictDocx(String body) {
    return docx(STRICT, body);
  }

  private static OfficeFixture docx(String namespace, String body) {
    OfficeFixture fixture = new OfficeFixture();
    return fixture.part(
        "word/document.xml",
        "<w:document " + W.formatted(namespace) + "><w:body>" + body + "</w:body></w:document>");
  }

  /** A part of a DOCX whose root is this element of WordprocessingML. */
  OfficeFixture word(String path, String root, String content) {
    return part(
        path, "<w:" + root + " " + W.formatted(TRANSITIONAL) + ">" + content + "</w:" + root + ">");
  }

  OfficeFixture ifAbsent(String path, String root, String content) {
    return parts.containsKey(path) ? this : word(path, root, content);
  }

  OfficeFixture relations(String path, String content) {
    return part(
        path,
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + content
            + "</Relationships>");
  }

  OfficeFixture core(String content) {
    return part(
        "docProps/core.xml",
        "<cp:coreProperties xmlns:cp='x' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            + content
            + "</cp:coreProperties>");
  }

  /** A paragraph of one run. */
  static String p(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  static String p(String properties, String text) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  static String styled(String style, String text) {
    return p("<w:pStyle w:val='" + style + "'/>", text);
  }

  // ODT

  static OfficeFixture odt(String styles, String body) {
    OfficeFixture fixture = new OfficeFixture();
    fixture.part("mimetype", "application/vnd.oasis.opendocument.text");
    return fixture.part(
        "content.xml",
        "<office:document-content "
            + O
            + ">"
            + content(styles, body)
            + "</office:document-content>");
  }

  private static String content(String styles, String body) {
    return "<office:automatic-styles>"
        + styles
        + "</office:automatic-styles><office:body><office:text>"
        + body
        + "</office:text></office:body>";
  }

  static String flatOdt(String styles, String body) {
    return "<?xml version='1.0'?><office:document "
        + O
        + " office:mimetype='application/vnd.oasis.opendocument.text'>"
        + content(styles, body)
        + "</office:document>";
  }

  OfficeFixture odtStyles(String content) {
    return part(
        "styles.xml",
        "<office:document-styles "
            + O
            + "><office:styles>"
            + content
            + "</office:styles></office:document-styles>");
  }

  OfficeFixture odtMeta(String content) {
    return part(
        "meta.xml",
        "<office:document-meta "
            + O
            + "><office:meta>"
            + content
            + "</office:meta></office:document-meta>");
  }

  // Both

  OfficeFixture part(String path, String content) {
    parts.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** What stands before the root of the main part: a document type. */
  OfficeFixture prolog(String text) {
    prolog = text;
    return this;
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        boolean main =
            part.getKey().equals("word/document.xml") || part.getKey().equals("content.xml");
        if (main) {
          zip.write(prolog.getBytes(StandardCharsets.UTF_8));
        }
        zip.write(part.getValue());
      }
    }
    return file;
  }
}
