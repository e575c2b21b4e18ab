package org.titiktutur.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** A PDF set by hand: every line where a test wants it, on pages of 400 by 600 points. */
final class PdfFixture {

  static {
    PdfFonts.install();
  }

  static final float WIDTH = 400;
  static final float HEIGHT = 600;
  static final float LEFT = 50;

  final PDDocument document = new PDDocument();
  private PDPage page;
  private float y;

  /** Something done to the document itself. */
  @FunctionalInterface
  interface Change {
    void to(PDDocument document) throws IOException;
  }

  PdfFixture page() {
    page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    document.addPage(page);
    y = 60;
    return this;
  }

  PDPage lastPage() {
    return page;
  }

  /**
   * Lines of running text, 11 points on 14, from the left edge; one that begins with ">" is
   * indented.
   */
  PdfFixture lines(String... lines) {
    for (String line : lines) {
      boolean indented = line.startsWith(">");
      line(LEFT + (indented ? 18 : 0), y, 11, false, indented ? line.substring(1) : line);
      y += 14;
    }
    return this;
  }

  PdfFixture space(float points) {
    y += points;
    return this;
  }

  PdfFixture heading(float size, String text) {
    y += size;
    line(LEFT, y, size, true, text);
    y += size + 8;
    return this;
  }

  /** The base line of the next line, from the top of the page. */
  float y() {
    return y;
  }

  PdfFixture line(float x, float top, float size, boolean bold, String text) {
    return paint(
        content -> {
          try {
            content.beginText();
            content.setFont(font(bold), size);
            content.newLineAtOffset(x, HEIGHT - top);
            content.showText(text);
            content.endText();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static PDFont font(boolean bold) {
    return new PDType1Font(
        bold ? Standard14Fonts.FontName.HELVETICA_BOLD : Standard14Fonts.FontName.HELVETICA);
  }

  PdfFixture picture(float x, float top, float width, float height) {
    return paint(
        content -> {
          try {
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            image.setRGB(document.getNumberOfPages() % 8, 3, 0xFFFFFF);
            content.drawImage(
                LosslessFactory.createFromImage(document, image),
                x,
                HEIGHT - top - height,
                width,
                height);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** What a scanner makes: the page is one picture. */
  PdfFixture scan() {
    return page().picture(0, 0, WIDTH, HEIGHT);
  }

  /** Operators as they stand in a content stream; the font is set. */
  PdfFixture raw(String operators) throws IOException {
    COSName name = COSName.getPDFName("FontOfTests");
    PDResources resources = page.getResources();
    if (resources == null) {
      resources = new PDResources();
      page.setResources(resources);
    }
    resources.put(name, font(false));
    byte[] content =
        ("q /FontOfTests 11 Tf " + operators + " Q\n").getBytes(StandardCharsets.ISO_8859_1);
    List<PDStream> streams = new ArrayList<>();
    page.getContentStreams().forEachRemaining(streams::add);
    streams.add(new PDStream(document, new ByteArrayInputStream(content)));
    page.setContents(streams);
    return this;
  }

  private PdfFixture paint(Consumer<PDPageContentStream> painting) {
    try (PDPageContentStream content =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
      painting.accept(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  PdfFixture with(Change change) throws IOException {
    change.to(document);
    return this;
  }

  PdfFixture lock(String owner, String user) throws IOException {
    document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
    return this;
  }

  Path write(Path file) throws IOException {
    document.save(file.toFile());
    document.close();
    return file;
  }
}
