package org.titiktutur.speech;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.titiktutur.workshop.NativeStore;

/** FFmpeg's libraries out of our jars. */
final class Ffmpeg {

  private static boolean ready;

  private Ffmpeg() {}

  /** To be called before any of its classes is touched: they unpack themselves. */
  static synchronized void prepare() {
    if (!ready) {
      String store = NativeStore.standard().root().resolve("ffmpeg-7.1.1").toString();
      System.setProperty("org.bytedeco.javacpp.cachedir", store);
      // What is allocated is released where it was; no thread needs to watch over it.
      System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
      av_log_set_level(AV_LOG_ERROR);
      ready = true;
    }
  }

  /** Passes on what a call answers, unless it failed. */
  static int check(int answer, String what) throws IOException {
    if (answer < 0) {
      throw new IOException(what + ": FFmpeg answers " + answer);
    }
    return answer;
  }

  static void set(AVDictionary dictionary, String key, String value) {
    if (value.isBlank()) {
      return;
    }
    try (BytePointer name = text(key);
        BytePointer words = text(value)) {
      avutil.av_dict_set(dictionary, name, words, 0);
    }
  }

  static BytePointer text(String text) {
    return new BytePointer(text, StandardCharsets.UTF_8);
  }
}
