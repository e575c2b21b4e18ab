package org.titiktutur.speech;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Makes one stream of coded sound: mono, {@link Leveller#RATE}. As MP3 it has a constant bit rate
 * and no info frame at its head, so that at every bit rate the sound begins {@link #DELAY} samples
 * late. One thread.
 */
interface Encoder extends AutoCloseable {

  /**
   * How many samples late a decoded file begins: 576 by the encoder and 529 by every decoder.
   * Players could skip them only by an info frame, for which frames of less than 64 kbit/s at this
   * rate have no room.
   */
  int DELAY = 576 + 529;

  /** Samples in a frame of MPEG-2 layer III. */
  int FRAME = 576;

  void encode(short[] samples, int count, OutputStream out) throws IOException;

  /** Writes what is held back; nothing may be encoded afterwards. */
  void finish(OutputStream out) throws IOException;

  @Override
  void close();
}
