package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.titiktutur.formats.Playlist;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.PartToSpeak;
import org.titiktutur.speech.SpeechSettings;
import org.titiktutur.speech.SpokenPart;
import org.titiktutur.speech.Tags;
import org.titiktutur.speech.Voice;
import org.titiktutur.workshop.NativeStore;

/** A book as numbered MP3 files, one for each part, and a playlist. */
final class Mp3Recipe implements Recipe {

  private static final int LONGEST_NAME = 48;

  @Override
  public Format format() {
    return Format.MP3;
  }

  @Override
  public int version() {
    return 1;
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
    Narrator narrator = new Narrator(order.workers());
    Path scratch = Files.createDirectory(order.scratch().resolve("mp3"));
    SpeechSettings settings = settings(order.options(), narrator, scratch);
    List<Publication.Entry> parts =
        order.publication().parts().stream().filter(part -> part.sentences() > 0).toList();
    Map<Integer, CompletableFuture<SpokenPart>> speaking =
        speak(narrator, order, parts, settings, scratch, progress);

    String folder = order.name() + "-mp3";
    Files.createDirectory(order.folder().resolve(folder));
    List<Playlist.Track> tracks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<Path, Double> secondsOfEach = new HashMap<>();
    double seconds = 0;
    for (Publication.Entry part : parts) {
      SpokenPart spoken = Waiting.on(speaking.get(part.number()));
      findings.addAll(spoken.findings());
      if (spoken.isSpoken()) {
        String name = fileName(tracks.size() + 1, parts.size(), part.title());
        Path place = Path.of(folder, name);
        SpokenPieces.place(spoken, order.folder().resolve(place));
        secondsOfEach.put(place, spoken.seconds());
        tracks.add(new Playlist.Track(folder + "/" + name, title(part), spoken.seconds()));
        seconds += spoken.seconds();
      }
      NativeStore.deleteTree(scratch.resolve(String.valueOf(part.number())));
    }
    Path playlist = Path.of(order.name() + ".m3u8");
    Files.writeString(
        order.folder().resolve(playlist),
        new Playlist(order.publication().metadata().title(), tracks).text());
    return new Made(
        format(),
        List.of(Path.of(folder), playlist),
        OptionalDouble.of(seconds),
        secondsOfEach,
        findings);
  }

  /** Longest parts first, so that no worker is left with the longest one at the end. */
  private static Map<Integer, CompletableFuture<SpokenPart>> speak(
      Narrator narrator,
      Order order,
      List<Publication.Entry> parts,
      SpeechSettings settings,
      Path scratch,
      Progress progress)
      throws IOException {
    Advance advance = new Advance(parts, Progress.Stage.SPEAKING, progress);
    Map<Integer, CompletableFuture<SpokenPart>> speaking = new HashMap<>();
    List<Publication.Entry> longestFirst =
        parts.stream()
            .sorted(Comparator.comparingInt(Publication.Entry::characters).reversed())
            .toList();
    for (Publication.Entry part : longestFirst) {
      Tags tags =
          new Tags(
              title(part),
              String.join(", ", order.publication().metadata().authors()),
              order.publication().metadata().title(),
              parts.indexOf(part) + 1,
              parts.size(),
              order.publication().metadata().language().tag());
      String key = SpokenPieces.key(part, settings, tags);
      Optional<SpokenPart> kept = SpokenPieces.find(order.checkpoints(), key, part);
      if (kept.isPresent()) {
        advance.at(part, part.sentences());
        speaking.put(part.number(), CompletableFuture.completedFuture(kept.get()));
        continue;
      }
      PartToSpeak work =
          new PartToSpeak(
              order.text().path(),
              part,
              order.publication().metadata().language().tag(),
              settings,
              tags);
      Path folder = Files.createDirectory(scratch.resolve(String.valueOf(part.number())));
      speaking.put(
          part.number(),
          narrator
              .speak(work, folder, sentences -> advance.at(part, sentences))
              .thenApply(spoken -> SpokenPieces.keep(order.checkpoints(), key, part, spoken)));
    }
    return speaking;
  }

  private static SpeechSettings settings(Options options, Narrator narrator, Path scratch)
      throws IOException, InterruptedException, NotHereException {
    Voice voice = null;
    if (options.voice().isPresent()) {
      voice =
          Voices.get(
              options.voice().get(), narrator, Files.createDirectory(scratch.resolve("voice")));
    }
    return new SpeechSettings(
        voice, options.speed().orElse(SpeechSettings.USUAL_PACE), options.quality());
  }

  private static String title(Publication.Entry part) {
    return part.title().isEmpty() ? String.valueOf(part.number()) : part.title();
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
