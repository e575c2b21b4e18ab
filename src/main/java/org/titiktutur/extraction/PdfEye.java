package org.titiktutur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Looks at one page after another and says which letters and pictures stand where. Nothing is
 * decided here about words or lines, and no picture is decoded.
 */
final class PdfEye extends PDFStreamEngine {

  /** Letters of one page beyond which it is no page of a book. */
  private static final int MOST_GLYPHS = 300_000;

  /** Operations of one page; drawings of maps reach some hundred thousand. */
  private static final int MOST_OPERATIONS = 3_000_000;

  /** What a content stream may unpack to, in bytes. */
  private static final long MOST_CONTENT = 64L << 20;

  /** Forms inside forms. */
  private static final int DEEPEST_FORM = 24;

  private static final GlyphList GLYPH_NAMES = glyphNames();

  /** The page was more than this reader takes on; what was seen of it stands. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(String what) {
      super(what);
    }
  }

  /** A stretch of marked content. */
  private static final class Marked {
    final PdfTag tag;
    final String instead;
    final boolean hidden;
    final int firstGlyph;

    Marked(PdfTag tag, String instead, boolean hidden, int firstGlyph) {
      this.tag = tag;
      this.instead = instead;
      this.hidden = hidden;
      this.firstGlyph = firstGlyph;
    }
  }

  private final Set<COSDictionary> hiddenLayers;
  private final IdentityHashMap<PDFont, PdfFace> faces = new IdentityHashMap<>();

  private IntFunction<PdfTag> tags = mcid -> PdfTag.NONE;
  private IntFunction<String> descriptions = mcid -> "";
  private final Deque<Marked> marked = new ArrayDeque<>();
  private List<PdfGlyph> glyphs = new ArrayList<>();
  private List<PdfPicture> pictures = new ArrayList<>();
  private int operations;
  private int forms;
  private int strokes;
  private int unreadable;
  private int hidden;
  private Set<String> outside = new HashSet<>();
  private long giveUpAt;

  private int rotation;
  private PDRectangle crop;

