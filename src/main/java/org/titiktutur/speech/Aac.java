package org.titiktutur.speech;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** FFmpeg's own encoder of AAC-LC, with its quick way of choosing; each frame gets an ADTS head. */
final class Aac implements Encoder {

  /** Samples in a frame. */
  static final int SAMPLES = 1024;

  /** The quick way takes a third more than it is asked for. */
  private static final int ASKED_OF_1000 = 750;

  private final float[] samples = new float[SAMPLES];
  private AVCodecContext context;
  private AVFrame frame;
  private AVPacket packet;
  private int held;
  private long at;

  Aac(Quality quality) {
    Ffmpeg.prepare();
    try {
      open(quality);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  private void open(Quality quality) throws IOException {
    var codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    context = avcodec_alloc_context3(codec);
    context.bit_rate(quality.kilobits() * (long) ASKED_OF_1000);
    context.sample_rate(Leveller.RATE);
    context.sample_fmt(AV_SAMPLE_FMT_FLTP);
    av_channel_layout_default(context.ch_layout(), 1);
    AVDictionary options = new AVDictionary(null);
    Ffmpeg.set(options, "aac_coder", "fast");
    int opened = avcodec_open2(context, codec, options);
    av_dict_free(options);
    Ffmpeg.check(opened, "AAC at " + quality);
    frame = av_frame_alloc();
    frame.nb_samples(SAMPLES);
    frame.format(AV_SAMPLE_FMT_FLTP);
    frame.sample_rate(Leveller.RATE);
    av_channel_layout_default(frame.ch_layout(), 1);
    Ffmpeg.check(av_frame_get_buffer(frame, 0), "a frame");
    packet = av_packet_alloc();
  }

  @Override
  public void encode(short[] sound, int count, OutputStream out) throws IOException {
    for (int i = 0; i < count; i++) {
      samples[held++] = sound[i] / 32768f;
      if (held == SAMPLES) {
        send(out);
      }
    }
  }

  @Override
  public void finish(OutputStream out) throws IOException {
    if (held > 0) {
      java.util.Arrays.fill(samples, held, SAMPLES, 0);
      send(out);
    }
    Ffmpeg.check(avcodec_send_frame(context, null), "the end");
    receive(out);
  }

  private void send(OutputStream out) throws IOException {
    Ffmpeg.check(av_frame_make_writable(frame), "a frame");
    try (FloatPointer data = new FloatPointer(frame.data(0))) {
      data.capacity(SAMPLES).put(samples);
    }
    frame.pts(at);
    at += SAMPLES;
    held = 0;
    Ffmpeg.check(avcodec_send_frame(context, frame), "a frame");
    receive(out);
  }

  private void receive(OutputStream out) throws IOException {
    int answer = avcodec_receive_packet(context, packet);
    while (answer >= 0) {
      byte[] coded = new byte[packet.size()];
      packet.data().capacity(coded.length).get(coded);
      av_packet_unref(packet);
      out.write(Adts.head(coded.length));
      out.write(coded);
      answer = avcodec_receive_packet(context, packet);
    }
    if (answer != AVERROR_EAGAIN() && answer != AVERROR_EOF) {
      Ffmpeg.check(answer, "AAC");
    }
  }

  @Override
  public void close() {
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
    }
    if (frame != null) {
      av_frame_free(frame);
      frame = null;
    }
    if (context != null) {
      avcodec_free_context(context);
      context = null;
    }
  }
}
