package org.titiktutur.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.titiktutur.braille.AsciiBraille;
import org.titiktutur.braille.BookSink;
import org.titiktutur.braille.Page;
import org.titiktutur.braille.Run;

/**
 * Braille Ready Format: pages in upper-case ASCII braille, rows ending with CR LF, a form feed
 * between pages and none behind the last. There is no formal standard; this is what embossers and
 * notetakers take. Such a file knows nothing of its page size, title or language, nor of volumes
 * and sheets: on both sides of paper a blank page stands where the next must begin a sheet.
 */
public final class BrfWriter implements BookSink {

  private static final Page BLANK = new Page(List.of());

  private final OutputStream out;
  private final boolean duplex;
  private int pages;

  /** Writes to a stream that its owner buffers and closes. */
  public BrfWriter(OutputStream out, boolean duplex) {
    this.out = out;
    this.duplex = duplex;
  }

  @Override
  public void volume(int number, int of) throws IOException {
    section();
  }

  @Override
  public void section() throws IOException {
    if (duplex && pages % 2 == 1) {
      page(BLANK, List.of());
    }
  }

  /**
   * Writes the next page.
   *
   * @throws IllegalArgumentException for cells with dots 7 or 8, which the format cannot hold
   */
  @Override
  public void page(Page page, List<List<Run>> runs) throws IOException {
    if (pages > 0) {
      out.write('\f');
    }
    pages++;
    for (String row : page.rows()) {
      byte[] line = new byte[row.length() + 2];
      for (int i = 0; i < row.length(); i++) {
        line[i] = (byte) AsciiBraille.character(row.charAt(i));
      }
      line[row.length()] = '\r';
      line[row.length() + 1] = '\n';
      out.write(line);
    }
  }
}
