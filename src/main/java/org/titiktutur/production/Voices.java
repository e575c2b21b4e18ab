package org.titiktutur.production;

import java.nio.file.Path;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.Voice;

/** Finds the voice that a person asked for. */
public final class Voices {

  private Voices() {}

  /**
   * The voice of that name.
   *
   * @param name {@code ENGINE:NAME}
   * @param folder empty, for this alone
   * @throws NotHereException if it does not load on this machine
   */
  public static Voice get(String name, Narrator narrator, Path folder)
      throws InterruptedException, NotHereException {
    try {
      Voice voice = Voice.parse(name);
      if (Waiting.on(narrator.has(voice, folder))) {
        return voice;
      }
    } catch (IllegalArgumentException e) {
      // Not of that form, so no voice is called that.
    }
    throw new NotHereException(NotHereException.Kind.VOICE, name);
  }
}
