package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.production.DeskService.book;
import static org.titiktutur.production.DeskService.embosser;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.storage.TestEngine;

/** The power goes while a book is being embossed. */
@Timeout(200)
class EmbossingKillTest {

  private static final int PAGES = 30;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theRunStandsAtTheFirstPageNotStoredAndNoPageGoesOutTwiceUnlessStaffSaySo(TestEngine engine)
      throws Exception {
    DatabaseSettings settings = engine.settings(folder.resolve("data"));
    try (Machine machine = new Machine();
        Machine other = new Machine()) {
      String id = killedAfter(7, 0, settings, machine, String.valueOf(PAGES));
      int from = 1;
      for (int life = 1; life <= 3; life++) {
        String received = machine.receivedInAll(life);
        assertThat(book(from, PAGES)).startsWith(received);
        try (DeskService service =
            DeskService.open(
                settings, List.of(embosser("everest", machine), embosser("juliet", other)))) {
          EmbossingRun run = service.desk().find(id).orElseThrow();
          assertThat(run.state()).isEqualTo(EmbossingState.INTERRUPTED);
          assertThat(run.cause()).map(EmbossingRun.Cause::code).contains("service-died");
          int page = run.at().orElseThrow().page();
          assertThat(run.pagesHandedOver()).isEqualTo(page - 1);
          // What is stored came out; of what came out only the page under way may not be stored.
          assertThat(page - from).isBetween(wholePages(received) - 1, wholePages(received));

          service.await(service.emboss(service.braille(1), "juliet"), EmbossingState.SENT);
          assertThat(machine.connections()).isEqualTo(life);
          from = page;
          if (life == 3) {
            service.desk().resume(id, OptionalInt.of(from), "Budi");
            service.await(run, EmbossingState.SENT);
          }
        }
        if (life < 3) {
          killedAfter(7 + 8 * life, from - 1, settings, machine, id, String.valueOf(from));
        }
      }
      assertThat(machine.receivedInAll(4)).isEqualTo(book(from, PAGES));
    }
  }

  /**
   * One life of the service.
   *
   * @param pages how many are handed over when it ends
   * @param begins how many are when it begins
   * @return the id of the run that it began
   */
  private String killedAfter(
      int pages, int begins, DatabaseSettings settings, Machine machine, String... arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledDesk.class.getName(),
                settings.folder().toString(),
                settings.address().orElse("-"),
                machine.address()));
    command.addAll(List.of(arguments));
    // It does not get to the end before it is killed.
    CountDownLatch dead = new CountDownLatch(1);
    machine.next(Machine.standingStillAfter(pages + 4 - begins, dead));
    Path errors = folder.resolve("stderr");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String id = "";
    boolean killed = false;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("run ")) {
          id = line.substring(4);
        } else if (!killed && Integer.parseInt(line.substring(6)) >= pages) {
          process.toHandle().destroyForcibly();
          killed = true;
        }
      }
    }
    process.waitFor();
    dead.countDown();
    assertThat(killed).as(Files.readString(errors)).isTrue();
    return id;
  }

  private static int wholePages(String bytes) {
    return (int) bytes.chars().filter(each -> each == '\f').count();
  }
}
