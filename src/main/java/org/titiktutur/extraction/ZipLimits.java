package org.titiktutur.extraction;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.titiktutur.publication.FindingCode;

/** Bounds on ZIPs from strangers, looked at before the platform reads the directory of one. */
final class ZipLimits {

  /** Entries of the largest honest books: some tens of thousands of pictures. */
  private static final int MAX_ENTRIES = 60_000;

  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ZipLimits() {}

  /**
   * Refuses a ZIP whose directory would fill the memory.
   *
   * @param name for the refusal
   */
  static void check(Path file, String name) throws IOException, Refusal {
    try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, zip.length() - END_LENGTH - LONGEST_COMMENT);
      byte[] tail = new byte[(int) (zip.length() - from)];
      zip.seek(from);
      zip.readFully(tail);
      for (int i = tail.length - END_LENGTH; i >= 0; i--) {
        if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
          int entries = (tail[i + 10] & 0xFF) | (tail[i + 11] & 0xFF) << 8;
          long directory =
              (tail[i + 12] & 0xFFL)
                  | (tail[i + 13] & 0xFFL) << 8
                  | (tail[i + 14] & 0xFFL) << 16
                  | (tail[i + 15] & 0xFFL) << 24;
          if (entries > MAX_ENTRIES || directory > MAX_ENTRIES * 300L) {
            throw new Refusal(FindingCode.SOURCE_BOMB, name);
          }
          return;
        }
      }
    }
  }
}
