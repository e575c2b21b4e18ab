package org.titiktutur.formats;

import java.util.List;
import java.util.Locale;

/** An extended M3U playlist in UTF-8 ({@code .m3u8}), with paths relative to itself. */
public record Playlist(String title, List<Track> tracks) {

  /** One file of the playlist. */
  public record Track(String path, String title, double seconds) {}

  public Playlist {
    tracks = List.copyOf(tracks);
  }

  public String text() {
    StringBuilder text =
        new StringBuilder("#EXTM3U\n#PLAYLIST:").append(oneLine(title)).append('\n');
    for (Track track : tracks) {
      text.append(String.format(Locale.ROOT, "#EXTINF:%d,", Math.round(track.seconds())))
          .append(oneLine(track.title()))
          .append('\n')
          .append(track.path())
          .append('\n');
    }
    return text.toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
