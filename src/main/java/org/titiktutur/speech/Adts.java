package org.titiktutur.speech;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of AAC-LC frames, mono at {@link Leveller#RATE}, each behind a head of {@value #HEAD}
 * bytes (ISO/IEC 13818-7, 6.2: no check sum, one raw data block).
 */
final class Adts implements AutoCloseable {

  private static final int HEAD = 7;

  /** Of the table of rates: 22,050. */
  private static final int RATE_INDEX = 7;

  /** What a container says of such frames (ISO/IEC 14496-3, AudioSpecificConfig). */
  static final byte[] CONFIGURATION = {0x13, (byte) 0x88};

  private final DataInputStream in;

  Adts(Path file) throws IOException {
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  static byte[] head(int coded) {
    int length = coded + HEAD;
    if (length > 0x1FFF) {
      throw new IllegalArgumentException("a frame of " + coded + " bytes");
    }
    return new byte[] {
      (byte) 0xFF,
      (byte) 0xF1,
      (byte) (1 << 6 | RATE_INDEX << 2),
      (byte) (1 << 6 | length >> 11),
      (byte) (length >> 3),
      (byte) (length << 5 | 0x1F),
      (byte) 0xFC
    };
  }

  /** The next frame without its head; null at the end. */
  byte[] next() throws IOException {
    byte[] head = new byte[HEAD];
    int first = in.read();
    if (first < 0) {
      return null;
    }
    head[0] = (byte) first;
    in.readFully(head, 1, HEAD - 1);
    if (first != 0xFF || (head[1] & 0xF6) != 0xF0) {
      throw new IOException("no ADTS head");
    }
    int length = (head[3] & 3) << 11 | (head[4] & 0xFF) << 3 | (head[5] & 0xFF) >> 5;
    byte[] frame = new byte[length - HEAD];
    in.readFully(frame);
    return frame;
  }

  /** How many frames a file has. */
  static long frames(Path file) throws IOException {
    long frames = 0;
    try (Adts all = new Adts(file)) {
      while (all.next() != null) {
        frames++;
      }
    } catch (EOFException e) {
      throw new IOException(file + " ends inside a frame", e);
    }
    return frames;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
