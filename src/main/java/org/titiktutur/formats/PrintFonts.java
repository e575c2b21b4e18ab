package org.titiktutur.formats;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * The letters of large print: DejaVu Sans, upright, in two weights. It also stands in for fonts
 * that PDFBox asks for by name, which would otherwise look through all fonts of the machine and
 * leave a file in the home folder.
 */
final class PrintFonts implements FontMapper {

  static final String FAMILY = "DejaVu Sans";

  private static final String REGULAR = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final String BOLD = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf";

  private final TrueTypeFont regular;
  private final CmapLookup glyphs;

  PrintFonts() throws IOException {
    try (InputStream in = open(REGULAR)) {
      regular = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
    }
    glyphs = regular.getUnicodeCmapLookup();
  }

  /** Has a document drawn with these fonts, embedded as far as they are used. */
  static void into(PdfRendererBuilder document) {
    document.useFont(() -> open(REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
    document.useFont(() -> open(BOLD), FAMILY, 700, FontStyle.NORMAL, true);
  }

  /** Whether a character can be seen, or need not be. */
  boolean draws(int character) {
    return glyphs.getGlyphId(character) != 0
        || Character.isWhitespace(character)
        || Character.getType(character) == Character.FORMAT
        || Character.getType(character) == Character.CONTROL;
  }

  private static InputStream open(String font) {
    InputStream in = PrintFonts.class.getResourceAsStream(font);
    if (in == null) {
      throw new UncheckedIOException(new IOException("no font " + font));
    }
    return in;
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(regular, false);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(regular, false);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
    return new CIDFontMapping(null, regular, false);
  }
}