  /**
   * An eye for one document.
   *
   * @param hiddenLayers groups of optional content that are not shown
   */
  PdfEye(Set<COSDictionary> hiddenLayers) {
    this.hiddenLayers = hiddenLayers;
    addOperator(new BeginText(this));
    addOperator(new EndText(this));
    addOperator(new Concatenate(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new SetGraphicsStateParameters(this));
    addOperator(new MoveText(this));
    addOperator(new MoveTextSetLeading(this));
    addOperator(new NextLine(this));
    addOperator(new SetCharSpacing(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new SetMatrix(this));
    addOperator(new SetTextHorizontalScaling(this));
    addOperator(new SetTextLeading(this));
    addOperator(new SetTextRenderingMode(this));
    addOperator(new SetTextRise(this));
    addOperator(new SetWordSpacing(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new ShowTextLine(this));
    addOperator(new ShowTextLineAndSpace(this));
    addOperator(new BeginMarkedContentSequence(this));
    addOperator(new BeginMarkedContentSequenceWithProperties(this));
    addOperator(new EndMarkedContentSequence(this));
    addOperator(new Draw());
  }

  /**
   * What a page shows.
   *
   * @param width of the page as a reader holds it
   * @param strokes how many lines and areas are drawn
   * @param unreadable letters whose fonts do not say what they are
   * @param hidden letters that the page does not show
   * @param outside names of files that its pictures lie in, outside of this one
   * @param whole false where the rest of the page could not be read
   */
  record Sight(
      float width,
      float height,
      List<PdfGlyph> glyphs,
      List<PdfPicture> pictures,
      int strokes,
      int unreadable,
      int hidden,
      Set<String> outside,
      boolean whole) {}

  /**
   * Looks at a page.
   *
   * @param tags for the numbers of marked content on this page
   * @param descriptions of figures, likewise; empty where there is none
   * @param patience in nanoseconds
   */
  Sight look(
      PDPage page, IntFunction<PdfTag> tags, IntFunction<String> descriptions, long patience) {
    this.tags = tags;
    this.descriptions = descriptions;
    marked.clear();
    glyphs = new ArrayList<>();
    pictures = new ArrayList<>();
    operations = 0;
    forms = 0;
    strokes = 0;
    unreadable = 0;
    hidden = 0;
    outside = new HashSet<>();
    giveUpAt = System.nanoTime() + patience;
    rotation = Math.floorMod(page.getRotation(), 360);
    crop = page.getCropBox();
    if (faces.size() > 2_000) {
      faces.clear();
    }
    boolean whole = true;
    try {
      for (COSStream content : contentsOf(page)) {
        refuseBomb(content);
      }
      processPage(page);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // a page that a stranger wrote may fail in any way; what was seen before that is kept
      whole = false;
    }
    boolean lying = rotation == 90 || rotation == 270;
    return new Sight(
        lying ? crop.getHeight() : crop.getWidth(),
        lying ? crop.getWidth() : crop.getHeight(),
        glyphs,
        pictures,
        strokes,
        unreadable,
        hidden,
        outside,
        whole);
  }

  private static List<COSStream> contentsOf(PDPage page) {
    List<COSStream> streams = new ArrayList<>();
    COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
    if (contents instanceof COSStream stream) {
      streams.add(stream);
    } else if (contents instanceof org.apache.pdfbox.cos.COSArray array) {
      for (int i = 0; i < array.size() && i < 10_000; i++) {
        if (array.getObject(i) instanceof COSStream stream) {
          streams.add(stream);
        }
      }
    }
    return streams;
  }

  /** Deflate packs a thousand to one; what may be too large is unpacked once into nothing. */
  private static void refuseBomb(COSStream stream) throws IOException {
    if (stream.getLength() * 1032 < MOST_CONTENT || stream.getFilters() == null) {
      return;
    }
    boolean other =
        stream.getFilters() instanceof COSName name && !COSName.FLATE_DECODE.equals(name);
    if (other) {
      return;
    }
    try (InputStream in = new java.util.zip.InflaterInputStream(stream.createRawInputStream())) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > MOST_CONTENT) {
          throw new TooMuch("a content stream of more than " + MOST_CONTENT + " bytes");
        }
      }
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      // not deflate, or cut off: PDFBox repairs what it can
      return;
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operations > MOST_OPERATIONS
        || ((operations & 0x3FF) == 0 && System.nanoTime() - giveUpAt > 0)) {
      throw new TooMuch("more than a page");
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
      throws IOException {
    if (e instanceof TooMuch) {
      throw e;
    }
    // one operation that makes no sense does not lose the rest of the page
  }

  @Override
  protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
    switch (operator.getName()) {
      case OperatorName.BEGIN_INLINE_IMAGE -> picture("", null);
      case OperatorName.FILL_NON_ZERO,
          OperatorName.LEGACY_FILL_NON_ZERO,
          OperatorName.FILL_EVEN_ODD,
          OperatorName.FILL_EVEN_ODD_AND_STROKE,
          OperatorName.FILL_NON_ZERO_AND_STROKE,
          OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
          OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
          OperatorName.STROKE_PATH,
          OperatorName.CLOSE_AND_STROKE,
          OperatorName.SHADING_FILL ->
          strokes++;
      default -> {}
    }
  }

  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
      throws IOException {
    if (isHidden()) {
      hidden++;
      return;
    }
    PdfFace face = faces.computeIfAbsent(font, PdfFace::of);
    String text = textOf(font, code, face);
    if (text.isEmpty()) {
      return;
    }
    float a = place.getScaleX();
    float b = place.getShearY();
    float length = (float) Math.hypot(a, b);
    float size = (float) Math.hypot(place.getShearX(), place.getScaleY());
    if (font instanceof PDType3Font type3) {
      size = sizeOf(type3, size);
    }
    if (!(length > 0) || !(size > 0) || size > 10_000) {
      return;
    }
    float left = place.getTranslateX() - crop.getLowerLeftX();
    float up = place.getTranslateY() - crop.getLowerLeftY();
    float advance = displacement.getX() * length;
    if (font.isVertical()) {
      advance = size;
    }
    float x = uprightX(left, up);
    float y = uprightY(left, up);
    float dx = uprightX(left + a, up + b) - x;
    float dy = uprightY(left + a, up + b) - y;
    if (left < -size
        || up < -size
        || left > crop.getWidth() + size
        || up > crop.getHeight() + size) {
      hidden++;
      return;
    }
    // fill and stroke: how word processors embolden a face that has no bold
    if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE) {
      face = face.bolder();
    }
    if (glyphs.size() >= MOST_GLYPHS) {
      throw new TooMuch("more than " + MOST_GLYPHS + " letters");
    }
    PdfTag tag = marked.isEmpty() ? PdfTag.NONE : marked.peek().tag;
    glyphs.add(new PdfGlyph(text, x, y, dx / length, dy / length, advance, size, face, tag));
  }

