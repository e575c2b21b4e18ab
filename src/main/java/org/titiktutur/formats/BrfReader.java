package org.titiktutur.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.titiktutur.braille.AsciiBraille;
import org.titiktutur.publication.FindingCode;

/**
 * Reads Braille Ready Format, as the world writes it: rows end with CR LF, LF or CR, pages with a
 * form feed that the last may lack, letters are of either case, and DOS may have left its end mark.
 *
 * <p>A blank page at the very end cannot be told from the end of the page before it, and is lost.
 */
final class BrfReader {

  private static final int DOS_END = 0x1A;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int LONGEST_CHARACTER = 4;

  private final PushbackInputStream in;
  private final String name;
  private final PageFile.Sink pages;
  private final StringBuilder row = new StringBuilder();
  private final List<String> rows = new ArrayList<>();
  private long line = 1;
  private long column = 1;

  private BrfReader(InputStream in, String name, PageFile.Sink pages) {
    this.in = new PushbackInputStream(in, LONGEST_CHARACTER);
    this.name = name;
    this.pages = pages;
  }

  /**
   * Reads a file.
   *
   * @param in buffered
   */
  static void read(InputStream in, String name, PageFile.Sink pages)
      throws IOException, UnreadableException {
    new BrfReader(in, name, pages).read();
  }

  private void read() throws IOException, UnreadableException {
    skipByteOrderMark();
    for (int next = in.read(); next >= 0; next = in.read()) {
      switch (next) {
        case '\r' -> {
          int after = in.read();
          if (after >= 0 && after != '\n') {
            in.unread(after);
          }
          endRow();
          endLine();
        }
        case '\n' -> {
          endRow();
          endLine();
        }
        case '\f' -> {
          if (!row.isEmpty()) {
            endRow();
          }
          endPage();
          column++;
        }
        default -> {
          if (next == DOS_END && isEnd()) {
            finish();
            return;
          }
          cell(next);
          column++;
        }
      }
    }
    finish();
  }

  private void skipByteOrderMark() throws IOException {
    byte[] first = in.readNBytes(BYTE_ORDER_MARK.length);
    if (!java.util.Arrays.equals(first, BYTE_ORDER_MARK)) {
      in.unread(first);
    }
  }

  /** Whether nothing but more end marks and line ends follow. */
  private boolean isEnd() throws IOException {
    int next = in.read();
    while (next == DOS_END || next == '\r' || next == '\n') {
      next = in.read();
    }
    if (next >= 0) {
      in.unread(next);
    }
    return next < 0;
  }

  private void cell(int next) throws IOException, UnreadableException {
    if (next < ' ' || next > '~') {
      throw new UnreadableException(
          FindingCode.SOURCE_NOT_BRAILLE, name, shown(next), line, column, pages.pages() + 1);
    }
    row.append(AsciiBraille.cell((char) next));
  }

  /** A letter as UTF-8 has it, so that people find it; else its code. */
  private String shown(int first) throws IOException {
    byte[] bytes = new byte[LONGEST_CHARACTER];
    bytes[0] = (byte) first;
    int length = 1;
    while (first > 0x7F && length < LONGEST_CHARACTER) {
      int next = in.read();
      if ((next & 0xC0) != 0x80) {
        break;
      }
      bytes[length++] = (byte) next;
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      if (!Character.isISOControl(text.codePointAt(0))) {
        return "“" + Character.toString(text.codePointAt(0)) + "”";
      }
    } catch (CharacterCodingException e) {
      // It is in another encoding, or no text at all.
    }
    return String.format(Locale.ROOT, "0x%02X", first);
  }

  private void endRow() {
    rows.add(row.toString());
    row.setLength(0);
  }

  private void endLine() {
    line++;
    column = 1;
  }

  private void endPage() throws IOException, UnreadableException {
    pages.page(rows);
    rows.clear();
  }

  private void finish() throws IOException, UnreadableException {
    if (!row.isEmpty()) {
      endRow();
    }
    if (rows.stream().anyMatch(each -> each.chars().anyMatch(cell -> cell != '\u2800'))) {
      endPage();
    }
  }
}
