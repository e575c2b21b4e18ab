package org.titiktutur.speech;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A WAV file: PCM of 16 bits, mono. The sizes in its head are written when it is closed. */
final class WaveFile implements AutoCloseable {

  private static final int HEAD = 44;

  private final RandomAccessFile file;
  private final BufferedOutputStream out;
  private long samples;

  WaveFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(0);
    file.write(new byte[HEAD]);
    out =
        new BufferedOutputStream(
            java.nio.channels.Channels.newOutputStream(file.getChannel()), 1 << 16);
  }

  void write(short[] more) throws IOException {
    for (short sample : more) {
      out.write(sample);
      out.write(sample >> 8);
    }
    samples += more.length;
  }

  double seconds() {
    return (double) samples / Leveller.RATE;
  }

  @Override
  public void close() throws IOException {
    out.flush();
    int bytes = (int) Math.min(samples * 2, Integer.MAX_VALUE - HEAD);
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEAD - 8 + bytes);
    head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    head.putShort((short) 1).putShort((short) 1).putInt(Leveller.RATE).putInt(Leveller.RATE * 2);
    head.putShort((short) 2).putShort((short) 16);
    head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    file.seek(0);
    file.write(head.array());
    file.close();
  }
}
