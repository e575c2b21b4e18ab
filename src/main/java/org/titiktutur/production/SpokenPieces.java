package org.titiktutur.production;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
  private static final int VERSION = 2;

  private static final String KEPT = "part.json";

  private SpokenPieces() {}

  /** What is known of a spoken part beside its files. */
  private record Kept(double seconds, List<Finding> findings, String plan) {}

  /**
   * What names a spoken part: its text, how its sound is written down, and all that decides how
   * words are said. Where only the last is another, it may still be said the same.
   */
  record Key(String like, String said) {
    @Override
    public String toString() {
      return like + said;
    }
  }

  /** What the keys of one text of a part begin with, in whatever publication it stands. */
  static String prefix(String textSha256) {
    return PREFIX + textSha256.substring(0, 32) + "/";
  }

  /** The key of a part. */
  static Key key(String textSha256, SpeechSettings settings, Tags tags, Set<Codec> codecs) {
    String like =
        Wishes.hash(
            List.of(
                String.valueOf(VERSION),
                settings.quality().toString(),
                tags.toString(),
                codecs.toString()));
    String said = Wishes.hash(List.of(Foundations.lexicons(), settings.toString()));
    return new Key(prefix(textSha256) + like.substring(0, 16) + "/", said);
  }

  /** Of the text of a part, as its blob is named. */
  static String sha256(Path text) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<SpokenPart> find(Checkpoints checkpoints, Key key, Publication.Entry part)
      throws IOException {
    Optional<Path> folder = checkpoints.find(key.toString());
    return folder.isPresent() ? Optional.of(read(folder.get(), part)) : Optional.empty();
  }

  /** The same part as it was said in other circumstances. */
  static Optional<SpokenPart> findEarlier(Checkpoints checkpoints, Key key, Publication.Entry part)
      throws IOException {
    Optional<Path> folder = checkpoints.findLike(key.like());
    return folder.isPresent() ? Optional.of(read(folder.get(), part)) : Optional.empty();
  }

  /** A part that was not spoken is not kept: it is tried again. */
  static SpokenPart keep(
      Checkpoints checkpoints,
      Key key,
      Publication.Entry part,
      Optional<SpokenPart> earlier,
      SpokenPart now) {
    try {
      if (now.isAsBefore()) {
        return read(checkpoints.keep(key.toString(), earlier.orElseThrow().folder()), part);
      }
      if (!now.isSpoken()) {
        return now;
      }
      if (checkpoints.sounds().isPresent()) {
        checkpoints.keepSounds(now.newSounds());
      }
      JSON.writeValue(
          now.folder().resolve(KEPT).toFile(), new Kept(now.seconds(), now.findings(), now.plan()));
      return read(checkpoints.keep(key.toString(), now.folder()), part);
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
    return new SpokenPart(part.number(), folder, kept.seconds(), kept.findings(), kept.plan());
  }
}
