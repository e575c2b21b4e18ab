package org.titiktutur.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.titiktutur.publication.Finding;

/**
 * A part as it was spoken.
 *
 * @param part counts from 1
 * @param mp3 null if the part could not be spoken
 * @param clips file of its {@link #readClips clips}; null if the part could not be spoken
 * @param seconds length of the decoded file
 */
public record SpokenPart(int part, Path mp3, Path clips, double seconds, List<Finding> findings) {

  public SpokenPart {
    findings = List.copyOf(findings);
  }

  public boolean isSpoken() {
    return mp3 != null;
  }

  /** Where each sentence sounds, in reading order; those with nothing to say have no clip. */
  public List<Clip> readClips() throws IOException {
    return SpeakHandler.clips(clips);
  }
}
