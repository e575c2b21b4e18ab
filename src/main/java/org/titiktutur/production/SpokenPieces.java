package org.titiktutur.production;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Publication;
import org.titiktutur.speech.Codec;
import org.titiktutur.speech.SpeechSettings;
import org.titiktutur.speech.SpokenPart;
import org.titiktutur.speech.Tags;

/** Spoken parts as checkpoints. */
final class SpokenPieces {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final String PREFIX = "speech/";

  /** Raised when the same part would be spoken otherwise. */
  private static final int VERSION = 1;

  private static final String KEPT = "part.json";

  private SpokenPieces() {}

  /** What is known of a spoken part beside its files. */
  private record Kept(double seconds, List<Finding> findings) {}

  static String key(Publication.Entry part, SpeechSettings settings, Tags tags, Set<Codec> codecs) {
    return String.format(
        Locale.ROOT,
        PREFIX + "%d/%s",
        part.number(),
        Wishes.hash(
            List.of(
                String.valueOf(VERSION),
                Foundations.lexicons(),
                settings.toString(),
                tags.toString(),
                codecs.toString())));
  }

  static Optional<SpokenPart> find(Checkpoints checkpoints, String key, Publication.Entry part)
      throws IOException {
    Optional<Path> folder = checkpoints.find(key);
    return folder.isPresent() ? Optional.of(read(folder.get(), part)) : Optional.empty();
  }

  /** A part that was not spoken is not kept: it is tried again. */
  static SpokenPart keep(
      Checkpoints checkpoints, String key, Publication.Entry part, SpokenPart spoken) {
    if (!spoken.isSpoken()) {
      return spoken;
    }
    try {
      JSON.writeValue(
          spoken.folder().resolve(KEPT).toFile(), new Kept(spoken.seconds(), spoken.findings()));
      return read(checkpoints.keep(key, spoken.folder()), part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a spoken part its place among the results; the piece stays for other formats. */
  static void place(SpokenPart spoken, Path place) throws IOException {
    try {
      Files.createLink(place, spoken.mp3());
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(spoken.mp3(), place);
    }
  }

  private static SpokenPart read(Path folder, Publication.Entry part) throws IOException {
    Kept kept = JSON.readValue(Files.readString(folder.resolve(KEPT)), Kept.class);
    return new SpokenPart(part.number(), folder, kept.seconds(), kept.findings());
  }
}
