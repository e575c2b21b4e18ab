package org.titiktutur.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.titiktutur.production.Conversion;
import org.titiktutur.production.Format;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Options;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Tongue;

/**
 * Does once what people do often, so that the classes it takes go into the start-up archives (class
 * data sharing): this process leaves the command line's, its one worker leaves the workers'.
 */
final class Rehearsal {

  private static final List<Format> FORMATS =
      List.of(Format.MP3, Format.BRF, Format.PEF, Format.HTML, Format.TXT);

  private Rehearsal() {}

  public static void main(String[] args) throws Exception {
    Shell shell =
        new Shell(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            Tongue.INDONESIAN,
            new Phrases("cli", Tongue.INDONESIAN),
            false);
    String workersArchive = System.clearProperty(Workers.REHEARSAL);
    Path folder = Files.createTempDirectory("titik-rehearsal");
    try {
      Titik.run(shell, "convert", folder + "/none.txt", "--to", "txt", "--lang", "id");
      if (workersArchive != null) {
        System.setProperty(Workers.REHEARSAL, workersArchive);
      }
      try (Scratch scratch = Scratch.open()) {
        int book = 0;
        for (Path source : sources(folder)) {
          convert(source, scratch, "book" + book++, folder.resolve("out"));
        }
      }
    } finally {
      org.titiktutur.workshop.NativeStore.deleteTree(folder);
    }
  }

  private static void convert(Path source, Scratch scratch, String name, Path out)
      throws IOException, InterruptedException {
    Phrases findingWords = new Phrases("findings", Tongue.INDONESIAN);
    try {
      new Conversion(scratch.workers(), scratch.folder(name), findingWords)
          .run(source, FORMATS, Options.NONE, out, (stage, part, parts, share) -> {});
    } catch (NotHereException | RuntimeException e) {
      // What cannot be rehearsed on this machine only starts more slowly; it is said when it is
      // asked for.
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    String markdown;
    try (InputStream in = Rehearsal.class.getResourceAsStream("/rehearsal/kisah.md")) {
      markdown = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path text = Files.writeString(folder.resolve("kisah.txt"), markdown);
    Path marked = Files.writeString(folder.resolve("kisah.md"), markdown);
    String body =
        "<html xmlns='http://www.w3.org/1999/xhtml' lang='id'><head><title>Latihan</title></head><body>"
            + "<h1>Bab satu</h1><p>Selamat <em>pagi</em>, <span lang='en'>everyone</span>.</p>"
            + "<table><tr><th>Buku</th></tr><tr><td>Laut</td></tr></table></body></html>";
    Path page = Files.writeString(folder.resolve("kisah.html"), body);
    Path epub =
        zip(
            folder.resolve("kisah.epub"),
            Map.of(
                "mimetype",
                "application/epub+zip",
                "META-INF/container.xml",
                "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>"
                    + "<rootfile full-path='p.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
                "p.opf",
                "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata"
                    + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Latihan</dc:title><dc:language>id</dc:language>"
                    + "</metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
                    + "<spine><itemref idref='a'/></spine></package>",
                "a.xhtml",
                body));
    Path word =
        zip(
            folder.resolve("kisah.docx"),
            Map.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
                    + ".wordprocessingml.document.main+xml'/></Types>",
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1'"
                    + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                    + " Target='word/document.xml'/></Relationships>",
                "word/document.xml",
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r>"
                    + "<w:t>Selamat pagi semua.</w:t></w:r></w:p></w:body></w:document>"));
    Path portable =
        Files.writeString(
            folder.resolve("kisah.pdf"),
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                + "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                + "4 0 obj<</Length 47>>stream\nBT /F 12 Tf 72 700 Td (Selamat pagi semua.) Tj ET\nendstream endobj\n"
                + "trailer<</Root 1 0 R>>\n%%EOF\n");
    return List.of(text, marked, page, epub, word, portable);
  }

  private static Path zip(Path file, Map<String, String> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
