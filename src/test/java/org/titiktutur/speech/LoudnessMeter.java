package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Integrated loudness of a mono sound after ITU-R BS.1770-4: K-weighting, blocks of 400 ms that
 * overlap by three quarters, an absolute gate at −70 LUFS and a relative one at −10 LU.
 */
final class LoudnessMeter {

  private LoudnessMeter() {}

  /** In LUFS. */
  static double of(Sound sound) {
    double[] weighted = weigh(sound);
    int block = sound.rate() * 4 / 10;
    List<Double> powers = new ArrayList<>();
    for (int from = 0; from + block <= weighted.length; from += block / 4) {
      double sum = 0;
      for (int i = from; i < from + block; i++) {
        sum += weighted[i] * weighted[i];
      }
      powers.add(sum / block);
    }
    double absolute = mean(powers, power(-70));
    return loudness(mean(powers, absolute / 10));
  }

  private static double mean(List<Double> powers, double gate) {
    return powers.stream().filter(p -> p > gate).mapToDouble(p -> p).average().orElse(0);
  }

  private static double loudness(double power) {
    return -0.691 + 10 * Math.log10(power);
  }

  private static double power(double loudness) {
    return Math.pow(10, (loudness + 0.691) / 10);
  }

  /** The two filters of the standard, made for the sound's rate from their analogue forms. */
  private static double[] weigh(Sound sound) {
    double rate = sound.rate();
    double[] samples = new double[sound.samples().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sound.samples()[i] / 32768.0;
    }
    double k = Math.tan(Math.PI * 1681.974450955533 / rate);
    double q = 0.7071752369554196;
    double high = Math.pow(10, 3.999843853973347 / 20);
    double band = Math.pow(high, 0.4996667741545416);
    double a0 = 1 + k / q + k * k;
    filter(
        samples,
        (high + band * k / q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0);
    k = Math.tan(Math.PI * 38.13547087602444 / rate);
    q = 0.5003270373238773;
    a0 = 1 + k / q + k * k;
    filter(samples, 1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    return samples;
  }

  private static void filter(
      double[] samples, double b0, double b1, double b2, double a1, double a2) {
    double x1 = 0;
    double x2 = 0;
    double y1 = 0;
    double y2 = 0;
    for (int i = 0; i < samples.length; i++) {
      double x = samples[i];
      double y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      samples[i] = y;
    }
  }
}
