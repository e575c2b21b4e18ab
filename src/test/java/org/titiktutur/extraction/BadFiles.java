package org.titiktutur.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** The files that nobody should have to meet, made by name. */
public final class BadFiles {

  private static final String ENCRYPTION =
      """
      <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
       xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
      <enc:EncryptionMethod Algorithm="%s"/>
      <enc:CipherData><enc:CipherReference URI="%s"/></enc:CipherData>
      </enc:EncryptedData></encryption>
      """;

  private static final String AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
  private static final String IDPF = "http://www.idpf.org/2008/embedding";

  private BadFiles() {}

  /**
   * Writes the file.
   *
   * @param secret a file outside the book that must not be read
   */
  public static Path write(String name, Path folder, Path secret) throws IOException {
    Path file = folder.resolve(name);
    return switch (name) {
      case "kosong.epub", "kosong.pdf" -> Files.write(file, new byte[0]);
      case "spasi.txt" -> Files.writeString(file, " \n\t\n ");
      case "acak.pdf", "acak.txt" -> Files.write(file, noise(4000));
      case "gambar.pdf" -> Files.write(file, picture());
      case "terpotong.epub" -> Files.write(file, half(book().write(file)));
      case "terpotong.pdf" -> Files.write(file, half(pdf().write(file)));
      case "terpotong.docx" ->
          Files.write(file, half(OfficeFixture.docx(OfficeFixture.p("Isi.")).write(file)));
      case "sandi.epub" -> Files.write(file, withPassword(book().write(file)));
      case "sandi.pdf" -> pdf().lock("pemilik", "rahasia").write(file);
      case "sandi.docx" -> Files.write(file, lockedOffice());
      case "drm.epub" ->
          book().file("META-INF/encryption.xml", locking(AES, "a.xhtml")).write(file);
      case "huruf.epub" ->
          book().file("META-INF/encryption.xml", locking(IDPF, "huruf.otf")).write(file);
      case "pindai.pdf" -> new PdfFixture().scan().scan().write(file);
      case "bom.epub" ->
          new EpubFixture().document("a.xhtml", "<p>Isi" + " ".repeat(40 << 20)).write(file);
      case "entri.epub" -> entries(file);
      case "gibi.docx" -> gibibyte(file);
      case "entitas.epub" ->
          book()
              .opfStart(entities(12))
              .metadata("<dc:title>&a12;</dc:title><dc:language>id</dc:language>")
              .write(file);
      case "entitas.docx" ->
          OfficeFixture.docx(OfficeFixture.p("Isi &a12;.")).prolog(entities(12)).write(file);
      case "lari.epub" ->
          book()
              .file(
                  "META-INF/container.xml",
                  "<container><rootfiles><rootfile full-path='../../p.opf'/></rootfiles></container>")
              .write(file);
      case "luar.epub" -> new EpubFixture().spine("../../../etc/passwd", "").write(file);
      case "jalan.epub" ->
          book()
              .spine("../../" + secret.getFileName(), "")
              .spine(secret.toUri().toString(), "")
              .file("../../jahat.xhtml", "<p>Jahat.</p>")
              .write(file);
      case "bohong.pdf" -> book().write(file);
      case "tabel.html" ->
          Files.writeString(file, "<table><tr><td>".repeat(10_000) + "Isi yang dalam.");
      case "tabel.docx" ->
          OfficeFixture.docx(
                  "<w:tbl><w:tr><w:tc>".repeat(3000)
                      + OfficeFixture.p("Isi yang dalam.")
                      + "</w:tc></w:tr></w:tbl>".repeat(3000))
              .write(file);
      case "halaman.pdf" -> pages(file, 200_000);
      case "sistem.epub" ->
          new EpubFixture()
              .document(
                  "a.xhtml",
                  external(secret) + "<html><body><p>Isi yang biasa &s;.</p></body></html>")
              .write(file);
      case "sistem.docx" ->
          OfficeFixture.docx(OfficeFixture.p("Isi yang biasa &s;."))
              .prolog(external(secret))
              .write(file);
      case "sistem.odt" ->
          OfficeFixture.odt("", "<text:p>Isi yang biasa &s;.</text:p>")
              .prolog(external(secret))
              .write(file);
      case "kata.txt" -> Files.writeString(file, "Isi " + "x".repeat(1_000_000) + " akhir.");
      case "separuh.txt" -> Files.write(file, loneSurrogate());
      case "separuh.html" -> Files.writeString(file, "<p>Isi&#xD800; yang&#xDFFF; biasa.</p>");
      case "terpotong.zip" -> Files.write(file, half(DaisyFixture.daisy202().write(file)));
      case "sandi.zip" -> Files.write(file, withPassword(DaisyFixture.daisy202().write(file)));
      case "tanpa.zip" ->
          new DaisyFixture()
              .file("0001.smil", DaisyFixture.smil("isi.html#a"))
              .file("0001.mp3", "x")
              .write(file);
      case "hampa.zip" -> new DaisyFixture().file("ncc.html", "<html><body/></html>").write(file);
      case "entitas.zip" ->
          new DaisyFixture()
              .file("ncc.html", entities(12) + "<html><body><h1>&a12;</h1></body></html>")
              .write(file);
      case "entitas.xml" ->
          Files.writeString(
              file,
              entities(12).replace("DOCTYPE x", "DOCTYPE dtbook")
                  + "<dtbook><book><p>&a12;</p></book></dtbook>");
      case "luar.zip" ->
          DaisyFixture.daisy202()
              .file("0001.smil", DaisyFixture.smil("../../" + secret.getFileName() + "#a"))
              .write(file);
      case "lingkar.zip" ->
          DaisyFixture.daisy202()
              .file("master.smil", "<smil><body><ref src='master.smil'/></body></smil>")
              .file(
                  "0001.smil",
                  DaisyFixture.smil("isi.html#a", "0001.smil#p0", "isi.html#a", "hilang.html#b"))
              .write(file);
      case "sistem.xml" ->
          Files.writeString(
              file,
              external(secret).replace("DOCTYPE x", "DOCTYPE dtbook")
                  + "<dtbook><book><bodymatter><level1><p>Isi yang biasa &s;.</p></level1></bodymatter></book></dtbook>");
      case "nol.txt" -> Files.writeString(file, "Isi\0 yang\0 biasa.\n".repeat(3));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static EpubFixture book() {
    return new EpubFixture().chapter("a.xhtml", "<p>Isi yang biasa.</p>");
  }

  private static PdfFixture pdf() {
    return new PdfFixture().page().lines("Isi yang biasa di dalam sebuah buku.");
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  private static byte[] half(Path whole) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  /** The flag of every entry says that it is encrypted (APPNOTE 4.4.4). */
  private static byte[] withPassword(Path whole) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    for (int i = 0; i + 8 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && (bytes[i + 2] == 1 || bytes[i + 2] == 3)) {
        bytes[i + (bytes[i + 2] == 3 ? 6 : 8)] |= 1;
      }
    }
    return bytes;
  }

  /** As much of an OLE2 file as tells that a DOCX with a password is in it. */
  private static byte[] lockedOffice() {
    byte[] ole = new byte[4096];
    byte[] head = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1".getBytes(ISO_8859_1);
    System.arraycopy(head, 0, ole, 0, head.length);
    byte[] stream = "EncryptedPackage".getBytes(UTF_16LE);
    System.arraycopy(stream, 0, ole, 1024, stream.length);
    return ole;
  }

  private static String locking(String algorithm, String file) {
    return ENCRYPTION.formatted(algorithm, "OEBPS/" + file);
  }

  private static Path entries(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 70_000; i++) {
        ZipEntry entry = new ZipEntry(i + ".xhtml");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(0);
        entry.setCrc(0);
        zip.putNextEntry(entry);
      }
    }
    return file;
  }

  /**
   * A DOCX that unpacks to more than a gibibyte. Deflated once and repeated: a piece that ends with
   * a full flush (RFC 1951, an empty stored block) stands on its own.
   */
  private static Path gibibyte(Path file) throws IOException {
    String start =
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>";
    byte[] filling = OfficeFixture.p("Isi yang biasa.").repeat(20_000).getBytes(UTF_8);
    byte[] piece = deflated(filling, Deflater.FULL_FLUSH);
    int times = (1 << 30) / filling.length + 1;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(deflated(start.getBytes(UTF_8), Deflater.FULL_FLUSH));
    CRC32 crc = new CRC32();
    crc.update(start.getBytes(UTF_8));
    for (int i = 0; i < times; i++) {
      packed.write(piece);
      crc.update(filling);
    }
    byte[] end = "</w:body></w:document>".getBytes(UTF_8);
    crc.update(end);
    Deflater last = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    last.setInput(end);
    last.finish();
    byte[] rest = new byte[200];
    packed.write(rest, 0, last.deflate(rest));
    last.end();
    long size = start.length() + (long) times * filling.length + end.length;
    return oneEntry(file, "word/document.xml", packed.toByteArray(), size, crc.getValue());
  }

  private static byte[] deflated(byte[] bytes, int flush) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(bytes);
    byte[] packed = new byte[bytes.length + 100];
    int length = deflater.deflate(packed, 0, packed.length, flush);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  /** A ZIP of one entry that is deflated already (APPNOTE 4.3). */
  private static Path oneEntry(Path file, String name, byte[] packed, long size, long crc)
      throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    byte[] common =
        bytes(20, 2, 0, 2, 8, 2, 0, 4, crc, 4, packed.length, 4, size, 4, name.length(), 2, 0, 2);
    zip.write(bytes(0x04034B50, 4));
    zip.write(common);
    zip.write(name.getBytes(UTF_8));
    zip.write(packed);
    int directory = zip.size();
    zip.write(bytes(0x02014B50, 4, 20, 2));
    zip.write(common);
    zip.write(bytes(0, 2, 0, 2, 0, 2, 0, 4, 0, 4));
    zip.write(name.getBytes(UTF_8));
    int length = zip.size() - directory;
    zip.write(bytes(0x06054B50, 4, 0, 2, 0, 2, 1, 2, 1, 2, length, 4, directory, 4, 0, 2));
    return Files.write(file, zip.toByteArray());
  }

  /** Numbers and their lengths, little end first. */
  private static byte[] bytes(long... numbersAndLengths) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < numbersAndLengths.length; i += 2) {
      for (int at = 0; at < numbersAndLengths[i + 1]; at++) {
        bytes.write((int) (numbersAndLengths[i] >> (8 * at)));
      }
    }
    return bytes.toByteArray();
  }

  /** Each entity is ten times the one before it: a12 has 4 · 10¹² characters. */
  private static String entities(int levels) {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'lol '>");
    for (int i = 1; i <= levels; i++) {
      dtd.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    return dtd + "]>";
  }

  private static String external(Path secret) {
    return "<!DOCTYPE x [<!ENTITY s SYSTEM '%1$s'><!ENTITY %% p SYSTEM '%1$s'> %%p;]>"
        .formatted(secret.toUri());
  }

  /** Pages that share their content, as lists of objects: no library holds them all. */
  private static Path pages(Path file, int count) throws IOException {
    String text = "BT /F 12 Tf 50 700 Td (Isi yang biasa di halaman ini.) Tj ET";
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      StringBuilder table = new StringBuilder("xref\n0 " + (count + 5) + "\n0000000000 65535 f \n");
      long at = 0;
      for (int number = 0; number < count + 5; number++) {
        String object =
            switch (number) {
              case 0 -> "%PDF-1.4\n";
              case 1 -> "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n";
              case 2 -> {
                StringBuilder kids = new StringBuilder();
                for (int i = 5; i < count + 5; i++) {
                  kids.append(i).append(" 0 R ");
                }
                yield "2 0 obj<</Type/Pages/Count " + count + "/Kids[" + kids + "]>>endobj\n";
              }
              case 3 ->
                  "3 0 obj<</Length "
                      + text.length()
                      + ">>stream\n"
                      + text
                      + "\nendstream endobj\n";
              case 4 -> "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n";
              default ->
                  number
                      + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R"
                      + "/Resources<</Font<</F 4 0 R>>>>>>endobj\n";
            };
        if (number > 0) {
          table.append("%010d 00000 n \n".formatted(at));
        }
        out.write(object.getBytes(ISO_8859_1));
        at += object.length();
      }
      table.append(
          "trailer<</Size " + (count + 5) + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n");
      out.write(table.toString().getBytes(ISO_8859_1));
    }
    return file;
  }

  private static byte[] loneSurrogate() {
    byte[] bytes = "\uFEFFIsi X yang biasa dibaca orang.".getBytes(UTF_16LE);
    bytes[10] = 0x00;
    bytes[11] = (byte) 0xD8;
    return bytes;
  }
}
