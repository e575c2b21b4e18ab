package org.titiktutur.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes EPUBs for tests, right unless a test makes them wrong. */
final class EpubFixture {

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final StringBuilder manifest = new StringBuilder();
  private final StringBuilder spine = new StringBuilder();
  private String mimetype = "application/epub+zip";
  private String metadata =
      "<dc:title>Laut dan Kita</dc:title><dc:creator>Ayu Lestari</dc:creator>"
          + "<dc:language>id</dc:language><dc:identifier id='uid'>urn:isbn:9786020000000</dc:identifier>";
  private String spineAttributes = "";
  private String opfStart = "<?xml version='1.0' encoding='UTF-8'?>";
  private int items;

  /** A document of the spine, by the inside of its body. */
  EpubFixture chapter(String name, String body) {
    return document(name, page(body));
  }

  /** A document of the spine, all of it. */
  EpubFixture document(String name, String content) {
    file("OEBPS/" + name, content);
    return spine(name, "");
  }

  /** A place in the spine for a file that may not be there. */
  EpubFixture spine(String href, String attributes) {
    item(href, "application/xhtml+xml", "");
    spine.append("<itemref idref='i" + items + "' " + attributes + "/>");
    return this;
  }

  EpubFixture item(String href, String type, String properties) {
    items++;
    manifest.append(
        "<item id='i%d' href='%s' media-type='%s' properties='%s'/>"
            .formatted(items, href, type, properties));
    return this;
  }

  EpubFixture nav(String body) {
    file("OEBPS/nav.xhtml", page(body));
    return item("nav.xhtml", "application/xhtml+xml", "nav");
  }

  /** A place in the spine for the file that came last. */
  EpubFixture spineLast(String attributes) {
    spine.append("<itemref idref='i" + items + "' " + attributes + "/>");
    return this;
  }

  /** A table of contents with a line for each pair of address and title. */
  EpubFixture contents(String... hrefsAndTitles) {
    StringBuilder nav = new StringBuilder("<nav epub:type='toc'><h1>Isi</h1><ol>");
    for (int i = 0; i < hrefsAndTitles.length; i += 2) {
      nav.append(
          "<li><a href='%s'>%s</a></li>".formatted(hrefsAndTitles[i], hrefsAndTitles[i + 1]));
    }
    return nav(nav + "</ol></nav>");
  }

  EpubFixture ncx(String navMap, String rest) {
    file(
        "OEBPS/toc.ncx",
        "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><docTitle><text>NCX</text></docTitle><navMap>"
            + navMap
            + "</navMap>"
            + rest
            + "</ncx>");
    item("toc.ncx", "application/x-dtbncx+xml", "");
    spineAttributes = "toc='i" + items + "'";
    return this;
  }

  EpubFixture metadata(String xml) {
    metadata = xml;
    return this;
  }

  EpubFixture opfStart(String xml) {
    opfStart = xml;
    return this;
  }

  EpubFixture mimetype(String text) {
    mimetype = text;
    return this;
  }

  EpubFixture file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  EpubFixture file(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  static String page(String body) {
    return "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE html>"
        + "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
        + "<head><title>Judul berkas</title></head><body>"
        + body
        + "</body></html>";
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] type = mimetype.getBytes(StandardCharsets.US_ASCII);
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      CRC32 crc = new CRC32();
      crc.update(type);
      first.setCrc(crc.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      files.putIfAbsent(
          "META-INF/container.xml",
          ("<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                  + "<rootfile full-path='OEBPS/book.opf'"
                  + " media-type='application/oebps-package+xml'/></rootfiles></container>")
              .getBytes(StandardCharsets.UTF_8));
      String opf =
          opfStart
              + "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='uid'>"
              + "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'"
              + " xmlns:opf='http://www.idpf.org/2007/opf'>"
              + metadata
              + "</metadata><manifest>"
              + manifest
              + "</manifest><spine "
              + spineAttributes
              + ">"
              + spine
              + "</spine></package>";
      files.putIfAbsent("OEBPS/book.opf", opf.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }
}
