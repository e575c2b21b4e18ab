package org.titiktutur.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Severity;

/**
 * The findings report of one conversion; its JSON form is a contract. Written on refusal too, with
 * nothing made.
 *
 * @param title null where the source was refused
 * @param language BCP 47; null where the source was refused
 */
public record Report(
    String source, String title, String language, List<Row> made, List<Entry> findings) {

  /**
   * One made format.
   *
   * @param path relative to the folder of the results
   * @param bytes of all its files
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(String format, String path, long bytes, Double seconds) {}

  /** A finding in a reader's words. */
  public record Entry(FindingCode code, Severity severity, Place place, String message) {
    static Entry of(Finding finding, Phrases words) {
      return new Entry(finding.code(), finding.severity(), finding.place(), words.say(finding));
    }
  }

  static List<Entry> entries(List<Finding> findings, Phrases words) {
    return findings.stream().map(finding -> Entry.of(finding, words)).toList();
  }

  public long count(Severity severity) {
    return findings.stream().filter(entry -> entry.severity() == severity).count();
  }

  /** Writes it whole or not at all. */
  public void write(Path file) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".aside");
    try {
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(aside.toFile(), this);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
