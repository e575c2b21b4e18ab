package org.titiktutur.speech;

import java.util.Arrays;

/** Collects samples as an engine hands them over. */
final class SoundBuilder {

  private final int rate;
  private short[] samples;
  private int length;

  SoundBuilder(int rate) {
    this.rate = rate;
    this.samples = new short[rate * 4];
  }

  int length() {
    return length;
  }

  void add(short[] more) {
    add(more, more.length);
  }

  void add(short[] more, int count) {
    int at = reserve(count);
    System.arraycopy(more, 0, samples, at, count);
  }

  /** Big-endian samples, as FreeTTS makes them. */
  void addBigEndian(byte[] bytes, int from, int count) {
    int at = reserve(count / 2);
    for (int i = from; i + 1 < from + count; i += 2) {
      samples[at++] = (short) ((bytes[i] << 8) | (bytes[i + 1] & 0xff));
    }
  }

  void addSilence(double seconds) {
    reserve((int) (seconds * rate));
  }

  /** What was collected; the builder is empty afterwards. */
  Sound take() {
    Sound sound = new Sound(Arrays.copyOf(samples, length), rate);
    clear();
    return sound;
  }

  /** Forgets what was collected. */
  void clear() {
    Arrays.fill(samples, 0, length, (short) 0);
    length = 0;
  }

  private int reserve(int count) {
    int at = length;
    if (length + count > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(samples.length * 2, length + count));
    }
    length += count;
    return at;
  }
}
