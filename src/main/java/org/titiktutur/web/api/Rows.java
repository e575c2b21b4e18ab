package org.titiktutur.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Every list of the API.
 *
 * @param next the whole address of what follows; null on the last page
 */
record Rows<T>(@JsonProperty List<T> items, @JsonProperty String next) {
  static <T> Rows<T> all(List<T> items) {
    return new Rows<>(items, null);
  }
}
