package org.titiktutur.production;

/** An option of a wish that there is not, or a value that it cannot have. */
public final class BadOptionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String option;
  private final String value;

  BadOptionException(String option, String value) {
    super(option + "=" + value);
    this.option = option;
    this.value = value;
  }

  public String option() {
    return option;
  }

  public String value() {
    return value;
  }
}
