package org.titiktutur.speech;

import java.util.Arrays;

/**
 * Brings every engine's sound to one format and one loudness: {@value #RATE} samples a second, a
 * fixed gain for each voice, and a limiter that keeps peaks below −1.5 dB of full scale.
 */
final class Leveller {

  /** Samples a second of everything that leaves this room. */
  static final int RATE = 22_050;

  /** −1.5 dB of full scale. */
  private static final float CEILING = 27_571;

  /** The limiter thinks in blocks of 3 ms. */
  private static final int BLOCK = 64;

  /** How fast it lets go and takes hold, for each block: about 6 dB in 40 ms and in 10 ms. */
  private static final float RELEASE = 1.06f;

  private static final float ATTACK = 1.26f;

  private Resampler resampler;
  private int resampledFrom;

  /**
   * The sound at our rate and level.
   *
   * @param gain in dB
   */
  Sound level(Sound sound, double gain) {
    float[] samples = atOurRate(sound);
    float factor = (float) Math.pow(10, gain / 20);
    float[] peaks = new float[(samples.length + BLOCK - 1) / BLOCK];
    boolean over = false;
    for (int block = 0; block < peaks.length; block++) {
      float peak = 0;
      int end = Math.min(samples.length, (block + 1) * BLOCK);
      for (int i = block * BLOCK; i < end; i++) {
        samples[i] *= factor;
        peak = Math.max(peak, Math.abs(samples[i]));
      }
      peaks[block] = peak;
      over |= peak > CEILING;
    }
    if (over) {
      limit(samples, peaks);
    }
    short[] out = new short[samples.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (short) Math.round(samples[i]);
    }
    return new Sound(out, RATE);
  }

  private float[] atOurRate(Sound sound) {
    short[] samples = sound.samples();
    if (sound.rate() == RATE) {
      float[] same = new float[samples.length];
      for (int i = 0; i < same.length; i++) {
        same[i] = samples[i];
      }
      return same;
    }
    if (resampler == null || resampledFrom != sound.rate()) {
      resampler = new Resampler(sound.rate(), RATE);
      resampledFrom = sound.rate();
    }
    return resampler.resample(samples);
  }

  /**
   * Turns down around peaks. Each block has the gain that its own peak needs; between the ends of a
   * block, which take the lower of the two blocks that meet there, the gain runs in a straight
   * line, so it is never above what the block needs.
   */
  private static void limit(float[] samples, float[] peaks) {
    float[] gains = new float[peaks.length];
    Arrays.fill(gains, 1);
    float before = 1;
    for (int i = 0; i < gains.length; i++) {
      float needed = peaks[i] > CEILING ? CEILING / peaks[i] : 1;
      before = Math.min(needed, before * RELEASE);
      gains[i] = before;
    }
    for (int i = gains.length - 2; i >= 0; i--) {
      gains[i] = Math.min(gains[i], gains[i + 1] * ATTACK);
    }
    for (int block = 0; block < gains.length; block++) {
      float left = block == 0 ? gains[0] : Math.min(gains[block - 1], gains[block]);
      float right =
          block == gains.length - 1 ? gains[block] : Math.min(gains[block], gains[block + 1]);
      if (left == 1 && right == 1) {
        continue;
      }
      int from = block * BLOCK;
      int end = Math.min(samples.length, from + BLOCK);
      for (int i = from; i < end; i++) {
        samples[i] *= left + (right - left) * (i - from) / BLOCK;
      }
    }
  }
}
