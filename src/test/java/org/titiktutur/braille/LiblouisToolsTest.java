package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our tables are good for any program that uses liblouis: the tools of a distribution, whose
 * liblouis is older than ours, find nothing to say against them, and get from them what we get.
 */
class LiblouisToolsTest {

  private static final Path THEIRS = Path.of("/usr/share/liblouis/tables");

  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "id-g2"})
  void checktableIsContent(String table) throws Exception {
    assertThat(said("lou_checktable", table + ".ctb"))
        .isEqualToIgnoringWhitespace("No errors found.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "id-g2"})
  void checkyamlSeesEveryPairPass(String table) throws Exception {
    assertThat(said("lou_checkyaml", "src/test/resources/braille/" + table + ".yaml"))
        .containsPattern("SUCCESS \\(\\d{3,} tests, 0 failures\\)");
  }

  private static String said(String tool, String argument)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin", tool)) && Files.isDirectory(THEIRS),
        "skipped: the package liblouis-bin is not installed");
    ProcessBuilder builder = new ProcessBuilder(List.of("/usr/bin/" + tool, argument));
    builder
        .environment()
        .put("LOUIS_TABLEPATH", Path.of("braille-tables").toAbsolutePath() + "," + THEIRS);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
