package org.titiktutur.embossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.braille.BrailleBook;

/** A line that breaks at any byte, as its seed wants, 200 times. */
class SeededInterruptionsTest {

  private static final int COPIES = 2;

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPageComesAtLeastOnceAndNoneTwiceButByChoice(long seed) throws Exception {
    Random random = new Random(seed);
    BrailleBook book = Books.of(1 + random.nextInt(8), seed);
    Device device =
        Device.at(new Address.File(Path.of("embosser"))).withDuplex(random.nextBoolean());
    Plan plan = Plan.of(device, book, PageRange.ALL, COPIES);
    String whole = all(plan);

    Brittle line = new Brittle(random, random.nextInt(whole.length()));
    Events events = new Events();
    Outcome.Interrupted outcome =
        (Outcome.Interrupted) new Handover(plan, Patience.STANDARD, line).run(events);

    assertThat(whole).startsWith(line.arrived());
    Plan rest = plan.from(outcome.at().copy(), outcome.at().page());
    assertThat(events.told()).hasSize(plan.pages() - rest.pages());
    int handedOver = 0;
    for (int item = 0; item < events.told().size(); item++) {
      handedOver += plan.bytes(item).length;
    }
    assertThat(line.arrived().length())
        .isBetween(handedOver, handedOver + plan.bytes(events.told().size()).length - 1);

    Plan again = plan.from(outcome.at().copy(), outcome.at().resumeAt());
    Brittle whole2 = new Brittle(random, Integer.MAX_VALUE);
    assertThat(new Handover(again, Patience.STANDARD, whole2).run(new Events()))
        .isEqualTo(new Outcome.Sent());
    assertThat(again.pages() - rest.pages()).isBetween(0, device.duplex() ? 1 : 0);
    assertThat(whole).endsWith(whole2.arrived());
  }

  private static String all(Plan plan) {
    StringBuilder all = new StringBuilder();
    for (int item = 0; item < plan.items().size(); item++) {
      all.append(new String(plan.bytes(item), StandardCharsets.US_ASCII));
    }
    return all.toString();
  }

  /** Takes some bytes, holds them for a while, lets them arrive, and breaks. */
  private static final class Brittle implements Line {

    private final Random random;
    private final int breaksAfter;
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    Brittle(Random random, int breaksAfter) {
      this.random = random;
      this.breaksAfter = breaksAfter;
    }

    String arrived() {
      return arrived.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean open(long millis) {
      return random.nextBoolean();
    }

    @Override
    public void offer(ByteBuffer bytes, long millis) throws BrokenException {
      byte[] some = new byte[Math.min(bytes.remaining(), random.nextInt(300))];
      bytes.get(some);
      held.writeBytes(some);
      if (random.nextBoolean()) {
        byte[] all = held.toByteArray();
        int arriving = Math.min(random.nextInt(all.length + 1), breaksAfter - arrived.size());
        arrived.write(all, 0, arriving);
        held.reset();
        held.write(all, arriving, all.length - arriving);
      }
      if (arrived.size() == breaksAfter) {
        throw new BrokenException(Outcome.Cause.LOST, new IOException("cut"));
      }
    }

    @Override
    public long held() {
      return held.size();
    }

    @Override
    public void idle(long millis) {}

    @Override
    public void settle(Duration time) {}

    @Override
    public boolean finish(long millis) {
      return random.nextBoolean();
    }

    @Override
    public void close() {}

    @Override
    public void abort() {}
  }
}
