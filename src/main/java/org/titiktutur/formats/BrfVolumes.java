package org.titiktutur.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.titiktutur.braille.BookSink;
import org.titiktutur.braille.Page;
import org.titiktutur.braille.Run;

/**
 * A book as Braille Ready Format: all of it in one file and, if it has several volumes, which the
 * format cannot tell apart, each in a file of its own too.
 */
public final class BrfVolumes implements BookSink, AutoCloseable {

  private final BrfWriter whole;
  private final Path folder;
  private final String name;
  private final boolean duplex;
  private OutputStream out;

  /** Of the present volume; null where there is only one. */
  private BrfWriter volume;

  /**
   * Writes a book.
   *
   * @param whole takes all of it
   * @param folder for the volumes; is made if there are several, and else not
   * @param name what their names begin with
   * @param duplex whether both sides of paper are used
   */
  public BrfVolumes(BrfWriter whole, Path folder, String name, boolean duplex) {
    this.whole = whole;
    this.folder = folder;
    this.name = name;
    this.duplex = duplex;
  }

  /** Whether there are volumes in files of their own. */
  public boolean areSeveral() {
    return volume != null;
  }

  @Override
  public void volume(int number, int of) throws IOException {
    whole.volume(number, of);
    if (of > 1) {
      close();
      Files.createDirectories(folder);
      int digits = String.valueOf(of).length();
      String file = String.format(Locale.ROOT, "%s-%0" + digits + "d.brf", name, number);
      out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)));
      volume = new BrfWriter(out, duplex);
    }
  }

  @Override
  public void section() throws IOException {
    whole.section();
    if (volume != null) {
      volume.section();
    }
  }

  @Override
  public void page(Page page, List<List<Run>> runs) throws IOException {
    whole.page(page, runs);
    if (volume != null) {
      volume.page(page, runs);
    }
  }

  /** Ends the present volume; the stream of the whole stays open. */
  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
