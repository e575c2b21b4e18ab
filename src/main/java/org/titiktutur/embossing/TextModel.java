package org.titiktutur.embossing;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  public String id() {
    return "generic";
  }

  @Override
  public Optional<Paper> room(Paper paper, boolean bothSides) {
    return paper.cells() > left && paper.rows() > top
        ? Optional.of(new Paper(paper.cells() - left, paper.rows() - top))
        : Optional.empty();
  }

  @Override
  public boolean hasEightDots() {
    return false;
  }

  /** As far as we know: it is set at the machine. */
  @Override
  public boolean hasTwoSides() {
    return true;
  }

  @Override
  public List<byte[]> run(List<Page> sides, Paper paper, boolean bothSides) {
    List<byte[]> run = new ArrayList<>();
    for (int side = 0; side < sides.size(); side++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (side == 0) {
        bytes.writeBytes(before.toArray());
      }
      bytes.writeBytes(page(sides.get(side)));
      if (side == sides.size() - 1) {
        bytes.writeBytes(after.toArray());
      }
      run.add(bytes.toByteArray());
    }
    return run;
  }

  /** One page with what ends it. */
  byte[] page(Page page) {
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
}
