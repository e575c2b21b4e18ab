package org.titiktutur.speech;

import com.sun.jna.Platform;
import org.titiktutur.workshop.NativeStore;

/**
 * The ladder of encoders: the system's LAME, else jump3r, which is the same in Java and half as
 * fast.
 */
final class Encoders {

  /** LAME's own scale, 0 to 9: 7 halves the cost of its default and cannot be heard in speech. */
  static final int LAME_QUALITY = 7;

  private static NativeLame.Library lame;
  private static boolean looked;

  private Encoders() {}

  static Encoder open(Quality quality) {
    NativeLame.Library library = lame();
    return library == null ? new Jump3r(quality) : new NativeLame(library, quality);
  }

  /** How many samples a decoder makes of so many bytes of MP3. */
  static long samples(long bytes, Quality quality) {
    double frame = quality.kilobits() * 125.0 * Encoder.FRAME / Leveller.RATE;
    return Math.round(bytes / frame) * Encoder.FRAME;
  }

  static Rung rung() {
    NativeLame.Library library = lame();
    return library == null
        ? new Rung("mp3", "jump3r 1.0.5", Rung.From.BUNDLED, "libmp3lame0")
        : new Rung("mp3", "LAME " + library.version(), Rung.From.SYSTEM, "");
  }

  private static synchronized NativeLame.Library lame() {
    if (!looked && Rungs.systemLibraries()) {
      NativeStore.standard().prepareJna();
      try {
        lame = NativeLame.load(Platform.isLinux() ? "libmp3lame.so.0" : "mp3lame");
      } catch (UnsatisfiedLinkError none) {
        lame = null;
      }
    }
    looked = true;
    return lame;
  }
}
