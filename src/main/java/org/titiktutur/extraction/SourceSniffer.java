package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.titiktutur.publication.FindingCode;

/**
 * Finds out from a file's bytes what kind of source it is. Its name decides only what bytes cannot:
 * whether a text is Markdown or HTML without the usual beginning.
 */
final class SourceSniffer {

  private static final int HEAD = 4096;

  private static final Pattern HTML =
      Pattern.compile(
          "(?is)\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*"
              + "(<!doctype\\s+html.*|<html[\\s>].*|<(head|body|title|meta|div|h1|p)(\\s[^>]*)?>.*)");

  private static final Pattern DTBOOK =
      Pattern.compile(
          "(?is)\\s*(<\\?[^>]*>\\s*|<!--.*?-->\\s*)*(<!doctype\\s+dtbook[\\s>]|<dtbook[\\s>])");

  private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private SourceSniffer() {}

  static SourceKind kindOf(Path source, String name) throws IOException, Refusal {
    if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
      throw new Refusal(FindingCode.SOURCE_MISSING, name);
    }
    if (Files.size(source) == 0) {
      throw new Refusal(FindingCode.SOURCE_EMPTY, name);
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(source)) {
      head = in.readNBytes(HEAD);
    }
    String latin = new String(head, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
      return zip(source, name);
    }
    int pdf = latin.indexOf("%PDF-");
    if (pdf >= 0 && pdf <= 1024) {
      return SourceKind.PDF;
    }
    if (latin.startsWith("{\\rtf")) {
      return SourceKind.RTF;
    }
    if (latin.startsWith(OLE2) && isEncryptedOffice(source)) {
      throw new Refusal(FindingCode.SOURCE_ENCRYPTED, name);
    }
    TextDecoding decoding = TextDecoding.of(source);
    if (decoding == null) {
      throw binary(source, name);
    }
    String text =
        new String(head, decoding.mark(), head.length - decoding.mark(), decoding.charset());
    return text(text, name);
  }

  /**
   * A DOCX with a password lies in an OLE2 file, in a stream of this name ([MS-OFFCRYPTO] 2.3.4.3).
   */
  private static boolean isEncryptedOffice(Path source) throws IOException {
    try (InputStream in = Files.newInputStream(source)) {
      String bytes = new String(in.readNBytes(8 << 20), StandardCharsets.ISO_8859_1);
      return bytes.contains(
          new String(
              "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
  }

  private static SourceKind text(String head, String name) {
    if (HTML.matcher(head).matches() || SourceKind.HTML.fits(name)) {
      return SourceKind.HTML;
    }
    if (head.stripLeading().startsWith("<?xml") && head.contains("office:document")) {
      return SourceKind.ODT;
    }
    if (DTBOOK.matcher(head).lookingAt()) {
      return SourceKind.DTBOOK;
    }
    return SourceKind.MARKDOWN.fits(name) ? SourceKind.MARKDOWN : SourceKind.TEXT;
  }

  /** What the entries of a ZIP make it, whatever its name says. */
  private static SourceKind zip(Path source, String name) throws IOException, Refusal {
    ZipLimits.check(source, name);
    try (ZipFile zip = new ZipFile(source.toFile())) {
      String mimetype = mimetype(zip);
      if (mimetype.equals("application/epub+zip") || has(zip, "META-INF/container.xml")) {
        return SourceKind.EPUB;
      }
      if (mimetype.startsWith("application/vnd.oasis.opendocument.text")) {
        return SourceKind.ODT;
      }
      if (has(zip, "word/document.xml") || has(zip, "word/document2.xml")) {
        return SourceKind.DOCX;
      }
      SourceKind talking = talkingBook(zip);
      if (talking != null) {
        return talking;
      }
      throw new Refusal(FindingCode.SOURCE_UNSUPPORTED, name, zipLabel(zip, mimetype));
    } catch (ZipException e) {
      if (ZipLimits.hasPassword(source)) {
        throw new Refusal(FindingCode.SOURCE_ENCRYPTED, name);
      }
      // Cut off in the middle: its name is all that tells what it was.
      for (SourceKind kind : SourceKind.values()) {
        if (kind.fits(name) && kind.isZip()) {
          throw new Refusal(FindingCode.SOURCE_DAMAGED, name, kind.label());
        }
      }
      throw new Refusal(FindingCode.SOURCE_DAMAGED, name, "ZIP");
    }
  }

  /** A DAISY book may lie in a folder of the ZIP; null if there is none. */
  private static SourceKind talkingBook(ZipFile zip) {
    boolean opf = false;
    for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
      String entry = e.nextElement().getName().replace('\\', '/').toLowerCase(Locale.ROOT);
      if (entry.equals("ncc.html") || entry.endsWith("/ncc.html")) {
        return SourceKind.DAISY202;
      }
      opf |= entry.endsWith(".opf");
    }
    return opf ? SourceKind.DAISY3 : null;
  }

  private static boolean has(ZipFile zip, String entry) {
    return zip.getEntry(entry) != null;
  }

  private static String mimetype(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry("mimetype");
    if (entry == null) {
      return "";
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(100), StandardCharsets.ISO_8859_1)
          .strip()
          .toLowerCase(Locale.ROOT);
    }
  }

  private static String zipLabel(ZipFile zip, String mimetype) {
    if (has(zip, "xl/workbook.xml")) {
      return "XLSX";
    } else if (has(zip, "ppt/presentation.xml")) {
      return "PPTX";
    } else if (mimetype.startsWith("application/vnd.oasis.opendocument")) {
      return "OpenDocument";
    }
    for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
      String entry = e.nextElement().getName();
      if (entry.equals("META-INF/MANIFEST.MF")) {
        return "JAR";
      }
    }
    return "ZIP";
  }

  /** What it is, by Tika's signatures, to tell the reader; many kinds, none of them ours. */
  private static Refusal binary(Path source, String name) throws IOException {
    String label = MediaLabels.of(source);
    return label.isEmpty()
        ? new Refusal(FindingCode.SOURCE_UNKNOWN, name)
        : new Refusal(FindingCode.SOURCE_UNSUPPORTED, name, label);
  }
}
