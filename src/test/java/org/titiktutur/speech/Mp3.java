package org.titiktutur.speech;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/** An MP3 file as a decoder hears it that shares nothing with LAME. */
record Mp3(Sound sound, int kilobits, Map<String, String> tags) {

  static Mp3 of(Path file) throws IOException, JavaLayerException {
    SoundBuilder sound = new SoundBuilder(Leveller.RATE);
    int kilobits = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Bitstream frames = new Bitstream(in);
      Decoder decoder = new Decoder();
      for (Header header = frames.readFrame(); header != null; header = frames.readFrame()) {
        kilobits = header.bitrate() / 1000;
        SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, frames);
        if (samples.getSampleFrequency() != Leveller.RATE || samples.getChannelCount() != 1) {
          throw new IOException("not mono at 22,050 Hz: " + header);
        }
        sound.add(samples.getBuffer(), samples.getBufferLength());
        frames.closeFrame();
      }
    }
    return new Mp3(sound.take(), kilobits, readTags(Files.readAllBytes(file)));
  }

  /** Frames of text in an ID3v2.3 tag. */
  private static Map<String, String> readTags(byte[] file) {
    Map<String, String> tags = new LinkedHashMap<>();
    ByteBuffer in = ByteBuffer.wrap(file);
    if (in.get() != 'I' || in.get() != 'D' || in.get() != '3' || in.get() != 3) {
      return tags;
    }
    in.position(6);
    int size = 0;
    for (int i = 0; i < 4; i++) {
      size = size << 7 | in.get();
    }
    int end = 10 + size;
    while (in.position() < end) {
      byte[] id = new byte[4];
      in.get(id);
      byte[] value = new byte[in.getInt()];
      in.getShort();
      in.get(value);
      tags.put(
          new String(id, StandardCharsets.US_ASCII),
          new String(Arrays.copyOfRange(value, 1, value.length), StandardCharsets.UTF_16));
    }
    return tags;
  }

  /** Root mean square of a stretch, in dB of full scale. */
  double level(long begin, long end) {
    double sum = 0;
    short[] samples = sound.samples();
    int to = (int) Math.min(end, samples.length);
    for (int i = (int) Math.max(0, begin); i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / (end - begin) / (32768.0 * 32768) + 1e-12);
  }
}
