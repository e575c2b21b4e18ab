package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.titiktutur.formats.AudiobookManifest;
import org.titiktutur.formats.Playlist;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.SpokenPart;

/** A book as numbered MP3 files, one for each part, with a manifest beside them, and a playlist. */
final class Mp3Recipe implements Recipe {

  private static final int LONGEST_NAME = 48;

  @Override
  public Format format() {
    return Format.MP3;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> endings() {
    return List.of("-mp3", ".m3u8");
  }

  @Override
  public int weight() {
    return 100;
  }

  @Override
  public Made make(Order order, Progress progress)
      throws IOException, InterruptedException, NotHereException {
    Narration narration = Narration.begin(order, format(), progress);
    List<Publication.Entry> parts = narration.parts();
    Path folder = Path.of(order.name() + "-mp3");
    Files.createDirectory(order.folder().resolve(folder));
    narration.whenSpoken(
        (part, spoken) -> {
          if (spoken.isSpoken()) {
            Path place = folder.resolve(fileName(part, parts));
            SpokenPieces.place(spoken, order.folder().resolve(place));
            progress.whole(parts.indexOf(part) + 1, place, spoken.seconds());
          }
        });
    List<Playlist.Track> tracks = new ArrayList<>();
    List<AudiobookManifest.Chapter> chapters = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<Path, Double> secondsOfEach = new HashMap<>();
    double seconds = 0;
    for (Publication.Entry part : parts) {
      SpokenPart spoken = narration.part(part);
      findings.addAll(spoken.findings());
      if (spoken.isSpoken()) {
        String name = fileName(part, parts);
        secondsOfEach.put(folder.resolve(name), spoken.seconds());
        tracks.add(
            new Playlist.Track(folder + "/" + name, Narration.title(part), spoken.seconds()));
        chapters.add(
            new AudiobookManifest.Chapter(
                name,
                Narration.title(part),
                part.level(),
                spoken.seconds(),
                order.options().quality().kilobits()));
        seconds += spoken.seconds();
      }
    }
    Files.writeString(
        order.folder().resolve(folder).resolve(AudiobookManifest.NAME),
        new AudiobookManifest(order.publication().metadata(), Instant.now(), chapters).text());
    Path playlist = Path.of(order.name() + ".m3u8");
    Files.writeString(
        order.folder().resolve(playlist),
        new Playlist(order.publication().metadata().title(), tracks).text());
    return new Made(
        format(), List.of(folder, playlist), OptionalDouble.of(seconds), secondsOfEach, findings);
  }

  /** Known before anything is spoken: a part that cannot be spoken leaves its number out. */
  private static String fileName(Publication.Entry part, List<Publication.Entry> parts) {
    return fileName(parts.indexOf(part) + 1, parts.size(), part.title());
  }

  /** A name that sorts in reading order and that every player and file system can bear. */
  static String fileName(int number, int of, String title) {
    int digits = Math.max(3, String.valueOf(of).length());
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    String name = cut.replaceAll("^-+|-+$", "");
    return String.format(Locale.ROOT, "%0" + digits + "d", number)
        + (name.isEmpty() ? "" : "-" + name)
        + ".mp3";
  }
}
