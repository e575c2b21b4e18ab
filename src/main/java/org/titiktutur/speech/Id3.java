package org.titiktutur.speech;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.MissingResourceException;

/**
 * The tag at the head of an MP3 file, as ID3v2.3 has it (id3.org, "ID3 tag version 2.3.0"): the
 * version that small players read too. Texts are UTF-16 with a mark of byte order.
 */
final class Id3 {

  private static final byte UTF_16 = 1;

  private Id3() {}

  static byte[] of(Tags tags) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frame("TIT2", tags.title(), frames);
    frame("TPE1", tags.artist(), frames);
    frame("TALB", tags.album(), frames);
    frame("TRCK", tags.track() + "/" + tags.tracks(), frames);
    frame("TLAN", threeLetters(tags.language()), frames);
    frame("TCON", "Audiobook", frames);
    ByteArrayOutputStream tag = new ByteArrayOutputStream();
    tag.writeBytes("ID3".getBytes(StandardCharsets.ISO_8859_1));
    tag.write(3);
    tag.write(0);
    tag.write(0);
    for (int shift = 21; shift >= 0; shift -= 7) {
      tag.write((frames.size() >> shift) & 0x7f);
    }
    tag.writeBytes(frames.toByteArray());
    return tag.toByteArray();
  }

  private static void frame(String id, String text, ByteArrayOutputStream to) {
    if (text.isBlank()) {
      return;
    }
    byte[] words = text.getBytes(StandardCharsets.UTF_16LE);
    to.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
    int size = 1 + 2 + words.length;
    for (int shift = 24; shift >= 0; shift -= 8) {
      to.write(size >> shift);
    }
    to.write(0);
    to.write(0);
    to.write(UTF_16);
    to.write(0xff);
    to.write(0xfe);
    to.writeBytes(words);
  }

  /** ISO 639-2, as TLAN wants it: {@code ind} for {@code id}. */
  private static String threeLetters(String tag) {
    try {
      return Locale.forLanguageTag(tag).getISO3Language();
    } catch (MissingResourceException none) {
      return "und";
    }
  }
}
