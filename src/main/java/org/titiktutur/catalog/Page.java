package org.titiktutur.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Some of many.
 *
 * @param next what {@link Search#cursor} takes to go on; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
