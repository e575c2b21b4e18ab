package org.titiktutur.embossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.braille.BrailleBook;

/** Handing over at the wire: to devices that read, dawdle, hang, hang up, or are not there. */
@Timeout(60)
class HandoverTest {

  private static final Patience PATIENT =
      new Patience(
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofMillis(25),
          Duration.ofSeconds(5),
          Duration.ofMillis(200));

  private final Events events = new Events();

  @Test
  void theDeviceGetsThePagesInItsOwnAlphabetEachEndedByAFormFeed() throws Exception {
    try (Receiver device = Receiver.thatTakesAll()) {
      Outcome outcome = run(plan(device, Books.SMALL, PageRange.ALL, 1));
      assertThat(outcome).isEqualTo(new Outcome.Sent());
      assertThat(device.received()).isEqualTo(Books.SMALL_BYTES);
    }
    assertThat(events.told())
        .containsExactly("copy 1 page 1, 1 of 3", "copy 1 page 2, 2 of 3", "copy 1 page 3, 3 of 3");
  }

  @Test
  void copiesFollowEachOther() throws Exception {
    try (Receiver device = Receiver.thatTakesAll()) {
      run(plan(device, Books.SMALL, PageRange.parse("2-").orElseThrow(), 2));
      assertThat(device.received()).isEqualTo("#AB\r\n\f\f#AB\r\n\f\f");
    }
    assertThat(events.told())
        .containsExactly(
            "copy 1 page 2, 1 of 4",
            "copy 1 page 3, 2 of 4",
            "copy 2 page 2, 3 of 4",
            "copy 2 page 3, 4 of 4");
  }

