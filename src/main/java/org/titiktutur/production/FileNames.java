package org.titiktutur.production;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.titiktutur.formats.AudiobookManifest;

/** Names that every player and file system can bear, and what is behind their endings. */
final class FileNames {

  private static final int LONGEST = 60;

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m3u8", "application/vnd.apple.mpegurl"),
          Map.entry("m4b", "audio/mp4"),
          Map.entry("epub", "application/epub+zip"),
          Map.entry("ebrl", "application/epub+zip"),
          Map.entry("brf", "text/plain"),
          Map.entry("pef", "application/x-pef+xml"),
          Map.entry("html", "text/html"),
          Map.entry("txt", "text/plain"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("zip", "application/zip"));

  private FileNames() {}

  /**
   * A name of small letters, digits and hyphens.
   *
   * @param otherwise what a title without any such character is called
   */
  static String of(String title, String otherwise) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    String name = cut.replaceAll("^-+|-+$", "");
    return name.isEmpty() ? otherwise : name;
  }

  static String mediaType(String name) {
    if (name.equals(AudiobookManifest.NAME)) {
      return AudiobookManifest.MEDIA_TYPE;
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
