package org.titiktutur.speech;

import de.sciss.jump3r.mp3.BitStream;
import de.sciss.jump3r.mp3.GainAnalysis;
import de.sciss.jump3r.mp3.ID3Tag;
import de.sciss.jump3r.mp3.Lame;
import de.sciss.jump3r.mp3.LameGlobalFlags;
import de.sciss.jump3r.mp3.MPEGMode;
import de.sciss.jump3r.mp3.Presets;
import de.sciss.jump3r.mp3.Quantize;
import de.sciss.jump3r.mp3.QuantizePVT;
import de.sciss.jump3r.mp3.Reservoir;
import de.sciss.jump3r.mp3.Takehiro;
import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mp3.Version;
import de.sciss.jump3r.mpg.Common;
import de.sciss.jump3r.mpg.Interface;
import de.sciss.jump3r.mpg.MPGLib;
import java.io.IOException;
import java.io.OutputStream;

/**
 * LAME rewritten in Java. Its own front ({@code LameEncoder}) always measures the replay gain and,
 * where there is room, leaves an empty info frame at the head; so its parts are joined here.
 */
final class Jump3r implements Encoder {

  private static final int PIECE = 8 * FRAME;

  private final Lame lame = new Lame();
  private final LameGlobalFlags flags;
  private final int[] piece = new int[PIECE];
  private final byte[] out = new byte[PIECE * 5 / 4 + 7200];

  Jump3r(Quality quality) {
    join();
    flags = lame.lame_init();
    flags.num_channels = 1;
    flags.in_samplerate = Leveller.RATE;
    flags.out_samplerate = Leveller.RATE;
    flags.mode = MPEGMode.MONO;
    flags.brate = quality.kilobits();
    flags.quality = Encoders.LAME_QUALITY;
    flags.bWriteVbrTag = false;
    flags.write_id3tag_automatic = false;
    flags.findReplayGain = false;
    if (lame.lame_init_params(flags) < 0) {
      throw new IllegalStateException("jump3r refuses " + quality);
    }
  }

  private void join() {
    GainAnalysis gain = new GainAnalysis();
    BitStream bits = new BitStream();
    Presets presets = new Presets();
    QuantizePVT quantizePrivate = new QuantizePVT();
    Quantize quantize = new Quantize();
    VBRTag tag = new VBRTag();
    Version version = new Version();
    ID3Tag id3 = new ID3Tag();
    Reservoir reservoir = new Reservoir();
    Takehiro takehiro = new Takehiro();
    MPGLib decoder = new MPGLib();
    Interface decoding = new Interface();
    Common common = new Common();
    lame.setModules(gain, bits, presets, quantizePrivate, quantize, tag, version, id3, decoder);
    bits.setModules(gain, decoder, version, tag);
    id3.setModules(bits, version);
    presets.setModules(lame);
    quantize.setModules(bits, reservoir, quantizePrivate, takehiro);
    quantizePrivate.setModules(takehiro, reservoir, lame.enc.psy);
    reservoir.setModules(bits);
    takehiro.setModules(quantizePrivate);
    tag.setModules(lame, bits, version);
    decoder.setModules(decoding, common);
    decoding.setModules(tag, common);
  }

  @Override
  public void encode(short[] samples, int count, OutputStream to) throws IOException {
    for (int from = 0; from < count; from += PIECE) {
      int length = Math.min(PIECE, count - from);
      for (int i = 0; i < length; i++) {
        piece[i] = samples[from + i] << 16;
      }
      write(lame.lame_encode_buffer_int(flags, piece, piece, length, out, 0, out.length), to);
    }
  }

  @Override
  public void finish(OutputStream to) throws IOException {
    write(lame.lame_encode_flush(flags, out, 0, out.length), to);
  }

  private void write(int bytes, OutputStream to) throws IOException {
    if (bytes < 0) {
      throw new IOException("jump3r answers " + bytes);
    }
    to.write(out, 0, bytes);
  }

  @Override
  public void close() {
    lame.lame_close(flags);
  }
}
