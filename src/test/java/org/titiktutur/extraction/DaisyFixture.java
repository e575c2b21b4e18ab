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

/** Writes the ZIPs of talking books. */
final class DaisyFixture {

  private final Map<String, String> files = new LinkedHashMap<>();

  /** A book of one sentence, right unless a test makes it wrong. */
  static DaisyFixture daisy202() {
    return new DaisyFixture()
        .file("ncc.html", ncc("<h1 class='title' id='t'><a href='0001.smil#p0'>Buku</a></h1>"))
        .file("0001.smil", smil("isi.html#a"))
        .file("isi.html", "<html><body><p id='a'>Isi yang biasa.</p></body></html>")
        .file("0001.mp3", "x");
  }

  static String ncc(String entries) {
    return "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN'"
        + " 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd'>"
        + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Judul berkas</title>"
        + "<meta name='dc:title' content='Buku Lama'/><meta name='dc:creator' content='Siti'/>"
        + "<meta name='dc:language' content='id'/><meta name='dc:identifier' content='lama-1'/>"
        + "<meta name='dc:publisher' content='Yayasan'/><meta name='dc:date' content='2009-02-07'/>"
        + "</head><body>"
        + entries
        + "</body></html>";
  }

  /** The moments p0, p1, … of these places in the text. */
  static String smil(String... places) {
    StringBuilder smil = new StringBuilder("<smil><head/><body><seq>");
    for (int i = 0; i < places.length; i++) {
      smil.append(
          "<par endsync='last' id='p%d'><text id='t%d' src='%s'/></par>"
              .formatted(i, i, places[i]));
    }
    return smil + "</seq></body></smil>";
  }

  DaisyFixture file(String name, String content) {
    files.put(name, content);
    return this;
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
