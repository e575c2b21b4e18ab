package org.titiktutur.production;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.titiktutur.catalog.FindingCounts;
import org.titiktutur.catalog.FindingRow;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.publication.Severity;

/** Findings as rows, and back. */
final class StoredFindings {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredFindings() {}

  static List<FindingRow> rows(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                new FindingRow(
                    finding.code().code(),
                    finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                    write(finding.place()),
                    write(finding.arguments())))
        .toList();
  }

  static List<Finding> findings(List<FindingRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Finding(
                    FindingCode.fromCode(row.code()),
                    read(row.place(), Place.class),
                    List.of(read(row.arguments(), String[].class))))
        .toList();
  }

  static FindingCounts counts(List<Finding> findings) {
    return new FindingCounts(
        count(findings, Severity.INFO),
        count(findings, Severity.WARNING),
        count(findings, Severity.ERROR));
  }

  static String write(Finding finding) {
    return write((Object) finding);
  }

  static Finding read(String json) {
    return read(json, Finding.class);
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(each -> each.severity() == severity).count();
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was stored: " + json, e);
    }
  }
}