  /** Type 3 fonts have a scale of their own; their letters' box says how large they are. */
  private static float sizeOf(PDType3Font font, float scale) {
    Matrix own = font.getFontMatrix();
    float height = 0;
    PDRectangle box = font.getFontBBox();
    if (box != null) {
      height = box.getHeight() * Math.abs(own.getScaleY());
    }
    return height > 0.2f && height < 5 ? scale * height : scale;
  }

  private String textOf(PDFont font, int code, PdfFace face) {
    String text;
    try {
      text = font.toUnicode(code, GLYPH_NAMES);
    } catch (RuntimeException e) {
      text = null;
    }
    if (text == null && font instanceof PDSimpleFont && !face.pictures()) {
      // what every viewer does: the code is the letter
      text = String.valueOf((char) code);
    }
    if (text == null || text.isEmpty()) {
      return unreadable();
    }
    char first = text.charAt(0);
    if (text.length() == 1 && first >= 0xE000 && first <= 0xF8FF) {
      // symbol fonts keep their codes at F000; a bullet is all that can be said of them
      if (face.pictures() || first == 0xF0B7) {
        return "\u2022";
      }
      char plain = (char) (first & 0xFF);
      return first >= 0xF020 && first < 0xF07F ? String.valueOf(plain) : unreadable();
    }
    if (first < ' ' || first == 0xFFFD || (first >= 0x7F && first < 0xA0)) {
      return first == '\t' || first == '\n' || first == '\r' ? " " : unreadable();
    }
    return text;
  }

  private String unreadable() {
    unreadable++;
    return "";
  }

  private float uprightX(float left, float up) {
    return switch (rotation) {
      case 90 -> up;
      case 180 -> crop.getWidth() - left;
      case 270 -> crop.getHeight() - up;
      default -> left;
    };
  }

  private float uprightY(float left, float up) {
    return switch (rotation) {
      case 90 -> left;
      case 180 -> up;
      case 270 -> crop.getWidth() - left;
      default -> crop.getHeight() - up;
    };
  }

  private boolean isHidden() {
    return !marked.isEmpty() && marked.peek().hidden;
  }

  @Override
  public void beginMarkedContentSequence(COSName kind, COSDictionary properties) {
    if (marked.size() > 1_000) {
      return;
    }
    Marked outer = marked.peek();
    boolean unseen =
        (outer != null && outer.hidden)
            || (properties != null && COSName.OC.equals(kind) && isHiddenLayer(properties));
    PdfTag tag = outer == null ? PdfTag.NONE : outer.tag;
    String instead = null;
    if (kind != null && "Artifact".equals(kind.getName())) {
      tag = PdfTag.ARTIFACT;
    } else if (properties != null) {
      int mcid = properties.getInt(COSName.MCID, -1);
      if (mcid >= 0 && tag.role() != PdfTag.Role.ARTIFACT) {
        tag = tags.apply(mcid);
      }
      instead = properties.getString(COSName.ACTUAL_TEXT);
      String alternative = properties.getString(COSName.ALT);
      figure = alternative != null ? alternative : mcid >= 0 ? descriptions.apply(mcid) : figure;
    }
    marked.push(new Marked(tag, instead, unseen, glyphs.size()));
  }

  /** What the figure being painted shows, where the file says so. */
  private String figure = "";

