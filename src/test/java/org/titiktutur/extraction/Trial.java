package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;

/** One source read as a worker would read it. */
final class Trial {

  final Publication publication;
  final Finding refusal;
  final List<String> units = new ArrayList<>();
  private final Path folder;

  private Trial(Path source, ExtractionOptions options, List<String> avoid) throws Exception {
    folder = Files.createTempDirectory(source.toAbsolutePath().getParent(), "publication");
    ExtractHandler handler = new ExtractHandler();
    JsonNode input =
        ExtractHandler.JSON.valueToTree(
            new ExtractHandler.Input(
                source.toString(), source.getFileName().toString(), options, avoid));
    JsonNode answer =
        handler.perform(input, folder, sign -> units.add(sign.get(Reading.UNIT).asText(null)));
    units.removeIf(Objects::isNull);
    refusal = ExtractHandler.JSON.treeToValue(answer, ExtractHandler.Answer.class).refusal();
    if (refusal == null) {
      publication = new PublicationFolder(folder).read();
    } else {
      publication = null;
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
    }
  }

  static Trial of(Path source) throws Exception {
    return new Trial(source, ExtractionOptions.STANDARD, List.of());
  }

  static Trial of(Path source, ExtractionOptions options) throws Exception {
    return new Trial(source, options, List.of());
  }

  static Trial avoiding(Path source, String... units) throws Exception {
    return new Trial(source, ExtractionOptions.STANDARD, List.of(units));
  }

  /** All of it, written out. */
  String text() throws IOException {
    assertThat(refusal).isNull();
    return Specimen.of(publication, folder);
  }

  Part part(int number) throws IOException {
    return new PublicationFolder(folder).part(number);
  }

  /** Every sentence, joined by spaces. */
  String plain() throws IOException {
    StringBuilder plain = new StringBuilder();
    for (Publication.Entry entry : publication.parts()) {
      part(entry.number()).sentences().forEach(s -> plain.append(s.text()).append(' '));
    }
    return plain.toString().strip();
  }

  /** Titles of the parts, indented by level. */
  String outline() {
    StringBuilder outline = new StringBuilder();
    publication
        .parts()
        .forEach(
            part ->
                outline.append("  ".repeat(part.level() - 1)).append(part.title()).append('\n'));
    return outline.toString();
  }

  /** Code, arguments and place of each finding. */
  List<String> findings() {
    return publication.findings().stream().map(Trial::written).toList();
  }

  /** The refusal, likewise. */
  String refusal() {
    assertThat(refusal).as("refusal").isNotNull();
    return written(refusal);
  }

  private static String written(Finding finding) {
    StringBuilder out = new StringBuilder(finding.code().code());
    finding.arguments().forEach(argument -> out.append(' ').append(argument));
    if (finding.place().part() != null) {
      out.append(" @").append(finding.place().part());
      if (finding.place().page() != null) {
        out.append(" p").append(finding.place().page());
      }
      if (finding.place().sentence() != null) {
        out.append(' ').append(finding.place().sentence());
      }
    }
    return out.toString();
  }
}
