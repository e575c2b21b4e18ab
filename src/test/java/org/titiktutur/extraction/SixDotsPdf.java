package org.titiktutur.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Sets the essay of the sample library as a PDF, in fonts that every reader of PDF has. Run it by
 * hand after the text has changed: {@code ./mvnw -q test-compile
 * org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.titiktutur.extraction.SixDotsPdf}
 */
public final class SixDotsPdf {

  private static final Path TEXT = Path.of("src/test/resources/samples/six-dots.txt");
  private static final Path PDF = Path.of("resources/samples/six-dots.pdf");

  private static final PDRectangle A5 = PDRectangle.A5;
  private static final float MARGIN = 54;
  private static final float WIDTH = A5.getWidth() - 2 * MARGIN;
  private static final float LEADING = 15;
  private static final float NOTE_LEADING = 11;
  private static final float FOOT = 62;

  private static final Pattern CALL = Pattern.compile("\\^(\\d)$");
  private static final Pattern NOTE = Pattern.compile("\\^(\\d) (.*)");

  private final PDType1Font roman = new PDType1Font(FontName.TIMES_ROMAN);
  private final PDType1Font italic = new PDType1Font(FontName.TIMES_ITALIC);
  private final PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);

  private final PDDocument document = new PDDocument();
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final Map<String, List<String>> notes = new HashMap<>();
  private final List<String> called = new ArrayList<>();
  private PDPageContentStream page;
  private float y;

  private SixDotsPdf() {}

  public static void main(String[] arguments) throws IOException {
    PdfFonts.install();
    new SixDotsPdf().set(Files.readString(TEXT).replace('\'', '’'));
  }

  private void set(String text) throws IOException {
    describe();
    String[] blocks = text.strip().split("\n\\s*\n");
    for (String block : blocks) {
      Matcher note = NOTE.matcher(block);
      if (note.matches()) {
        notes.put(note.group(1), wrap(note.group(2), WIDTH - 10, 9));
      }
    }
    turn();
    boolean afterHeading = true;
    for (String block : blocks) {
      if (block.startsWith("# ")) {
        y -= 40;
        line(bold, 26, MARGIN, block.substring(2));
        y -= 24;
      } else if (block.startsWith("## ")) {
        heading(block.substring(3));
        afterHeading = true;
      } else if (block.startsWith("- ")) {
        for (String item : block.split("\n")) {
          item(item.substring(2));
        }
        y -= 6;
        afterHeading = true;
      } else if (!block.startsWith("^")) {
        boolean subtitle = document.getNumberOfPages() == 1 && !outline.hasChildren();
        paragraph(block, subtitle ? italic : roman, 11, afterHeading);
        afterHeading = false;
      }
    }
    finishPage();
    document.save(PDF.toFile());
    document.close();
  }

  private void describe() {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle("Six Dots");
    about.setAuthor("Titik Tutur");
    about.setSubject("How a code for fingertips was made, forbidden and kept. Public domain (CC0)");
    Calendar date = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    date.setTimeInMillis(0);
    date.set(2026, Calendar.NOVEMBER, 24);
    about.setCreationDate(date);
    document.getDocumentCatalog().setLanguage("en");
    document.getDocumentCatalog().setDocumentOutline(outline);
    PDViewerPreferences preferences = new PDViewerPreferences(document.getDocument().getTrailer());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    document.setDocumentId(1L);
  }

  private void heading(String title) throws IOException {
    if (y < FOOT + 4 * LEADING) {
      turn();
    } else {
      y -= 14;
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(document.getPage(document.getNumberOfPages() - 1));
    destination.setTop((int) y);
    item.setDestination(destination);
    outline.addLast(item);
    line(bold, 15, MARGIN, title);
    y -= LEADING + 8;
  }

  private void paragraph(String text, PDType1Font font, float size, boolean flush)
      throws IOException {
    float indent = flush ? 0 : 14;
    String words = text.replace('\n', ' ');
    Matcher call = CALL.matcher(words);
    String note = null;
    if (call.find()) {
      note = call.group(1);
      words = words.substring(0, call.start());
    }
    List<String> lines = wrap(words, WIDTH, size, indent);
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      room(LEADING, last ? note : null);
      float x = MARGIN + (i == 0 ? indent : 0);
      line(font, size, x, lines.get(i));
      if (last && note != null) {
        page.beginText();
        page.setFont(roman, 7);
        page.newLineAtOffset(x + width(font, size, lines.get(i)), y + 4);
        page.showText(note);
        page.endText();
        called.add(note);
      }
      y -= LEADING;
    }
  }

  private void item(String text) throws IOException {
    List<String> lines = wrap(text, WIDTH - 14, 11);
    for (int i = 0; i < lines.size(); i++) {
      room(LEADING, null);
      if (i == 0) {
        line(roman, 11, MARGIN, "•");
      }
      line(roman, 11, MARGIN + 14, lines.get(i));
      y -= LEADING;
    }
  }

  /** Turns the page if neither the line nor the note that it calls fits. */
  private void room(float height, String note) throws IOException {
    float foot = noteHeight() + (note == null ? 0 : notes.get(note).size() * NOTE_LEADING + 12);
    if (y - height < FOOT - LEADING + foot) {
      turn();
    }
  }

  private float noteHeight() {
    return called.isEmpty()
        ? 0
        : (float) called.stream().mapToInt(n -> notes.get(n).size()).sum() * NOTE_LEADING + 12;
  }

  private void turn() throws IOException {
    if (page != null) {
      finishPage();
    }
    PDPage fresh = new PDPage(A5);
    document.addPage(fresh);
    page = new PDPageContentStream(document, fresh);
    y = A5.getHeight() - MARGIN - 11;
  }

  private void finishPage() throws IOException {
    if (!called.isEmpty()) {
      float top = FOOT - LEADING + noteHeight();
      page.moveTo(MARGIN, top);
      page.lineTo(MARGIN + 60, top);
      page.stroke();
      y = top - 12;
      for (String label : called) {
        line(roman, 9, MARGIN, label);
        for (String line : notes.get(label)) {
          line(roman, 9, MARGIN + 10, line);
          y -= NOTE_LEADING;
        }
      }
      called.clear();
    }
    String number = String.valueOf(document.getNumberOfPages());
    y = 32;
    line(roman, 9, (A5.getWidth() - width(roman, 9, number)) / 2, number);
    page.close();
  }

  private void line(PDType1Font font, float size, float x, String text) throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  private List<String> wrap(String text, float width, float size) throws IOException {
    return wrap(text, width, size, 0);
  }

  private List<String> wrap(String text, float width, float size, float indent) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      float room = width - (lines.isEmpty() ? indent : 0);
      if (!line.isEmpty() && width(roman, size, line + " " + word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static float width(PDType1Font font, float size, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }
}
