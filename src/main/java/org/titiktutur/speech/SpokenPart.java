package org.titiktutur.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.titiktutur.publication.Finding;

/**
 * A part as it was spoken.
 *
 * @param part counts from 1
 * @param folder of its files; null if the part could not be spoken
 * @param seconds length of the decoded MP3, or of the sound alone where there is none
 * @param plan what was said and how; empty where that was not asked for
 */
public record SpokenPart(
    int part, Path folder, double seconds, List<Finding> findings, String plan) {

  /** One that would be said as it was said {@link Earlier}, and so was not said again. */
  static SpokenPart asBefore(int part, String plan) {
    return new SpokenPart(part, null, 0, List.of(), plan);
  }

  public SpokenPart {
    findings = List.copyOf(findings);
  }

  public boolean isSpoken() {
    return folder != null;
  }

  /** Whether it would be said as it was said {@link Earlier}; then there are no files. */
  public boolean isAsBefore() {
    return folder == null && !plan.isEmpty();
  }

  /** A pack of the sounds that were not there before; only there if sounds are kept. */
  public Path newSounds() {
    return folder.resolve(KeptSounds.PACK);
  }

  /** Its sound; only there if the codec was asked for. */
  public Path sound(Codec codec) {
    return folder.resolve(codec.file());
  }

  /** Its sound as MP3; only there if that was asked for. */
  public Path mp3() {
    return sound(Codec.MP3);
  }

  /** Where each sentence sounds, in reading order; those with nothing to say have no clip. */
  public List<Clip> readClips() throws IOException {
    return SpeakHandler.clips(folder.resolve(SpeakHandler.CLIPS));
  }
}
