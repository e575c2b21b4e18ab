package org.titiktutur.extraction;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * What of a typeface matters to a listener.
 *
 * @param mono all letters equally wide, as programs are printed
 * @param pictures its letters are signs, whatever their codes say
 */
record PdfFace(boolean bold, boolean italic, boolean mono, boolean pictures) {

  static final PdfFace PLAIN = new PdfFace(false, false, false, false);

  // Computer Modern and its kin say it in two letters: CMBX10, SFTI1000, LMMono10
  private static final Pattern BOLD =
      Pattern.compile("bold|black|heavy|demi|^(cm|sf|ec|lm|eu)b(x|r|sy)?(ti|sl|csc|so)?\\d");
  private static final Pattern LIGHTER = Pattern.compile("(extra|ultra)?light");
  private static final Pattern ITALIC =
      Pattern.compile("ital|obli|slant|kursiv|^(cm|sf|ec|lm)(bx?)?(ti|sl|itt|mi)\\d|-it$");
  private static final Pattern MONO =
      Pattern.compile("mono|courier|consol|typewriter|^(cm|sf|ec|lm)(tt|tcsc|itt|vtt)\\d|menlo");
  private static final Pattern PICTURES =
      Pattern.compile("symbol|dingbat|wingding|webding|bullet|marlett|fontawesome|icons?$");

  /** The face of a font, from its name and what its descriptor says. */
  static PdfFace of(PDFont font) {
    String name = font.getName() == null ? "" : font.getName();
    int subset = name.indexOf('+');
    name = name.substring(subset == 6 ? 7 : 0).toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    boolean heavy = descriptor != null && (descriptor.isForceBold() || weighs(descriptor));
    boolean leaning =
        descriptor != null && (descriptor.isItalic() || descriptor.getItalicAngle() != 0);
    boolean fixed = descriptor != null && descriptor.isFixedPitch();
    return new PdfFace(
        heavy || (BOLD.matcher(name).find() && !LIGHTER.matcher(name).find()),
        leaning || ITALIC.matcher(name).find(),
        fixed || MONO.matcher(name).find(),
        PICTURES.matcher(name).find());
  }

  private static boolean weighs(PDFontDescriptor descriptor) {
    return descriptor.getFontWeight() >= 600;
  }

  PdfFace bolder() {
    return bold ? this : new PdfFace(true, italic, mono, pictures);
  }
}
