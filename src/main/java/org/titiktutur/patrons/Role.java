package org.titiktutur.patrons;

import java.util.Locale;

/** What somebody may do. Codes are stored. */
public enum Role {
  /** Everything: uploads, wishes, people, machines. */
  ADMINISTRATOR,
  /** Nothing yet beyond what everybody may. */
  READER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
