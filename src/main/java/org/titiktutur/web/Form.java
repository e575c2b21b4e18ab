package org.titiktutur.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form brought. Closing it deletes what is left of its files. */
public final class Form implements AutoCloseable {

  private final Map<String, List<String>> fields;
  private final Map<String, List<SentFile>> files;

  Form(Map<String, List<String>> fields, Map<String, List<SentFile>> files) {
    this.fields = fields;
    this.files = files;
  }

  /** The first value of a field; empty if it is missing or blank. */
  public Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** Every value that is not blank, stripped. */
  public List<String> texts(String name) {
    return fields.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Files that have a name; a form whose file field was left empty sends one without. */
  public List<SentFile> files(String name) {
    return files.getOrDefault(name, List.of());
  }

  /** Bytes of the largest file; 0 without any. */
  long largest() {
    return files.values().stream().flatMap(List::stream).mapToLong(SentFile::bytes).max().orElse(0);
  }

  @Override
  public void close() throws IOException {
    for (List<SentFile> uploads : files.values()) {
      for (SentFile upload : uploads) {
        Files.deleteIfExists(upload.file());
      }
    }
  }
}
