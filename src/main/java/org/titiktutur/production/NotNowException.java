package org.titiktutur.production;

/** What cannot be done to a run of the embossing desk as it stands. Nothing was changed. */
public final class NotNowException extends Exception {

  private static final long serialVersionUID = 1L;

  private final EmbossingState state;
  private final EmbossingAction action;

  NotNowException(EmbossingState state, EmbossingAction action) {
    super(action + " while " + state);
    this.state = state;
    this.action = action;
  }

  public EmbossingState state() {
    return state;
  }

  public EmbossingAction action() {
    return action;
  }

  /**
   * How it stands, in a word.
   *
   * @param words for {@code embossing}
   */
  public String say(Phrases words) {
    return words.say("state." + state.code());
  }
}
