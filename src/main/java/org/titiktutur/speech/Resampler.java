package org.titiktutur.speech;

/**
 * Changes the sample rate by a windowed sinc filter, one set of taps for each phase between two
 * input samples.
 */
final class Resampler {

  /** Input samples on each side of an output sample. */
  private static final int REACH = 12;

  /** The filter's corner as a share of the lower of the two Nyquist frequencies. */
  private static final double PASS = 0.93;

  private final int from;
  private final int to;
  private final int phases;
  private final int step;
  private final float[] taps;

  Resampler(int from, int to) {
    this.from = from;
    this.to = to;
    int common = gcd(from, to);
    phases = to / common;
    step = from / common;
    taps = new float[phases * 2 * REACH];
    double corner = PASS * Math.min(1, (double) to / from);
    for (int phase = 0; phase < phases; phase++) {
      double offset = (double) phase / phases;
      double sum = 0;
      for (int tap = 0; tap < 2 * REACH; tap++) {
        double x = tap - REACH + 1 - offset;
        double window = Math.cos(Math.PI * x / (2 * REACH));
        double value = corner * sinc(corner * x) * window * window;
        taps[phase * 2 * REACH + tap] = (float) value;
        sum += value;
      }
      for (int tap = 0; tap < 2 * REACH; tap++) {
        taps[phase * 2 * REACH + tap] /= (float) sum;
      }
    }
  }

  /** The same sound at the other rate; it may overshoot 16 bits, so the samples are floats. */
  float[] resample(short[] samples) {
    int count = (int) ((long) samples.length * to / from);
    float[] out = new float[count];
    int phase = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      int first = at - REACH + 1;
      int low = Math.max(0, -first);
      int high = Math.min(2 * REACH, samples.length - first);
      int base = phase * 2 * REACH;
      float sum = 0;
      for (int tap = low; tap < high; tap++) {
        sum += taps[base + tap] * samples[first + tap];
      }
      out[i] = sum;
      phase += step;
      while (phase >= phases) {
        phase -= phases;
        at++;
      }
    }
    return out;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
