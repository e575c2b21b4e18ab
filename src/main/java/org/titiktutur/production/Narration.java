package org.titiktutur.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.Announcements;
import org.titiktutur.speech.Codec;
import org.titiktutur.speech.Earlier;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.PartToSpeak;
import org.titiktutur.speech.SpeechSettings;
import org.titiktutur.speech.SpokenPart;
import org.titiktutur.speech.Tags;
import org.titiktutur.speech.Voice;
import org.titiktutur.workshop.NativeStore;

/**
 * A book as it is read aloud, part by part. All formats of an order that play share it: what the
 * first one has spoken, the next finds among the order's checkpoints.
 */
final class Narration {

  private final Order order;
  private final List<Publication.Entry> parts;
  private final Path scratch;
  private final Map<Integer, CompletableFuture<SpokenPart>> speaking = new HashMap<>();

  private Narration(Order order, Path scratch) {
    this.order = order;
    this.scratch = scratch;
    this.parts = order.publication().parts().stream().filter(part -> part.sentences() > 0).toList();
  }

  /**
   * Begins to speak whatever was not spoken yet.
   *
   * @param format that it is for
   * @throws NotHereException when the voice that was asked for is not there
   */
  static Narration begin(Order order, Format format, Progress progress)
      throws IOException, InterruptedException, NotHereException {
    Narrator narrator = new Narrator(order.workers());
    Narration narration =
        new Narration(order, Files.createTempDirectory(order.scratch(), "narration"));
    narration.speak(
        narrator,
        settings(
            order.options(),
            WishOptions.announcements(format, order.options()),
            order.publication().metadata().language(),
            narrator,
            narration.scratch),
        progress);
    return narration;
  }

  /** Parts that have something to be said, in reading order. */
  List<Publication.Entry> parts() {
    return parts;
  }

  /**
   * Waits until a part is spoken. Its files stay for the other formats: link or copy them, as
   * {@link SpokenPieces#place} does.
   */
  SpokenPart part(Publication.Entry part) throws IOException, InterruptedException {
    SpokenPart spoken = Waiting.on(speaking.get(part.number()));
    NativeStore.deleteTree(scratch.resolve(String.valueOf(part.number())));
    return spoken;
  }

  /** What a part is called where it must have a name: its number if it has none. */
  static String title(Publication.Entry part) {
    return part.title().isEmpty() ? String.valueOf(part.number()) : part.title();
  }

  /** The voice of the book's own language, as people may call it. */
  static String narrator(Order order) {
    String language = order.publication().metadata().language().tag();
    return order
        .options()
        .voice()
        .or(() -> Voice.usual(language).map(Voice::toString))
        .map(voice -> "Titik Tutur, " + voice)
        .orElse("Titik Tutur");
  }

  /** Takes a part as soon as it is spoken. */
  @FunctionalInterface
  interface Ear {
    void hear(Publication.Entry part, SpokenPart spoken) throws IOException;
  }

  /**
   * Tells of each part as soon as it is spoken, in no order, before {@link #part} answers it.
   *
   * @param ear called on any thread
   */
  void whenSpoken(Ear ear) {
    for (Publication.Entry part : parts) {
      speaking.computeIfPresent(
          part.number(),
          (number, work) ->
              work.thenApply(
                  spoken -> {
                    try {
                      ear.hear(part, spoken);
                      return spoken;
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }));
    }
  }

  /**
   * The first part first, because somebody may be waiting to hear it; of the others the longest, so
   * that no worker is left with the longest one at the end.
   */
  private List<Publication.Entry> inOrderOfWork() {
    return parts.stream()
        .sorted(
            Comparator.comparing((Publication.Entry part) -> part.number() != parts.get(0).number())
                .thenComparing(Comparator.comparingInt(Publication.Entry::characters).reversed()))
        .toList();
  }

  private void speak(Narrator narrator, SpeechSettings wanted, Progress progress)
      throws IOException {
    Set<Codec> codecs = codecs(order.formats());
    Advance advance = new Advance(parts, Progress.Stage.SPEAKING, progress);
    for (Publication.Entry part : inOrderOfWork()) {
      Tags tags =
          new Tags(
              title(part),
              String.join(", ", order.publication().metadata().authors()),
              order.publication().metadata().title(),
              parts.indexOf(part) + 1,
              parts.size(),
              order.publication().metadata().language().tag());
      // Where no print page begins, formats with and without page numbers share the part.
      boolean pages = wanted.said().pages() && order.text().part(part.number()).hasPrintPages();
      SpeechSettings settings = pages ? wanted : wanted.withoutPages();
      SpeechSettings told = settings.with(order.lexicons().apply(part.number()));
      SpokenPieces.Key key =
          SpokenPieces.key(
              SpokenPieces.sha256(order.text().partFile(part.number())), told, tags, codecs);
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
              told,
              tags,
              codecs);
      Optional<SpokenPart> earlier = SpokenPieces.findEarlier(order.checkpoints(), key, part);
      Path folder = Files.createDirectory(scratch.resolve(String.valueOf(part.number())));
      speaking.put(
          part.number(),
          narrator
              .speak(work, left(earlier), folder, sentences -> advance.at(part, sentences))
              .thenApply(
                  spoken -> SpokenPieces.keep(order.checkpoints(), key, part, earlier, spoken)));
    }
  }

  /** What is left of speaking before, to be used again. */
  private Earlier left(Optional<SpokenPart> earlier) throws IOException {
    if (!order.checkpoints().areLasting()) {
      return Earlier.NOTHING;
    }
    return new Earlier(
        order.checkpoints().sounds().orElse(null), earlier.map(SpokenPart::plan).orElse(""));
  }

  /** In what all formats of an order want their sound, so that it is spoken once for all. */
  private static Set<Codec> codecs(Set<Format> formats) {
    Set<Codec> codecs = EnumSet.noneOf(Codec.class);
    for (Format format : formats) {
      switch (format) {
        case MP3, DAISY202, DAISY3, EPUB3 -> codecs.add(Codec.MP3);
        case M4B -> codecs.add(Codec.AAC);
        case EPUB, BRF, PEF, EBRAILLE, LARGE_PRINT, HTML, TXT -> {}
      }
    }
    return codecs;
  }

  private static SpeechSettings settings(
      Options options, Announcements said, Language language, Narrator narrator, Path scratch)
      throws IOException, InterruptedException, NotHereException {
    Voice voice = null;
    if (options.voice().isPresent()) {
      voice =
          Voices.get(
              options.voice().get(), narrator, Files.createDirectory(scratch.resolve("voice")));
      // So that it shares its pieces with those who did not ask.
      voice = voice.isUsual(language.tag()) ? null : voice;
    }
    return new SpeechSettings(
        voice,
        options.speed().orElse(SpeechSettings.USUAL_PACE),
        options.quality(),
        said,
        options.lexicons());
  }
}
