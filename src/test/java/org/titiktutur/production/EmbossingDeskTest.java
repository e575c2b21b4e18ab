package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.titiktutur.production.DeskService.book;
import static org.titiktutur.production.DeskService.embosser;
import static org.titiktutur.production.DeskService.order;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.catalog.BlobUse;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.storage.TestEngine;

/** Runs of the embossing desk, from the order to what comes out at the machine. */
@Timeout(120)
class EmbossingDeskTest {

  private final CountDownLatch goOn = new CountDownLatch(1);

  @TempDir private Path data;
  private Machine machine;
  private Machine other;

  @BeforeEach
  void switchOn() throws Exception {
    machine = new Machine();
    other = new Machine();
  }

  @AfterEach
  void switchOff() throws Exception {
    goOn.countDown();
    machine.close();
    other.close();
  }

  private DeskService open() throws Exception {
    return open(DatabaseSettings.sqlite(data));
  }

  private DeskService open(DatabaseSettings settings) throws Exception {
    return DeskService.open(
        settings, List.of(embosser("everest", machine), embosser("juliet", other)));
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsHandedOverOnceAndSomebodyConfirmsThatItCameOut(TestEngine engine)
      throws Exception {
    try (DeskService service = open(engine.settings(data))) {
      EmbossingRun asked = service.emboss(service.braille(3), "everest");
      EmbossingRun sent = service.await(asked, EmbossingState.SENT);
      assertThat(machine.receivedInAll(1)).isEqualTo(book(1, 3));
      assertThat(sent.pagesHandedOver()).isEqualTo(sent.pages()).isEqualTo(3);
      assertThat(sent.at()).isEmpty();

      EmbossingRun confirmed = service.desk().confirm(asked.id(), "Budi").orElseThrow();
      assertThat(confirmed.state()).isEqualTo(EmbossingState.CONFIRMED);
      assertThat(service.desk().latest(10)).containsExactly(confirmed);
      assertThat(confirmed.who()).isEqualTo("Sari");
      assertThat(confirmed.decidedBy()).contains("Budi");
    }
  }

  @Test
  void somePagesInSomeCopies() throws Exception {
    try (DeskService service = open()) {
      EmbossingRun asked = service.emboss(order(service.braille(4), "everest", "2-3", 2));
      EmbossingRun sent = service.await(asked, EmbossingState.SENT);
      assertThat(machine.receivedInAll(1)).isEqualTo(book(2, 3) + book(2, 3));
      assertThat(sent.pagesHandedOver()).isEqualTo(4);
    }
  }

  @Test
  void aPausedRunGoesOnOverTheSameConnectionWhereItStood() throws Exception {
    machine.next(Machine.standingStillAfter(1, goOn));
    try (DeskService service = open()) {
      EmbossingRun run = service.emboss(service.braille(4), "everest");
      service.awaitHandedOver(run, 1);
      service.desk().pause(run.id(), "Budi");
      service.await(run, EmbossingState.PAUSED);
      goOn.countDown();
      // The page under way goes through; the next one is not begun.
      EmbossingRun paused = service.awaitHandedOver(run, 2);
      assertThat(paused.state()).isEqualTo(EmbossingState.PAUSED);
      assertThat(paused.at()).contains(new EmbossingRun.Point(1, 3, 3));

      service.desk().resume(run.id(), OptionalInt.empty(), "Budi");
      service.await(run, EmbossingState.SENT);
      assertThat(machine.receivedInAll(1)).isEqualTo(book(1, 4));
    }
  }

  @Test
  void aPausedRunGoesOnFromAnEarlierPageIfStaffSaySo() throws Exception {
    machine.next(Machine.standingStillAfter(3, goOn));
    try (DeskService service = open()) {
      EmbossingRun run = service.emboss(service.braille(5), "everest");
      service.awaitHandedOver(run, 3);
      service.desk().pause(run.id(), "Budi");
      service.await(run, EmbossingState.PAUSED);
      service.desk().resume(run.id(), OptionalInt.of(2), "Budi");
      goOn.countDown();
      EmbossingRun sent = service.await(run, EmbossingState.SENT);
      assertThat(machine.receivedInAll(2)).isEqualTo(book(2, 5));
      assertThat(sent.pagesHandedOver()).isEqualTo(5);
    }
  }

  @Test
  void aCancelledRunSendsNothingMore() throws Exception {
    machine.next(Machine.standingStillAfter(2, goOn));
    try (DeskService service = open()) {
      EmbossingRun run = service.emboss(service.braille(5), "everest");
      service.awaitHandedOver(run, 2);
      service.desk().cancel(run.id(), "Budi");
      EmbossingRun cancelled = service.await(run, EmbossingState.CANCELLED);
      assertThat(cancelled.at()).map(EmbossingRun.Point::page).contains(3);
      EmbossingRun next = service.emboss(service.braille(1), "everest");
      goOn.countDown();
      service.await(next, EmbossingState.SENT);
      assertThat(machine.receivedInAll(1)).doesNotContain("P004");
      assertThat(machine.receivedInAll(2)).isEqualTo(book(1, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenConnectionInterruptsAtThePageAndNothingIsSentBeforeStaffSaySo(TestEngine engine)
      throws Exception {
    machine.next(Machine.hangingUpAfter(2));
    DatabaseSettings settings = engine.settings(data);
    EmbossingRun run;
    try (DeskService service = open(settings)) {
      run = service.emboss(service.braille(5), "everest");
      EmbossingRun interrupted = service.await(run, EmbossingState.INTERRUPTED);
      assertThat(interrupted.at()).contains(new EmbossingRun.Point(1, 3, 3));
      assertThat(interrupted.pagesHandedOver()).isEqualTo(2);
      assertThat(interrupted.cause()).map(EmbossingRun.Cause::code).contains("lost");
      assertThat(interrupted.cause().orElseThrow().say(new Phrases("embossing", Tongue.ENGLISH)))
          .isEqualTo("everest: the connection broke.");
    }
    try (DeskService service = open(settings)) {
      service.await(service.emboss(service.braille(1), "juliet"), EmbossingState.SENT);
      assertThat(service.now(run).state()).isEqualTo(EmbossingState.INTERRUPTED);
      assertThat(machine.connections()).isEqualTo(1);

      service.desk().resume(run.id(), OptionalInt.of(3), "Budi");
      EmbossingRun sent = service.await(run, EmbossingState.SENT);
      assertThat(machine.receivedInAll(2)).isEqualTo(book(3, 5));
      assertThat(sent.pagesHandedOver()).isEqualTo(5);
    }
  }

  @Test
  void whatWaitedWhenTheMachineFailedWaitsForStaffAndANewOrderDoesNot() throws Exception {
    machine.next(
        (from, into) -> {
          goOn.await();
          Machine.hangingUpAfter(1).receive(from, into);
        });
    try (DeskService service = open()) {
      Rendition braille = service.braille(3);
      EmbossingRun first = service.emboss(braille, "everest");
      service.await(first, EmbossingState.SENDING);
      EmbossingRun second = service.emboss(order(braille, "everest", "2", 1));
      goOn.countDown();
      service.await(first, EmbossingState.INTERRUPTED);
      EmbossingRun third = service.emboss(order(braille, "everest", "3", 1));
      service.await(third, EmbossingState.SENT);
      assertThat(service.now(second).state()).isEqualTo(EmbossingState.WAITING);

      service.desk().cancel(first.id(), "Budi");
      service.await(second, EmbossingState.SENT);
      assertThat(machine.receivedInAll(2)).isEqualTo(book(3, 3));
      assertThat(machine.receivedInAll(3)).isEqualTo(book(2, 2));
    }
  }

  @Test
  void devicesWorkSideBySideAndEachDoesOneRunAtATime() throws Exception {
    machine.next(Machine.standingStillAfter(1, goOn));
    try (DeskService service = open()) {
      Rendition braille = service.braille(3);
      EmbossingRun slow = service.emboss(braille, "everest");
      EmbossingRun behind = service.emboss(order(braille, "everest", "1", 1));
      service.awaitHandedOver(slow, 1);
      service.await(service.emboss(braille, "juliet"), EmbossingState.SENT);
      assertThat(service.now(slow).state()).isEqualTo(EmbossingState.SENDING);
      assertThat(service.now(behind).state()).isEqualTo(EmbossingState.WAITING);
      assertThat(machine.connections()).isEqualTo(1);
      goOn.countDown();
      service.await(behind, EmbossingState.SENT);
      assertThat(machine.receivedInAll(1)).isEqualTo(book(1, 3));
      assertThat(machine.receivedInAll(2)).isEqualTo(book(1, 1));
    }
  }

  @Test
  void whenTheServiceEndsItStopsWithinSecondsAndSaysWhere() throws Exception {
    machine.next(Machine.standingStillAfter(2, goOn));
    EmbossingRun run;
    Instant asked;
    try (DeskService service = open()) {
      run = service.emboss(service.braille(5), "everest");
      service.awaitHandedOver(run, 2);
      asked = Instant.now();
    }
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    try (DeskService service = open()) {
      EmbossingRun interrupted = service.now(run);
      assertThat(interrupted.state()).isEqualTo(EmbossingState.INTERRUPTED);
      assertThat(interrupted.at()).map(EmbossingRun.Point::page).contains(3);
      assertThat(interrupted.cause()).map(EmbossingRun.Cause::code).contains("service-stopped");
    }
  }

  @Test
  void aMachineThatTakesByteAfterByteDoesNotKeepTheServiceFromEnding() throws Exception {
    machine.next(
        (from, into) -> {
          while (!goOn.await(5, TimeUnit.MILLISECONDS)) {
            into.write(from.getInputStream().read());
          }
        });
    EmbossingRun run;
    Instant asked;
    try (DeskService service = open()) {
      run = service.emboss(service.braille(3), "everest");
      service.await(run, EmbossingState.SENDING);
      asked = Instant.now();
    }
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    try (DeskService service = open()) {
      assertThat(service.now(run).state()).isEqualTo(EmbossingState.INTERRUPTED);
      assertThat(service.now(run).at()).map(EmbossingRun.Point::page).contains(1);
    }
  }

  @Test
  void whatWaitsIsBegunAfterARestart() throws Exception {
    EmbossingRun run;
    try (DeskService service =
        DeskService.still(DatabaseSettings.sqlite(data), List.of(embosser("everest", machine)))) {
      run = service.emboss(service.braille(1), "everest");
      service.production().renditions().remove(run.rendition());
      assertThat(new BlobUse(service.database()).isUsed(run.sha256())).isTrue();
    }
    try (DeskService service = open()) {
      service.await(run, EmbossingState.SENT);
      assertThat(machine.receivedInAll(1)).isEqualTo(book(1, 1));
    }
  }

  @Test
  void aRunWhoseEmbosserIsNoLongerConfiguredFails() throws Exception {
    EmbossingRun run;
    try (DeskService service =
        DeskService.still(DatabaseSettings.sqlite(data), List.of(embosser("sold", machine)))) {
      run = service.emboss(service.braille(1), "sold");
    }
    try (DeskService service = open()) {
      EmbossingRun failed = service.await(run, EmbossingState.FAILED);
      assertThat(failed.cause()).map(EmbossingRun.Cause::code).contains("no-embosser");
      assertThat(machine.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING,     ''",
    "SENDING,     BEGIN",
    "PAUSED,      BEGIN PAUSE",
    "INTERRUPTED, BEGIN INTERRUPT",
    "SENT,        BEGIN FINISH",
    "CONFIRMED,   BEGIN FINISH CONFIRM",
    "FAILED,      FAIL",
    "CANCELLED,   CANCEL"
  })
  void whatARunInThisStateDoesNotAllowIsRefusedAndChangesNothing(
      EmbossingState state, String wayThere) throws Exception {
    try (DeskService service =
        DeskService.still(DatabaseSettings.sqlite(data), List.of(embosser("everest", machine)))) {
      String id = service.emboss(service.braille(1), "everest").id();
      EmbossingRuns runs = new EmbossingRuns(service.database());
      for (String step : wayThere.isEmpty() ? new String[0] : wayThere.split(" ")) {
        assertThat(runs.change(id, EmbossingAction.valueOf(step))).isTrue();
      }
      EmbossingRun before = service.desk().find(id).orElseThrow();
      assertThat(before.state()).isEqualTo(state);
      for (EmbossingAction action : EmbossingAction.values()) {
        if (!state.allows(action)) {
          if (action == EmbossingAction.PAUSE
              || action == EmbossingAction.RESUME
              || action == EmbossingAction.CONFIRM
              || action == EmbossingAction.CANCEL) {
            assertThatExceptionOfType(NotNowException.class)
                .as(action + " while " + state)
                .isThrownBy(() -> ask(service.desk(), id, action))
                .matches(refused -> refused.state() == state && refused.action() == action);
          }
          assertThat(runs.change(id, action)).as(action + " while " + state).isFalse();
        }
      }
      assertThat(service.desk().find(id)).contains(before);
    }
  }

  private static void ask(EmbossingDesk desk, String id, EmbossingAction action) throws Exception {
    switch (action) {
      case PAUSE -> desk.pause(id, "Budi");
      case RESUME -> desk.resume(id, OptionalInt.of(1), "Budi");
      case CONFIRM -> desk.confirm(id, "Budi");
      case CANCEL -> desk.cancel(id, "Budi");
      default -> throw new IllegalArgumentException(action.code());
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "3"})
  void aRunGoesOnFromOneOfItsOwnPagesOnly(int page) throws Exception {
    machine.next(Machine.hangingUpAfter(0));
    try (DeskService service = open()) {
      EmbossingRun run = service.emboss(service.braille(2), "everest");
      EmbossingRun interrupted = service.await(run, EmbossingState.INTERRUPTED);
      assertThatExceptionOfType(BadOptionException.class)
          .isThrownBy(() -> service.desk().resume(run.id(), OptionalInt.of(page), "Budi"));
      assertThatExceptionOfType(BadOptionException.class)
          .isThrownBy(() -> service.desk().resume(run.id(), OptionalInt.empty(), "Budi"));
      assertThat(service.now(run)).isEqualTo(interrupted);
    }
  }

  @Test
  void whatCannotBeEmbossedIsRefusedBeforeTheFirstByte() throws Exception {
    Embosser narrow =
        Embosser.of(
            "narrow",
            Optional.of("Meja depan"),
            machine.address(),
            Optional.empty(),
            Optional.of("32x90"),
            false,
            Optional.empty());
    try (DeskService service = DeskService.open(DatabaseSettings.sqlite(data), List.of(narrow))) {
      Rendition braille = service.braille(2);
      Function<EmbossingOrder, String> refused =
          order -> {
            try {
              return service.emboss(order).toString();
            } catch (CannotEmbossException e) {
              return e.reason() + ": " + e.say(new Phrases("embossing", Tongue.ENGLISH));
            } catch (Exception e) {
              return e.toString();
            }
          };
      assertThat(refused.apply(order(braille, "narrow", null, 1)))
          .isEqualTo(
              "DOES_NOT_FIT: Page 1 is 97 cells wide, and the paper has room for 32. Load paper"
                  + " for 97x90 and say so, or make the braille for 32x90.");
      assertThat(refused.apply(order(braille, "other", null, 1)))
          .isEqualTo(
              "NO_EMBOSSER: There is no embosser other here. Choose one that is configured.");
      assertThat(refused.apply(order(braille, "narrow", "3-", 1)))
          .isEqualTo("DOES_NOT_FIT: There are no pages 3-: the file has 2.");
      assertThat(
              refused.apply(
                  new EmbossingOrder(
                      braille.id(), "narrow", Optional.empty(), Optional.of("2"), 1)))
          .isEqualTo("NO_SUCH_VOLUMES: There are no volumes 2: the book has 1.");
      assertThat(refused.apply(order(service.waiting("brf"), "narrow", null, 1)))
          .isEqualTo("NOT_READY: This braille is not ready yet. Wait until it is.");
      assertThat(refused.apply(order(service.waiting("mp3"), "narrow", null, 1)))
          .startsWith("NOT_BRAILLE: The format mp3 cannot be embossed.");
      assertThat(
              refused.apply(
                  new EmbossingOrder("x", "narrow", Optional.empty(), Optional.empty(), 1)))
          .startsWith("NO_RENDITION: There is no rendition x.");
      assertThat(service.desk().latest(10)).isEmpty();
      assertThat(machine.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"copies, , 0", "copies, , 101", "pages, 3-2, 1", "pages, x, 1"})
  void anOrderThatIsNotWellFormedIsRefused(String option, String pages, int copies)
      throws Exception {
    try (DeskService service = open()) {
      EmbossingOrder order = order(service.waiting("brf"), "everest", pages, copies);
      assertThatExceptionOfType(BadOptionException.class)
          .isThrownBy(() -> service.emboss(order))
          .matches(refused -> refused.option().equals(option));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Juliet, tcp://10.0.0.7, 40x25, id",
    "juliet, http://10.0.0.7, 40x25, address",
    "juliet, 10.0.0.7, 40x25, address",
    "juliet, tcp://10.0.0.7, A9, paper"
  })
  void aWrongConfigurationIsNamed(String id, String address, String paper, String option) {
    assertThatExceptionOfType(BadOptionException.class)
        .isThrownBy(
            () ->
                Embosser.of(
                    id,
                    Optional.empty(),
                    address,
                    Optional.empty(),
                    Optional.of(paper),
                    false,
                    Optional.empty()))
        .matches(refused -> refused.option().equals(option));
  }
}
