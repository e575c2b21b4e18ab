package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path folder;

  @Test
  void itIsForTheServiceAloneAndGoesOnWhereItWas() throws Exception {
    Path log = folder.resolve("log");
    for (String line : new String[] {"one\n", "two\n"}) {
      try (LogFile file = new LogFile(log)) {
        file.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(log.resolve("titik.log")).hasContent("one\ntwo\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(log.resolve("titik.log"))))
        .isEqualTo("rw-------");
  }

  @Test
  void itTurnsWhenItIsLargeAndKeepsTheLastOnes() throws Exception {
    byte[] full = new byte[(int) LogFile.MOST + 1];
    try (LogFile file = new LogFile(folder)) {
      for (int i = 0; i < LogFile.KEPT + 3; i++) {
        full[0] = (byte) ('a' + i);
        file.write(full);
      }
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(LogFile.KEPT + 1);
    }
    assertThat(Files.readAllBytes(folder.resolve("titik.log"))[0]).isEqualTo((byte) 'h');
    assertThat(Files.readAllBytes(folder.resolve("titik.1.log"))[0]).isEqualTo((byte) 'g');
    assertThat(Files.readAllBytes(folder.resolve("titik.5.log"))[0]).isEqualTo((byte) 'c');
  }
}
