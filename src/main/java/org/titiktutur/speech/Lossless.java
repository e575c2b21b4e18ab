package org.titiktutur.speech;

import java.util.Arrays;

/**
 * Sound in half its bytes, with nothing lost: each sample is foretold from the three before it, and
 * what was foretold wrongly is written as Rice codes (R. F. Rice, JPL 79-22), as FLAC and Shorten
 * do. Ours, because the only encoder of FLAC at hand is native: to load it takes longer than to
 * speak a sentence, and it is not everywhere. Nobody else reads these bytes.
 */
final class Lossless {

  /** Samples that share a way of being foretold. */
  private static final int BLOCK = 512;

  private static final int ORDERS = 4;
  private static final int ORDER_BITS = 2;
  private static final int SHIFT_BITS = 4;
  private static final int MOST_SHIFT = 15;

  /** So many ones mean that the number itself follows. */
  private static final int ESCAPE = 24;

  /** Of a number that was foretold by three samples and folded. */
  private static final int NUMBER_BITS = 20;

  private Lossless() {}

  static byte[] pack(short[] samples) {
    Writer out = new Writer(samples.length + 64);
    int[] wrong = new int[BLOCK];
    for (int from = 0; from < samples.length; from += BLOCK) {
      int count = Math.min(BLOCK, samples.length - from);
      int order = bestOrder(samples, from, count);
      long sum = 0;
      for (int i = 0; i < count; i++) {
        int error = samples[from + i] - foretold(samples, from + i, order);
        wrong[i] = (error << 1) ^ (error >> 31);
        sum += wrong[i];
      }
      int shift = shift(sum / count);
      out.write(order, ORDER_BITS);
      out.write(shift, SHIFT_BITS);
      for (int i = 0; i < count; i++) {
        int ones = wrong[i] >> shift;
        if (ones < ESCAPE) {
          out.write((1L << (ones + 1)) - 2, ones + 1);
          out.write(wrong[i] & ((1L << shift) - 1), shift);
        } else {
          out.write((1L << ESCAPE) - 1, ESCAPE);
          out.write(wrong[i], NUMBER_BITS);
        }
      }
    }
    return out.bytes();
  }

  /**
   * What {@link #pack} packed.
   *
   * @throws IllegalArgumentException if there are not so many samples in it
   */
  static short[] unpack(byte[] packed, int count) {
    Reader in = new Reader(packed);
    short[] samples = new short[count];
    for (int from = 0; from < count; from += BLOCK) {
      int end = Math.min(count, from + BLOCK);
      int order = (int) in.read(ORDER_BITS);
      int shift = (int) in.read(SHIFT_BITS);
      for (int i = from; i < end; i++) {
        int ones = in.ones();
        int folded =
            ones < ESCAPE ? (ones << shift) | (int) in.read(shift) : (int) in.read(NUMBER_BITS);
        samples[i] = (short) (foretold(samples, i, order) + ((folded >>> 1) ^ -(folded & 1)));
      }
    }
    return samples;
  }

  private static int bestOrder(short[] samples, int from, int count) {
    long[] sums = new long[ORDERS];
    int a = at(samples, from - 1);
    int b = at(samples, from - 2);
    int c = at(samples, from - 3);
    for (int i = from; i < from + count; i++) {
      int now = samples[i];
      sums[0] += Math.abs(now);
      sums[1] += Math.abs(now - a);
      sums[2] += Math.abs(now - 2 * a + b);
      sums[3] += Math.abs(now - 3 * a + 3 * b - c);
      c = b;
      b = a;
      a = now;
    }
    int best = 0;
    for (int order = 1; order < ORDERS; order++) {
      best = sums[order] < sums[best] ? order : best;
    }
    return best;
  }

  private static int foretold(short[] samples, int i, int order) {
    return switch (order) {
      case 0 -> 0;
      case 1 -> at(samples, i - 1);
      case 2 -> 2 * at(samples, i - 1) - at(samples, i - 2);
      default -> 3 * at(samples, i - 1) - 3 * at(samples, i - 2) + at(samples, i - 3);
    };
  }

  private static int at(short[] samples, int i) {
    return i < 0 ? 0 : samples[i];
  }

  private static int shift(long mean) {
    return mean < 2 ? 0 : Math.min(MOST_SHIFT, 63 - Long.numberOfLeadingZeros(mean));
  }

  /** Bits, the first ones highest. */
  private static final class Writer {
    private byte[] bytes;
    private int length;
    private long held;
    private int bits;

    Writer(int bytes) {
      this.bytes = new byte[bytes];
    }

    void write(long value, int count) {
      held = (held << count) | value;
      bits += count;
      while (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        put((byte) (held >> bits));
      }
    }

    private void put(byte value) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = value;
    }

    byte[] bytes() {
      if (bits > 0) {
        put((byte) (held << (Byte.SIZE - bits)));
        bits = 0;
      }
      return Arrays.copyOf(bytes, length);
    }
  }

  /** The same bits. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;
    private long held;
    private int bits;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    private void fill(int count) {
      while (bits < count) {
        if (at == bytes.length) {
          throw new IllegalArgumentException("the sound ends too soon");
        }
        held = (held << Byte.SIZE) | (bytes[at++] & 0xff);
        bits += Byte.SIZE;
      }
    }

    long read(int count) {
      fill(count);
      bits -= count;
      return (held >> bits) & ((1L << count) - 1);
    }

    /** How many ones stand before the next zero, which is passed; at most {@link #ESCAPE}. */
    int ones() {
      int ones = 0;
      while (ones < ESCAPE && read(1) == 1) {
        ones++;
      }
      return ones;
    }
  }
}
