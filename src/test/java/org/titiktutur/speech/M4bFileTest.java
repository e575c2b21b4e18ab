package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** M4B files, read back by the library that wrote them. */
class M4bFileTest {

  private static final int RATE = Leveller.RATE;
  private static final int SILENCE = RATE / 5;

  @TempDir Path folder;
  private Path book;

  @BeforeEach
  void bind() throws Exception {
    List<BookToBind.Chapter> chapters = new ArrayList<>();
    chapters.add(chapter("Bab 1: Pagi – “Hari”", 1.0));
    chapters.add(chapter("الفصل ٢", 2.5));
    chapters.add(chapter("Bab 3", 0.5));
    book = folder.resolve("book.m4b");
    BookToBind wanted = new BookToBind("Rumah & Laut", "Siti Rahma, Budi", "id", chapters);
    try (M4bFile file = new M4bFile(book, wanted)) {
      for (BookToBind.Chapter chapter : chapters) {
        file.add(Path.of(chapter.file()));
      }
      assertThat(file.finish() / (double) RATE).isCloseTo(4.6, within(0.25));
    }
  }

  @Test
  void itSaysWhatItIsAndWhereItsChaptersBegin() throws IOException {
    AVFormatContext file = open();
    assertThat(tag(file.metadata(), "title")).isEqualTo("Rumah & Laut");
    assertThat(tag(file.metadata(), "album")).isEqualTo("Rumah & Laut");
    assertThat(tag(file.metadata(), "artist")).isEqualTo("Siti Rahma, Budi");
    assertThat(tag(file.metadata(), "media_type")).isEqualTo("2");
    assertThat(tag(file.streams(0).metadata(), "language")).isEqualTo("ind");
    assertThat(file.nb_chapters()).isEqualTo(3);
    assertThat(List.of(title(file, 0), title(file, 1), title(file, 2)))
        .containsExactly("Bab 1: Pagi – “Hari”", "الفصل ٢", "Bab 3");
    assertThat(begin(file, 0)).isZero();
    assertThat(begin(file, 1)).isCloseTo(1.2, within(0.1));
    assertThat(begin(file, 2)).isCloseTo(3.9, within(0.15));
    avformat_close_input(file);
  }

  @Test
  void everyChapterSoundsWhereItBegins() throws IOException {
    AVFormatContext file = open();
    List<Double> begins = List.of(begin(file, 0), begin(file, 1), begin(file, 2));
    short[] sound = decode(file);
    avformat_close_input(file);
    for (double begin : begins) {
      int at = (int) (begin * RATE);
      // A joint holds what the decoder needs to begin: up to two frames of silence.
      int heard = firstHeard(sound, at);
      assertThat((heard - at - SILENCE) / (double) RATE).isBetween(-0.03, 0.08);
    }
    assertThat(sound.length / (double) RATE).isCloseTo(4.6, within(0.25));
  }

  private static int firstHeard(short[] sound, int from) {
    int at = from + SILENCE / 4;
    while (at < sound.length && Math.abs(sound[at]) < 1000) {
      at++;
    }
    return at;
  }

  /** A fifth of a second of silence and then a tone. */
  private BookToBind.Chapter chapter(String title, double seconds) throws IOException {
    short[] sound = new short[SILENCE + (int) (seconds * RATE)];
    for (int i = SILENCE; i < sound.length; i++) {
      sound[i] = (short) (8000 * Math.sin(2 * Math.PI * 440 * i / RATE));
    }
    Path file = Files.createTempFile(folder, "part", ".aac");
    try (OutputStream out = Files.newOutputStream(file);
        Aac aac = new Aac(Quality.BIASA)) {
      aac.encode(sound, sound.length, out);
      aac.finish(out);
    }
    return new BookToBind.Chapter(title, file.toString());
  }

  private AVFormatContext open() throws IOException {
    AVFormatContext file = new AVFormatContext(null);
    Ffmpeg.check(
        avformat_open_input(file, book.toString(), (AVInputFormat) null, (AVDictionary) null),
        "open");
    Ffmpeg.check(avformat_find_stream_info(file, (AVDictionary) null), "look");
    return file;
  }

  private static String tag(AVDictionary tags, String name) {
    AVDictionaryEntry entry = av_dict_get(tags, name, null, 0);
    return new String(entry.value().getStringBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String title(AVFormatContext file, int chapter) {
    return tag(file.chapters(chapter).metadata(), "title");
  }

  private static double begin(AVFormatContext file, int number) {
    AVChapter chapter = file.chapters(number);
    return (double) chapter.start() * chapter.time_base().num() / chapter.time_base().den();
  }

  private static short[] decode(AVFormatContext file) throws IOException {
    var codec = avcodec_find_decoder(file.streams(0).codecpar().codec_id());
    AVCodecContext context = avcodec_alloc_context3(codec);
    Ffmpeg.check(avcodec_parameters_to_context(context, file.streams(0).codecpar()), "decoder");
    Ffmpeg.check(avcodec_open2(context, codec, (AVDictionary) null), "decoder");
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    short[] all = new short[0];
    int length = 0;
    while (av_read_frame(file, packet) >= 0) {
      if (packet.stream_index() == 0) {
        Ffmpeg.check(avcodec_send_packet(context, packet), "packet");
        while (avcodec_receive_frame(context, frame) >= 0) {
          float[] samples = new float[frame.nb_samples()];
          new FloatPointer(frame.data(0)).capacity(samples.length).get(samples);
          all = Arrays.copyOf(all, length + samples.length);
          for (float sample : samples) {
            all[length++] = (short) (sample * 32767);
          }
        }
      }
      av_packet_unref(packet);
    }
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(context);
    return all;
  }
}
