package org.titiktutur.speech;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** The system's libmp3lame, through JNA. */
final class NativeLame implements Encoder {

  /** What we use of {@code lame.h}. */
  interface Library extends com.sun.jna.Library {
    int MONO = 3;

    Pointer lame_init();

    int lame_set_in_samplerate(Pointer lame, int rate);

    int lame_set_out_samplerate(Pointer lame, int rate);

    int lame_set_num_channels(Pointer lame, int channels);

    int lame_set_mode(Pointer lame, int mode);

    int lame_set_brate(Pointer lame, int kilobits);

    int lame_set_quality(Pointer lame, int quality);

    int lame_set_bWriteVbrTag(Pointer lame, int write);

    int lame_set_findReplayGain(Pointer lame, int find);

    int lame_init_params(Pointer lame);

    int lame_encode_buffer(
        Pointer lame, short[] left, short[] right, int count, byte[] out, int size);

    int lame_encode_flush(Pointer lame, byte[] out, int size);

    int lame_close(Pointer lame);

    String get_lame_short_version();

    default String version() {
      return get_lame_short_version();
    }
  }

  /** JNA copies arrays both ways: small pieces stay in the processor's cache. */
  private static final int PIECE = 8 * FRAME;

  private final Library library;
  private final short[] piece = new short[PIECE];
  private final byte[] out = new byte[PIECE * 5 / 4 + 7200];
  private Pointer lame;

  static Library load(String name) {
    return Native.load(name, Library.class, Map.of(com.sun.jna.Library.OPTION_OPEN_FLAGS, 2));
  }

  NativeLame(Library library, Quality quality) {
    this.library = library;
    lame = library.lame_init();
    library.lame_set_in_samplerate(lame, Leveller.RATE);
    library.lame_set_out_samplerate(lame, Leveller.RATE);
    library.lame_set_num_channels(lame, 1);
    library.lame_set_mode(lame, Library.MONO);
    library.lame_set_brate(lame, quality.kilobits());
    library.lame_set_quality(lame, Encoders.LAME_QUALITY);
    library.lame_set_bWriteVbrTag(lame, 0);
    library.lame_set_findReplayGain(lame, 0);
    if (library.lame_init_params(lame) < 0) {
      throw new IllegalStateException("LAME refuses " + quality);
    }
  }

  @Override
  public void encode(short[] samples, int count, OutputStream to) throws IOException {
    for (int from = 0; from < count; from += PIECE) {
      int length = Math.min(PIECE, count - from);
      System.arraycopy(samples, from, piece, 0, length);
      write(library.lame_encode_buffer(lame, piece, null, length, out, out.length), to);
    }
  }

  @Override
  public void finish(OutputStream to) throws IOException {
    write(library.lame_encode_flush(lame, out, out.length), to);
  }

  private void write(int bytes, OutputStream to) throws IOException {
    if (bytes < 0) {
      throw new IOException("LAME answers " + bytes);
    }
    to.write(out, 0, bytes);
  }

  @Override
  public void close() {
    if (lame != null) {
      library.lame_close(lame);
      lame = null;
    }
  }
}
