package org.titiktutur.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text that a command was given: its argument, or standard input line by line for {@code -}.
 */
final class Lines {

  private Lines() {}

  static List<String> of(String text) throws IOException {
    if (!text.equals("-")) {
      return List.of(text.replaceAll("\\R", " "));
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return in.lines().toList();
  }
}