  @Override
  public void endMarkedContentSequence() {
    Marked ended = marked.poll();
    if (ended != null && ended.instead != null) {
      replace(ended.firstGlyph, ended.instead);
    }
    if (marked.isEmpty()) {
      figure = "";
    }
  }

  /** The letters since {@code from} stand for other ones: a ligature, a hyphen of the line. */
  private void replace(int from, String instead) {
    if (from >= glyphs.size()) {
      return;
    }
    PdfGlyph first = glyphs.get(from);
    PdfGlyph last = glyphs.get(glyphs.size() - 1);
    StringBuilder shown = new StringBuilder();
    for (PdfGlyph glyph : glyphs.subList(from, glyphs.size())) {
      if (Math.abs(glyph.across() - first.across()) > first.size() * 0.6) {
        return;
      }
      shown.append(glyph.text());
    }
    if (instead.length() > 3 * shown.length() + 20 || instead.contentEquals(shown)) {
      return;
    }
    glyphs.subList(from, glyphs.size()).clear();
    if (!instead.isEmpty()) {
      glyphs.add(
          new PdfGlyph(
              instead,
              first.x(),
              first.y(),
              first.dx(),
              first.dy(),
              Math.max(first.advance(), last.alongEnd() - first.along()),
              first.size(),
              first.face(),
              first.tag()));
    }
  }

  private boolean isHiddenLayer(COSDictionary group) {
    if (hiddenLayers.contains(group)) {
      return true;
    }
    COSBase members = group.getDictionaryObject(COSName.OCGS);
    return members instanceof COSDictionary one && hiddenLayers.contains(one);
  }

  private void picture(String key, COSStream image) {
    if (isHidden() || pictures.size() >= 10_000) {
      return;
    }
    if (image != null && image.containsKey(COSName.F) && outside.size() < 100) {
      COSBase file = image.getDictionaryObject(COSName.F);
      String name =
          file instanceof COSDictionary specification
              ? specification.getString(COSName.F, specification.getString(COSName.UF))
              : image.getString(COSName.F);
      outside.add(name == null ? key : name);
    }
    Matrix to = getGraphicsState().getCurrentTransformationMatrix();
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (int corner = 0; corner < 4; corner++) {
      float u = corner & 1;
      float v = corner >> 1;
      float px =
          u * to.getScaleX() + v * to.getShearX() + to.getTranslateX() - crop.getLowerLeftX();
      float py =
          u * to.getShearY() + v * to.getScaleY() + to.getTranslateY() - crop.getLowerLeftY();
      left = Math.min(left, uprightX(px, py));
      right = Math.max(right, uprightX(px, py));
      top = Math.min(top, uprightY(px, py));
      bottom = Math.max(bottom, uprightY(px, py));
    }
    pictures.add(new PdfPicture(key, left, top, right - left, bottom - top, figure));
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    showForm(form);
  }

  private static GlyphList glyphNames() {
    try (InputStream more =
        GlyphList.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
      return more == null
          ? GlyphList.getAdobeGlyphList()
          : new GlyphList(GlyphList.getAdobeGlyphList(), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Do: a form is looked into, a picture is noted. */
  private final class Draw extends OperatorProcessor {

    Draw() {
      super(PdfEye.this);
    }

    @Override
    public String getName() {
      return OperatorName.DRAW_OBJECT;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      PDResources resources = getResources();
      if (operands.isEmpty() || !(operands.get(0) instanceof COSName name) || resources == null) {
        return;
      }
      COSDictionary objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
      if (objects == null || !(objects.getDictionaryObject(name) instanceof COSStream stream)) {
        return;
      }
      if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
        COSBase reference = objects.getItem(name);
        picture(
            reference instanceof COSObject object && object.getKey() != null
                ? object.getKey().toString()
                : name.getName(),
            stream);
        return;
      }
      COSDictionary layer = stream.getCOSDictionary(COSName.OC);
      if (forms >= DEEPEST_FORM || (layer != null && isHiddenLayer(layer))) {
        return;
      }
      refuseBomb(stream);
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDFormXObject form) {
        forms++;
        try {
          showForm(form);
        } finally {
          forms--;
        }
      }
    }
  }
}
