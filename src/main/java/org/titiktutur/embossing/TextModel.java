package org.titiktutur.embossing;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.titiktutur.braille.AsciiBraille;
import org.titiktutur.braille.Page;

/**
 * Any embosser that takes braille as plain text, in North American ASCII braille, upper case; the
 * machine itself is set to that table. Paper, sides and everything else are set at the machine too,
 * or by the bytes at the start.
 *
 * @param top blank rows above each page
 * @param left blank cells before each row that is not blank
 * @param rowEnd bytes behind each row
 * @param pageEnd bytes behind each page, the last included: what is not ended stays in the machine
 *     and would share its sheet with the next run
 * @param before bytes before a run, such as a printer's escape sequences
 * @param after bytes behind a run
 */
public record TextModel(int top, int left, Bytes rowEnd, Bytes pageEnd, Bytes before, Bytes after)
    implements Model {

  /** No margins, CR LF behind rows, a form feed behind pages, and no bytes around the run. */
  public static final TextModel GENERIC =
      new TextModel(0, 0, Bytes.of("\r\n"), Bytes.of("\f"), Bytes.NONE, Bytes.NONE);

  public TextModel {
    requireNonNull(rowEnd);
    requireNonNull(pageEnd);
    requireNonNull(before);
    requireNonNull(after);
    if (top < 0 || left < 0) {
      throw new IllegalArgumentException("margins of " + top + " and " + left);
    }
  }

  @Override
  public Paper room(Paper paper) {
    return new Paper(paper.cells() - left, paper.rows() - top);
  }

  @Override
  public boolean hasEightDots() {
    return false;
  }

  @Override
  public byte[] start() {
    return before.toArray();
  }

  @Override
  public byte[] page(Page page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int blank = page.rows().isEmpty() ? 0 : top;
    for (int row = 0; row < blank; row++) {
      bytes.writeBytes(rowEnd.toArray());
    }
    for (String row : page.rows()) {
      if (!row.isEmpty()) {
        bytes.writeBytes(" ".repeat(left).getBytes(StandardCharsets.US_ASCII));
      }
      row.chars().forEach(cell -> bytes.write(AsciiBraille.character((char) cell)));
      bytes.writeBytes(rowEnd.toArray());
    }
    bytes.writeBytes(pageEnd.toArray());
    return bytes.toByteArray();
  }

  @Override
  public byte[] end() {
    return after.toArray();
  }
}
