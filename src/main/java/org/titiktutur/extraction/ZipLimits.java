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
  private static final int ENTRY_LENGTH = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private ZipLimits() {}

  /** Where the directory of a ZIP lies, as its end says (APPNOTE 4.3.16); sizes in bytes. */
  private record Directory(int entries, long size, long offset) {}

  /**
   * Refuses a ZIP whose directory would fill the memory.
   *
   * @param name for the refusal
   */
  static void check(Path file, String name) throws IOException, Refusal {
    try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
      Directory directory = directory(zip);
      if (directory != null && isTooLarge(directory)) {
        throw new Refusal(FindingCode.SOURCE_BOMB, name);
      }
    }
  }

  /** Whether any entry is locked with a password, which the platform does not read. */
  static boolean hasPassword(Path file) throws IOException {
    try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
      Directory directory = directory(zip);
      if (directory == null || directory.offset + directory.size > zip.length()) {
        return false;
      }
      byte[] bytes = new byte[(int) directory.size];
      zip.seek(directory.offset);
      zip.readFully(bytes);
      for (int at = 0; at + ENTRY_LENGTH <= bytes.length; ) {
        if (number(bytes, at, 4) != 0x02014B50L) {
          return false;
        }
        if ((bytes[at + 8] & 1) == 1) {
          return true;
        }
        at +=
            ENTRY_LENGTH
                + (int) (number(bytes, at + 28, 2) + number(bytes, at + 30, 2))
                + (int) number(bytes, at + 32, 2);
      }
      return false;
    }
  }

  private static boolean isTooLarge(Directory directory) {
    return directory.entries > MAX_ENTRIES || directory.size > MAX_ENTRIES * 300L;
  }

  private static Directory directory(RandomAccessFile zip) throws IOException {
    long from = Math.max(0, zip.length() - END_LENGTH - LONGEST_COMMENT);
    byte[] tail = new byte[(int) (zip.length() - from)];
    zip.seek(from);
    zip.readFully(tail);
    for (int i = tail.length - END_LENGTH; i >= 0; i--) {
      if (number(tail, i, 4) == 0x06054B50L) {
        return new Directory(
            (int) number(tail, i + 10, 2), number(tail, i + 12, 4), number(tail, i + 16, 4));
      }
    }
    return null;
  }

  private static long number(byte[] bytes, int at, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = number << 8 | (bytes[at + i] & 0xFF);
    }
    return number;
  }
}
