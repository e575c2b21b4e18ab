package org.titiktutur.production;

import org.titiktutur.language.PronunciationLexicon.Found;

/** A word, or how it is said, that cannot stand in a lexicon. */
public final class BadWordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String what;

  BadWordException(String code, String what) {
    super(code + ": " + what);
    this.code = code;
    this.what = what;
  }

  BadWordException(Found found) {
    this(found.flaw().code(), found.what());
  }

  /** Of a sentence among the {@link Phrases} called {@code lexicon}. */
  public String code() {
    return code;
  }

  /** The sign or word that it is about; may be empty. */
  public String what() {
    return what;
  }

  /** Why, as one sentence. */
  public String say(Phrases words) {
    return Lexicons.sentence(words.say(code, what));
  }
}