  @Test
  void aDeviceThatReadsSlowlyGetsEveryByteOnce() throws Exception {
    BrailleBook book = Books.of(4, 1);
    Receiver.Manner slowly =
        (from, into) -> {
          InputStream in = from.getInputStream();
          while (true) {
            byte[] some = in.readNBytes(97);
            into.writeBytes(some);
            if (some.length == 0) {
              return;
            }
          }
        };
    try (Receiver device = new Receiver(slowly)) {
      assertThat(run(plan(device, book, PageRange.ALL, 1))).isEqualTo(new Outcome.Sent());
      assertThat(device.received()).isEqualTo(Wire.bytes(book));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDeviceThatStopsReadingHasExactlyThePagesBeforeTheOneThatIsNamed(long seed)
      throws Exception {
    BrailleBook book = Books.of(20, seed);
    int stopsAfter = new Random(seed).nextInt(Wire.bytes(book).length() - 10_000);
    CountDownLatch givenUp = new CountDownLatch(1);
    Receiver.Manner stopping =
        (from, into) -> {
          Receiver.take(stopsAfter, from, into);
          givenUp.await();
          Receiver.take(Long.MAX_VALUE, from, into);
        };
    try (Receiver device = new Receiver(stopping)) {
      Plan plan = plan(device, book, PageRange.ALL, 1);
      Patience hasty = PATIENT.withStall(Duration.ofMillis(700));
      Outcome.Interrupted outcome = (Outcome.Interrupted) new Handover(plan, hasty).run(events);
      givenUp.countDown();
      String received = device.received();
      assertThat(Wire.bytes(book)).startsWith(received);
      assertThat(outcome.cause()).isEqualTo(Outcome.Cause.STALLED);
      assertThat(outcome.at().page()).isEqualTo(Wire.wholePages(received) + 1);
      assertThat(events.told()).hasSize(outcome.at().page() - 1);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDeviceThatHangsUpLosesNoPageWhenWeGoOnFromTheOneThatIsNamed(long seed) throws Exception {
    // Pages that the device's memory is far too small for: it cannot have one that it did not read.
    BrailleBook book = Books.of(6, 90, 100, seed);
    String all = Wire.bytes(book);
    int page = 1 + new Random(seed).nextInt(6);
    int hangsUpAfter =
        Wire.bytes(book).length()
            - Wire.bytes(book, page).length()
            + new Random(seed).nextInt(4000);
    String first;
    try (Receiver device = new Receiver((from, into) -> Receiver.take(hangsUpAfter, from, into))) {
      Outcome.Interrupted outcome = (Outcome.Interrupted) run(plan(device, book, PageRange.ALL, 1));
      first = device.received();
      assertThat(outcome.cause()).isEqualTo(Outcome.Cause.LOST);
      assertThat(outcome.at()).isEqualTo(new Stop(1, page, page));
    }
    assertThat(all).startsWith(first);
    assertThat(first).hasSize(hangsUpAfter);
    assertThat(events.told()).hasSize(page - 1);

    try (Receiver device = Receiver.thatTakesAll()) {
      assertThat(run(plan(device, book, PageRange.ALL.from(page), 1)))
          .isEqualTo(new Outcome.Sent());
      assertThat(all).endsWith(device.received());
      assertThat(first.length() + device.received().length()).isGreaterThanOrEqualTo(all.length());
    }
  }

  @Test
  void nothingIsSentWhereNothingListens() throws Exception {
    Address nowhere;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = new Address.Tcp("127.0.0.1", free.getLocalPort());
    }
    Outcome outcome = run(Plan.of(Device.at(nowhere), Books.SMALL, PageRange.ALL, 1));
    assertThat(((Outcome.Interrupted) outcome).cause()).isEqualTo(Outcome.Cause.REFUSED);
    assertThat(((Outcome.Interrupted) outcome).at()).isEqualTo(new Stop(1, 1, 1));
  }

  @Test
  void aNameThatNobodyHasIsSaidToBeUnknown() throws Exception {
    Address nobody = new Address.Tcp("embosser.invalid", 9100);
    Outcome outcome = run(Plan.of(Device.at(nobody), Books.SMALL, PageRange.ALL, 1));
    assertThat(((Outcome.Interrupted) outcome).cause()).isEqualTo(Outcome.Cause.HOST_UNKNOWN);
  }

  @Test
  void aPauseHoldsBetweenPages() throws Exception {
    CompletableFuture<String> atThePause = new CompletableFuture<>();
    try (Receiver device = Receiver.thatTakesAll()) {
      Handover handover = new Handover(plan(device, Books.SMALL, PageRange.ALL, 1), PATIENT);
      Events pausing =
          new Events() {
            @Override
            public void handedOver(int copy, int page, int done, int all) {
              super.handedOver(copy, page, done, all);
              if (page == 2) {
                handover.pause();
              }
            }

            @Override
            public void paused(Stop before) {
              super.paused(before);
              atThePause.complete(device.soFar());
              handover.resume();
            }
          };
      assertThat(handover.run(pausing)).isEqualTo(new Outcome.Sent());
      assertThat(pausing.told())
          .containsExactly(
              "copy 1 page 1, 1 of 3",
              "copy 1 page 2, 2 of 3",
              "paused before 3",
              "resumed",
              "copy 1 page 3, 3 of 3");
      assertThat("  ,HALO1\r\n\r\nDUNIA6\r\n\f#AB\r\n\f").startsWith(atThePause.join());
      assertThat(device.received()).isEqualTo(Books.SMALL_BYTES);
    }
  }

  @Test
  void aPauseIsToldEvenIfTheDeviceHangsInTheMiddleOfAPage() throws Exception {
    BrailleBook book = Books.of(5, 4);
    CompletableFuture<Handover> handover = new CompletableFuture<>();
    CountDownLatch paused = new CountDownLatch(1);
    Receiver.Manner hanging =
        (from, into) -> {
          Receiver.take(900, from, into);
          handover.join().pause();
          paused.await();
          Receiver.take(Long.MAX_VALUE, from, into);
        };
    try (Receiver device = new Receiver(hanging)) {
      handover.complete(new Handover(plan(device, book, PageRange.ALL, 1), PATIENT));
      Outcome outcome =
          handover
              .join()
              .run(
                  new Events() {
                    @Override
                    public void paused(Stop before) {
                      paused.countDown();
                      handover.join().resume();
                    }
                  });
      assertThat(outcome).isEqualTo(new Outcome.Sent());
      assertThat(device.received()).isEqualTo(Wire.bytes(book));
    }
  }

  @Test
  void aDeviceThatNeverHangsUpHasEverythingAllTheSame() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Receiver.Manner keeping =
        (from, into) -> {
          Receiver.take(Long.MAX_VALUE, from, into);
          over.await();
        };
    Patience brief =
        new Patience(
            PATIENT.opening(),
            PATIENT.stall(),
            PATIENT.settling(),
            Duration.ofMillis(200),
            PATIENT.ending());
    try (Receiver device = new Receiver(keeping)) {
      Plan plan = plan(device, Books.SMALL, PageRange.ALL, 1);
      assertThat(new Handover(plan, brief).run(events)).isEqualTo(new Outcome.Sent());
      over.countDown();
      assertThat(device.received()).isEqualTo(Books.SMALL_BYTES);
    }
  }

  @Test
  void aDeviceThatHangsUpDuringAPauseInterruptsTheRun() throws Exception {
    CountDownLatch paused = new CountDownLatch(1);
    Receiver.Manner hangingUp =
        (from, into) -> {
          paused.await();
          from.setSoLinger(true, 0);
        };
    try (Receiver device = new Receiver(hangingUp)) {
      Handover handover = new Handover(plan(device, Books.SMALL, PageRange.ALL, 1), PATIENT);
      handover.pause();
      Outcome outcome =
          handover.run(
              new Events() {
                @Override
                public void paused(Stop before) {
                  paused.countDown();
                }
              });
      assertThat(((Outcome.Interrupted) outcome).cause()).isEqualTo(Outcome.Cause.LOST);
      assertThat(((Outcome.Interrupted) outcome).at().page()).isEqualTo(1);
    }
  }

  @Test
  void cancellingEndsBetweenPages() throws Exception {
    try (Receiver device = Receiver.thatTakesAll()) {
      Handover handover = new Handover(plan(device, Books.SMALL, PageRange.ALL, 1), PATIENT);
      Outcome outcome =
          handover.run(
              new Events() {
                @Override
                public void handedOver(int copy, int page, int done, int all) {
                  handover.cancel();
                }
              });
      assertThat(outcome).isEqualTo(new Outcome.Cancelled(new Stop(1, 2, 2)));
    }
  }

  @Test
  void cancellingFreesARunThatHangs() throws Exception {
    BrailleBook book = Books.of(20, 3);
    CompletableFuture<Handover> handover = new CompletableFuture<>();
    CountDownLatch givenUp = new CountDownLatch(1);
    Receiver.Manner hanging =
        (from, into) -> {
          Receiver.take(900, from, into);
          handover.join().cancel();
          givenUp.await();
          Receiver.take(Long.MAX_VALUE, from, into);
        };
    try (Receiver device = new Receiver(hanging)) {
      handover.complete(new Handover(plan(device, book, PageRange.ALL, 1), PATIENT));
      Outcome outcome = handover.join().run(events);
      givenUp.countDown();
      assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
      String received = device.received();
      assertThat(Wire.bytes(book)).startsWith(received);
      assertThat(((Outcome.Cancelled) outcome).at().page())
          .isEqualTo(Wire.wholePages(received) + 1);
    }
  }

  private static Plan plan(Receiver device, BrailleBook book, PageRange range, int copies)
      throws DoesNotFitException {
    return Plan.of(Device.at(device.address()).with(new Paper(100, 90)), book, range, copies);
  }

  private Outcome run(Plan plan) {
    return new Handover(plan, PATIENT).run(events);
  }
}
