package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.liblouis.DisplayTable;
import org.titiktutur.braille.Specification.Direction;
import org.titiktutur.braille.Specification.Pair;

/**
 * Print and braille side by side, for our table and, where {@code ../shared} is at hand, for those
 * of liblouis: through our whole way of using it every pair comes out as written, and those that
 * are known to fail still do.
 */
class SpecificationsTest {

  private static final Path OURS = Path.of("src/test/resources/braille");

  /** Beside the project, or where the environment says. */
  private static final Path LIBLOUIS =
      Path.of(System.getenv().getOrDefault("TITIK_SHARED", "../shared"))
          .resolve("data/liblouis-3.33");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> indonesian() throws IOException {
    return allIn(OURS);
  }

  @Test
  void liblouisOwnSpecificationsAreThere() {
    assumeTrue(
        Files.isDirectory(LIBLOUIS),
        "skipped: liblouis' own specifications are not in " + LIBLOUIS);
  }

  @TestFactory
  Stream<DynamicTest> liblouis() throws IOException {
    return Files.isDirectory(LIBLOUIS) ? allIn(LIBLOUIS) : Stream.of();
  }

  private Stream<DynamicTest> allIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(this::passing)
          .toList()
          .stream();
    }
  }

  private DynamicTest passing(Path file) {
    return DynamicTest.dynamicTest(file.getFileName().toString(), () -> passes(file));
  }

  private void passes(Path file) throws Exception {
    List<String> wrong = new ArrayList<>();
    List<Pair> pairs = Specification.read(file);
    assertThat(pairs).isNotEmpty();
    for (Pair pair : pairs) {
      String actual = actual(pair);
      if (actual.equals(pair.expected()) == pair.expectedToFail()) {
        wrong.add(
            "%s:%d %s %s: %s should be %s, but is %s%s"
                .formatted(
                    file.getFileName(),
                    pair.line(),
                    pair.setting().table(),
                    pair.direction(),
                    pair.input(),
                    pair.expected(),
                    actual,
                    pair.expectedToFail() ? " (expected to fail)" : ""));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private String actual(Pair pair) throws Exception {
    String table = pair.setting().table().replaceFirst("\\.[a-z]+$", "");
    String display = display(pair.setting().display());
    return pair.direction() == Direction.FORWARD
        ? Engine.LIBLOUIS
            .translate(
                table,
                pair.input(),
                pair.emphasis(),
                false,
                DisplayTable.fromTable(display, DisplayTable.Fallback.MASK))
            .cells()
        : Engine.LIBLOUIS.back(table, Engine.dots(display, pair.input()));
  }

  /** The file of a display table that is given by name, by a list of names, or by its lines. */
  private String display(String names) throws IOException {
    Path file = folder.resolve("display-" + Integer.toHexString(names.hashCode()) + ".dis");
    if (Files.notExists(file)) {
      Files.writeString(
          file,
          names.endsWith("\n")
              ? names
              : Stream.of(names.split(","))
                  .map(name -> "include " + name + "\n")
                  .reduce("", String::concat));
    }
    return file.toString();
  }
}
