package org.titiktutur.speech;

import java.util.Arrays;

/** Mono samples of 16 bits. The array belongs to whoever holds the sound. */
final class Sound {

  /** Amplitude below which a sample counts as silence: −50 dB of full scale. */
  private static final int SILENCE = 104;

  private final short[] samples;
  private final int rate;

  /**
   * A sound.
   *
   * @param rate samples a second
   */
  Sound(short[] samples, int rate) {
    this.samples = samples;
    this.rate = rate;
  }

  short[] samples() {
    return samples;
  }

  int rate() {
    return rate;
  }

  double seconds() {
    return (double) samples.length / rate;
  }

  /** Without the silence that engines put before and after; some milliseconds of it stay. */
  Sound trimmed() {
    int from = 0;
    while (from < samples.length && Math.abs(samples[from]) < SILENCE) {
      from++;
    }
    int to = samples.length;
    while (to > from && Math.abs(samples[to - 1]) < SILENCE) {
      to--;
    }
    if (from == to) {
      return new Sound(new short[0], rate);
    }
    from = Math.max(0, from - rate / 200);
    to = Math.min(samples.length, to + rate / 50);
    return new Sound(Arrays.copyOfRange(samples, from, to), rate);
  }

  /** Seconds in which something is to be heard, counted by pieces of 10 ms. */
  double heardSeconds() {
    int piece = rate / 100;
    int heard = 0;
    for (int from = 0; from < samples.length; from += piece) {
      int to = Math.min(samples.length, from + piece);
      int peak = 0;
      for (int i = from; i < to; i++) {
        peak = Math.max(peak, Math.abs(samples[i]));
      }
      if (peak >= SILENCE) {
        heard++;
      }
    }
    return heard / 100.0;
  }
}
