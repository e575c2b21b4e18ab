package org.titiktutur.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A list in {@code resources/lexicons}: UTF-8 text with sections in brackets and in each section
 * lines {@code written = read aloud}, or words alone; a line that begins with {@code #} and a space
 * is a remark. Read once in a process.
 */
final class Lexicon {

  private static final Map<String, Lexicon> READ = new ConcurrentHashMap<>();

  private final Map<String, Map<String, String>> sections = new HashMap<>();

  private Lexicon(String name) {
    String resource = "/lexicons/" + name + ".txt";
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no lexicon " + resource);
      }
      read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The list of this name. */
  static Lexicon of(String name) {
    return READ.computeIfAbsent(name, Lexicon::new);
  }

  private void read(BufferedReader lines) throws IOException {
    Map<String, String> section = Map.of();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isBlank() || line.startsWith("# ")) {
        continue;
      }
      if (line.startsWith("[")) {
        String name = line.substring(1, line.indexOf(']'));
        section = sections.computeIfAbsent(name, n -> new LinkedHashMap<>());
        continue;
      }
      int equals = line.indexOf(" = ");
      String written = equals < 0 ? line.strip() : line.substring(0, equals).strip();
      section.put(written, equals < 0 ? "" : line.substring(equals + 3).strip());
    }
  }

  /** What is written in a section, with its reading; the reading is empty for words alone. */
  Map<String, String> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  Set<String> words(String section) {
    return section(section).keySet();
  }
}
