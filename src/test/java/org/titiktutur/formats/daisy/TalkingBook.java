package org.titiktutur.formats.daisy;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.validate.ValidationDriver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * A talking book as whoever is not us finds it: the files of a ZIP, their elements, and what the
 * schemas of the DAISY Consortium (in the jars of its Pipeline) say of them.
 */
public final class TalkingBook {

  /** Where the class path has the DTD of each public identifier. */
  private static final Map<String, String> DTDS =
      Map.of(
          "-//W3C//DTD XHTML 1.0 Transitional//EN", "/w3c/xhtml10/xhtml1-transitional.dtd",
          "-//NISO//DTD dtbook 2005-3//EN", "/xml/dtd/dtbook-2005-3.dtd",
          "-//NISO//DTD ncx 2005-1//EN", "/xml/dtd/ncx-2005-1.dtd",
          "-//NISO//DTD resource 2005-1//EN", "/xml/dtd/resource-2005-1.dtd",
          "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN", "/xml/dtd/oebpkg12.dtd");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public TalkingBook(Path zip) throws IOException {
    try (ZipFile open = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> e = open.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        try (InputStream in = open.getInputStream(entry)) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  public Map<String, byte[]> files() {
    return files;
  }

  public List<String> named(String ending) {
    return files.keySet().stream().filter(name -> name.endsWith(ending)).sorted().toList();
  }

  public String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  /** The document, held against its DTD where {@link #DTDS} has it. */
  public Document valid(String name) throws Exception {
    return parse(name, true);
  }

  public Document document(String name) throws Exception {
    return parse(name, false);
  }

  private Document parse(String name, boolean validating) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setValidating(validating);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver(
        (publicId, systemId) -> {
          String dtd = DTDS.get(publicId);
          if (dtd == null && systemId.endsWith("oeb12.ent")) {
            dtd = "/xml/dtd/oeb12.ent";
          }
          InputStream in = dtd == null ? null : TalkingBook.class.getResourceAsStream(dtd);
          assertThat(in != null || !validating || systemId.endsWith(".ent")).as(publicId).isTrue();
          InputSource source =
              in == null ? new InputSource(new StringReader("")) : new InputSource(in);
          source.setSystemId(systemId);
          return source;
        });
    List<String> wrong = new ArrayList<>();
    builder.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            wrong.add(e.getMessage());
          }

          @Override
          public void error(SAXParseException e) {
            wrong.add(e.getLineNumber() + ": " + e.getMessage());
          }

          @Override
          public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
          }
        });
    Document document = builder.parse(new ByteArrayInputStream(files.get(name)));
    if (validating) {
      assertThat(wrong).as(name).isEmpty();
    }
    return document;
  }

  /** Holds files against a RELAX NG schema of the Pipeline's for DAISY 2.02. */
  public void conform(String schema, List<String> names, Path scratch) throws Exception {
    for (String part :
        List.of(
            "d202/d202ncc.rng",
            "d202/d202smil.rng",
            "d202/d202msmil.rng",
            "d202/d202meta.rng",
            "relaxngcommon/attributes.rng",
            "relaxngcommon/datatypes.rng")) {
      Path copy = scratch.resolve(part);
      Files.createDirectories(copy.getParent());
      try (InputStream in = TalkingBook.class.getResourceAsStream("/xml/schemas/" + part)) {
        Files.write(copy, in.readAllBytes());
      }
    }
    ValidationDriver driver = new ValidationDriver();
    assertThat(
            driver.loadSchema(
                ValidationDriver.fileInputSource(scratch.resolve("d202/" + schema).toFile())))
        .isTrue();
    for (String name : names) {
      // Without its DTD, which nobody can fetch here.
      String bare = text(name).replaceFirst("<!DOCTYPE[^>]*>", "");
      InputSource source = new InputSource(new StringReader(bare));
      source.setSystemId(name);
      assertThat(driver.validate(source)).as(name + "\n" + bare).isTrue();
    }
  }

  public static List<Element> all(Document document, String name) {
    return list(document.getElementsByTagNameNS("*", name));
  }

  public static List<Element> all(Element element, String name) {
    return list(element.getElementsByTagNameNS("*", name));
  }

  public static List<Element> children(Element element) {
    return list(element.getChildNodes());
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The content of a meta element; fails unless there is exactly one. */
  public static String meta(Document document, String name) {
    List<String> contents = metas(document, name);
    assertThat(contents).as(name).hasSize(1);
    return contents.get(0);
  }

  public static List<String> metas(Document document, String name) {
    return all(document, "meta").stream()
        .filter(meta -> meta.getAttribute("name").equals(name))
        .map(meta -> meta.getAttribute("content"))
        .toList();
  }

  public static List<String> ids(Document document) {
    return all(document, "*").stream()
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** A clock value in milliseconds: {@code npt=1.234s}, {@code 0:00:01.234}. */
  public static long millis(String clock) {
    String value = clock.replace("npt=", "").replaceAll("s$", "");
    double seconds = 0;
    for (String field : value.split(":")) {
      seconds = seconds * 60 + Double.parseDouble(field);
    }
    return Math.round(seconds * 1000);
  }
}
