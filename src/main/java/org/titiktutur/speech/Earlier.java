package org.titiktutur.speech;

import java.nio.file.Path;

/**
 * What is left of speaking a part before, in other circumstances: it saves time and changes
 * nothing.
 *
 * @param sounds a folder of packs, whose sounds are used and into which {@link
 *     SpokenPart#newSounds} belongs afterwards; null: sounds are not kept
 * @param plan of the part as it was spoken then; if that is what would be said now, it is not said
 *     again. Empty: it is said in any case, and its plan is told; null: nobody asks for its plan
 */
public record Earlier(Path sounds, String plan) {

  public static final Earlier NOTHING = new Earlier(null, null);
}
