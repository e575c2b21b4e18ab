package org.titiktutur.formats;

import java.io.IOException;
import java.io.OutputStream;
import org.titiktutur.braille.AsciiBraille;
import org.titiktutur.braille.Page;

/**
 * Braille Ready Format: pages in upper-case ASCII braille, rows ending with CR LF, a form feed
 * between pages and none behind the last. There is no formal standard; this is what embossers and
 * notetakers take. Such a file knows nothing of its page size, title or language.
 */
public final class BrfWriter {

  private final OutputStream out;
  private boolean begun;

  /** Writes to a stream that its owner buffers and closes. */
  public BrfWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the next page.
   *
   * @throws IllegalArgumentException for cells with dots 7 or 8, which the format cannot hold
   */
  public void page(Page page) throws IOException {
    if (begun) {
      out.write('\f');
    }
    begun = true;
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
