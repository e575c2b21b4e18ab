package org.titiktutur.speech;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_AAC_LOW;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * An audio book as MPEG-4 with chapters, the way Apple's players and others want it: {@code .m4b}.
 * The sound of the parts follows each other frame by frame and is not coded again.
 */
final class M4bFile implements AutoCloseable {

  /** How many samples late a decoder begins: a player leaves them out at the start of the file. */
  private static final int PRIMING = Aac.SAMPLES;

  private AVFormatContext container;
  private AVPacket packet;
  private final AVStream stream;
  private long at = -PRIMING;

  M4bFile(Path file, BookToBind book) throws IOException {
    Ffmpeg.prepare();
    container = new AVFormatContext(null);
    try (BytePointer name = Ffmpeg.text(file.toString());
        BytePointer kind = Ffmpeg.text("ipod")) {
      Ffmpeg.check(avformat_alloc_output_context2(container, null, kind, name), "M4B");
      stream = avformat_new_stream(container, null);
      describeSound();
      describeBook(book);
      addChapters(book);
      AVIOContext output = new AVIOContext(null);
      Ffmpeg.check(avio_open(output, name, AVIO_FLAG_WRITE), file.toString());
      container.pb(output);
      AVDictionary options = new AVDictionary(null);
      Ffmpeg.set(options, "movflags", "+faststart");
      int written = avformat_write_header(container, options);
      av_dict_free(options);
      Ffmpeg.check(written, "the head of M4B");
      packet = av_packet_alloc();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void describeSound() {
    stream.codecpar().codec_type(AVMEDIA_TYPE_AUDIO);
    stream.codecpar().codec_id(AV_CODEC_ID_AAC);
    stream.codecpar().profile(AV_PROFILE_AAC_LOW);
    stream.codecpar().sample_rate(Leveller.RATE);
    stream.codecpar().frame_size(Aac.SAMPLES);
    stream.codecpar().initial_padding(PRIMING);
    av_channel_layout_default(stream.codecpar().ch_layout(), 1);
    Pointer memory = av_mallocz(Adts.CONFIGURATION.length + AV_INPUT_BUFFER_PADDING_SIZE);
    stream.codecpar().extradata(new BytePointer(memory).put(Adts.CONFIGURATION));
    stream.codecpar().extradata_size(Adts.CONFIGURATION.length);
    stream.time_base().num(1).den(Leveller.RATE);
  }

  private void describeBook(BookToBind book) {
    AVDictionary tags = new AVDictionary(null);
    Ffmpeg.set(tags, "title", book.title());
    Ffmpeg.set(tags, "album", book.title());
    Ffmpeg.set(tags, "artist", book.author());
    Ffmpeg.set(tags, "album_artist", book.author());
    Ffmpeg.set(tags, "genre", "Audiobook");
    // Two is an audio book.
    Ffmpeg.set(tags, "media_type", "2");
    container.metadata(tags);
    AVDictionary ofStream = new AVDictionary(null);
    Ffmpeg.set(ofStream, "language", threeLetters(book.language()));
    stream.metadata(ofStream);
  }

  /** The memory belongs to the container, which frees it. */
  private void addChapters(BookToBind book) throws IOException {
    int count = book.chapters().size();
    PointerPointer<AVChapter> chapters =
        new PointerPointer<>(
            new PointerPointer<>(av_mallocz((long) count * Loader.sizeof(PointerPointer.class))));
    long begin = 0;
    for (int i = 0; i < count; i++) {
      long end = begin + Adts.frames(Path.of(book.chapters().get(i).file())) * Aac.SAMPLES;
      AVChapter chapter = new AVChapter(av_mallocz(Loader.sizeof(AVChapter.class)));
      chapter.id(i + 1);
      chapter.time_base().num(1).den(Leveller.RATE);
      chapter.start(Math.max(0, begin - PRIMING));
      chapter.end(end - PRIMING);
      AVDictionary tags = new AVDictionary(null);
      Ffmpeg.set(tags, "title", book.chapters().get(i).title());
      chapter.metadata(tags);
      chapters.put(i, chapter);
      begin = end;
    }
    container.chapters(chapters);
    container.nb_chapters(count);
  }

  /** Adds the sound of the next part. */
  void add(Path part) throws IOException {
    try (Adts frames = new Adts(part)) {
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        Ffmpeg.check(av_new_packet(packet, frame.length), "a frame");
        packet.data().capacity(frame.length).put(frame);
        packet.stream_index(stream.index());
        packet.flags(packet.flags() | AV_PKT_FLAG_KEY);
        packet.pts(at).dts(at).duration(Aac.SAMPLES);
        at += Aac.SAMPLES;
        Ffmpeg.check(av_interleaved_write_frame(container, packet), "a frame");
      }
    }
  }

  /**
   * Ends the file.
   *
   * @return how many samples it plays
   */
  long finish() throws IOException {
    Ffmpeg.check(av_write_trailer(container), "the end of M4B");
    return at;
  }

  private static String threeLetters(String tag) {
    try {
      return Locale.forLanguageTag(tag).getISO3Language();
    } catch (MissingResourceException none) {
      return "und";
    }
  }

  @Override
  public void close() {
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
    }
    if (container != null) {
      if (container.pb() != null) {
        avio_closep(container.pb());
      }
      avformat_free_context(container);
      container = null;
    }
  }
}
