package org.titiktutur.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** On what ground the library may give an item away. Codes are a contract. */
public enum Rights {
  PUBLIC_DOMAIN,
  /** Under a free licence. */
  OPEN,
  LICENSED,
  /** Made for print-disabled readers under the exception of the Marrakesh Treaty. */
  EXCEPTION;

  /** What an item has until somebody says more: nothing is open by itself. */
  public static final Rights USUAL = EXCEPTION;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a visitor whom we do not know may have it. */
  public boolean forEverybody() {
    return this == PUBLIC_DOMAIN || this == OPEN;
  }

  public static Optional<Rights> find(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** What a visitor whom we do not know may see. */
  public static Set<Rights> openToAll() {
    return EnumSet.of(PUBLIC_DOMAIN, OPEN);
  }

  @JsonCreator
  static Rights of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no rights: " + code));
  }
}
