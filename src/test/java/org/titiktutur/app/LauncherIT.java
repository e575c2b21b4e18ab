package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.extraction.BadFiles;

/** {@code ./titik} as people run it: the finished jar, its own cache and temporary folder. */
@Timeout(180)
class LauncherIT {

  private static final String BOOK =
      "Perpustakaan Kota\n\nBAB 1\n\n" + "Selamat pagi, buku baru sudah datang. ".repeat(20);

  @TempDir static Path cache;
  @TempDir Path folder;
  private Path temporary;

  @BeforeAll
  static void firstStartMakesTheStartUpArchives() throws Exception {
    Process first = start(cache, cache, Map.of(), "--version");
    assertThat(first.waitFor()).isZero();
    try (Stream<Path> archives = Files.list(cache.resolve("titik-tutur/start-up"))) {
      assertThat(archives.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.endsWith(".jsa"))
          .anyMatch(name -> name.endsWith(".jsa.worker"));
    }
  }

  @BeforeEach
  void makeATemporaryFolder() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
  }

  @Test
  void aBookBecomesEverythingAndNothingIsLeftBehind() throws Exception {
    Files.writeString(folder.resolve("buku é.txt"), BOOK);
    Process run = start("convert", "buku é.txt", "--to", "mp3,brf,pef,html", "--out", "out");
    assertThat(run.waitFor()).as(error(run)).isZero();
    try (Stream<Path> results = Files.list(folder.resolve("out"))) {
      assertThat(results.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "buku é-mp3", "buku é.m3u8", "buku é.brf", "buku é.pef", "buku é.html");
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acak.pdf", "bom.epub", "gibi.docx", "sandi.pdf", "pindai.pdf"})
  void aRefusalIsOneLineAndLeavesNothingBehind(String name) throws Exception {
    BadFiles.write(name, folder, folder);
    Process run = start("convert", name, "--to", "mp3,brf,html", "--out", "out");
    assertThat(error(run).strip()).contains(name).doesNotContain("\n", "Exception");
    assertThat(run.exitValue()).isEqualTo(Exit.REFUSED);
    assertThat(temporary).isEmptyDirectory();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aSignalEndsEverything() throws Exception {
    Files.writeString(folder.resolve("buku.txt"), BOOK.repeat(300));
    Process run = start("convert", "buku.txt", "--to", "mp3", "--out", "out");
    List<ProcessHandle> family = familyOf(run);
    run.destroy();
    assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle each : family) {
      each.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(temporary).isEmptyDirectory();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void workersDoNotOutliveAParentThatIsKilled() throws Exception {
    Files.writeString(folder.resolve("buku.txt"), BOOK.repeat(300));
    Process run = start("convert", "buku.txt", "--to", "mp3", "--out", "out");
    List<ProcessHandle> family = familyOf(run);
    run.destroyForcibly();
    for (ProcessHandle each : family) {
      each.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void messagesAreIndonesianUnlessTheLocaleNamesAnotherLanguage() throws Exception {
    assertThat(error(start("convert", "tidak-ada.txt", "--to", "txt")))
        .startsWith("Berkas tidak-ada.txt tidak ada");
    assertThat(
            error(start(folder, cache, Map.of("LANG", "C"), "convert", "none.txt", "--to", "txt")))
        .startsWith("The file none.txt is not there");
  }

  @Test
  void withoutJavaOneSentenceSaysWhatToDo() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("sh", "dirname", "readlink", "find", "head", "cat")) {
      Files.createSymbolicLink(tools.resolve(tool), which(tool));
    }
    Process run = start(folder, cache, Map.of("PATH", tools.toString()), "--version");
    assertThat(error(run).strip())
        .startsWith("Titik Tutur memerlukan Java 17")
        .doesNotContain("\n");
    assertThat(run.exitValue()).isEqualTo(Exit.FAULT);
  }

  private static Path which(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  /** The program and its workers, once it has one. */
  private static List<ProcessHandle> familyOf(Process run) {
    while (run.isAlive() && run.descendants().findAny().isEmpty()) {
      Thread.onSpinWait();
    }
    List<ProcessHandle> family = run.descendants().collect(Collectors.toCollection(ArrayList::new));
    family.add(run.toHandle());
    return family;
  }

  private Process start(String... args) throws IOException {
    return start(folder, cache, Map.of("TMPDIR", temporary.toString()), args);
  }

  private static Process start(
      Path where, Path cache, Map<String, String> environment, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("titik").toAbsolutePath().toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("HOME", cache.toString());
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String error(Process run) throws IOException, InterruptedException {
    String text =
        new String(run.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    run.waitFor();
    return text;
  }
}
