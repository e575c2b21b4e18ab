package org.titiktutur.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.workshop.Outcome.Done;
import org.titiktutur.workshop.Outcome.Failed;
import org.titiktutur.workshop.Outcome.Reason;

@Timeout(60)
class WorkerPoolTest {

  private static final long HEAP = 64L << 20;

  @TempDir Path scratch;
  private WorkerPool pool;
  private int steps;

  @BeforeEach
  void open() {
    pool = pool(2, Duration.ofMinutes(1));
  }

  @AfterEach
  void closeLeavesNoProcess() {
    pool.close();
    assertThat(ProcessHandle.current().children())
        .filteredOn(child -> child.info().command().orElse("").endsWith("java"))
        .isEmpty();
  }

  @Test
  void aStepIsAnswered() throws Exception {
    assertThat(run("echo", TextNode.valueOf("Budi"))).isEqualTo(new Done(TextNode.valueOf("Budi")));
  }

  @Test
  void shortWorkIsDoneByOneWarmWorker() throws Exception {
    assertThat(run("pid", NullNode.instance)).isEqualTo(run("pid", NullNode.instance));
  }

  @Test
  void longWorkCallsASecondWorker() throws Exception {
    CompletableFuture<Outcome> busy = pool.submit(step("count", IntNode.valueOf(40)), sign -> {});
    Outcome first = run("pid", NullNode.instance);
    assertThat(busy.isDone()).isFalse();
    assertThat(first).isInstanceOf(Done.class);
    busy.get();
  }

  @Test
  void aWorkerThatDiesIsReplacedAndItsStepTriedOnceMoreInACleanFolder() throws Exception {
    assertThat(run("die-once", NullNode.instance)).isEqualTo(new Done(TextNode.valueOf("clean")));
  }

  @Test
  void aStepThatKillsEveryWorkerIsGivenUpAndSaysWhereItWas() throws Exception {
    Failed failed = (Failed) run("die", NullNode.instance);
    assertThat(failed.reason()).isEqualTo(Reason.DIED);
    assertThat(failed.lastSign()).isEqualTo(TextNode.valueOf("paragraph 7"));
    assertThat(run("echo", TextNode.valueOf("next"))).isInstanceOf(Done.class);
  }

  @Test
  void aSilentWorkerIsEnded() throws Exception {
    Step hang =
        new Step(
            "hang",
            NullNode.instance,
            folder(),
            Step.Lane.BATCH,
            Duration.ofMillis(300),
            Duration.ofMinutes(1),
            1 << 20);
    assertThat(((Failed) pool.submit(hang, sign -> {}).get()).reason()).isEqualTo(Reason.STALLED);
  }

  @Test
  void signsOfLifeRenewPatienceButNotTheDeadline() throws Exception {
    List<JsonNode> signs = Collections.synchronizedList(new ArrayList<>());
    Step lively =
        new Step(
            "count",
            IntNode.valueOf(20),
            folder(),
            Step.Lane.BATCH,
            Duration.ofMillis(700),
            Duration.ofMinutes(1),
            1 << 20);
    assertThat(pool.submit(lively, signs::add).get()).isInstanceOf(Done.class);
    assertThat(signs).hasSize(20);

    Step late =
        new Step(
            "count",
            IntNode.valueOf(10_000),
            folder(),
            Step.Lane.BATCH,
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            1 << 20);
    assertThat(((Failed) pool.submit(late, sign -> {}).get()).reason()).isEqualTo(Reason.OVERDUE);
  }

  @Test
  void memoryIsBounded() throws Exception {
    assertThat(((Failed) run("hoard", NullNode.instance)).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
  }

  @Test
  void outputIsBounded() throws Exception {
    assertThat(((Failed) run("flood", NullNode.instance)).reason())
        .isEqualTo(Reason.TOO_MUCH_OUTPUT);
  }

  @Test
  void aHandlerThatThrowsOrOverflowsItsStackKeepsItsWorker() throws Exception {
    Outcome before = run("pid", NullNode.instance);
    assertThat(((Failed) run("throw", NullNode.instance)).detail())
        .contains("the parser is confused");
    assertThat(((Failed) run("recurse", NullNode.instance)).reason()).isEqualTo(Reason.THREW);
    assertThat(run("pid", NullNode.instance)).isEqualTo(before);
  }

  @Test
  void workersHaveNoNetwork() throws Exception {
    Failed failed = (Failed) run("fetch", TextNode.valueOf("http://127.0.0.1:9/book.dtd"));
    assertThat(failed.detail()).contains("workers have no network");
  }

  @Test
  void whoIsWaitedForGoesFirst() throws Exception {
    pool.close();
    pool = pool(1, Duration.ofMinutes(1));
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<Outcome> busy = pool.submit(step("count", IntNode.valueOf(5)), sign -> {});
    CompletableFuture<?> batch =
        pool.submit(step("echo", NullNode.instance), sign -> {}).thenRun(() -> order.add("batch"));
    Step waitedFor =
        new Step(
            "echo",
            NullNode.instance,
            folder(),
            Step.Lane.INTERACTIVE,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            1 << 20);
    CompletableFuture<?> interactive =
        pool.submit(waitedFor, sign -> {}).thenRun(() -> order.add("interactive"));
    CompletableFuture.allOf(busy, batch, interactive).get();
    assertThat(order).containsExactly("interactive", "batch");
  }

  @Test
  void aCallerWithManyStepsHoldsUpNoneWithFew() throws Exception {
    pool.close();
    pool = pool(1, Duration.ofMinutes(1));
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<?>> all = new ArrayList<>();
    try (Share many = pool.share();
        Share few = pool.share()) {
      all.add(many.submit(step("count", IntNode.valueOf(5)), sign -> {}));
      for (int i = 0; i < 5; i++) {
        all.add(note(many, "many", order));
      }
      all.add(note(few, "few", order));
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
      assertThat(order).containsExactly("few", "many", "many", "many", "many", "many");
      assertThat(many.worked()).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }
  }

  @Test
  void whereAllAreAtLongWorkOneMoreComesForWhatSomebodyWaitsFor() throws Exception {
    pool.close();
    pool = pool(1, Duration.ofMinutes(1));
    CompletableFuture<JsonNode> begun = new CompletableFuture<>();
    CompletableFuture<Outcome> busy = pool.submit(step("hang", NullNode.instance), begun::complete);
    begun.get();
    CompletableFuture<Outcome> batch = pool.submit(step("echo", NullNode.instance), sign -> {});
    Step waitedFor =
        new Step(
            "echo",
            NullNode.instance,
            folder(),
            Step.Lane.INTERACTIVE,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            1 << 20);
    assertThat(pool.submit(waitedFor, sign -> {}).get()).isInstanceOf(Done.class);
    assertThat(busy).isNotDone();
    assertThat(batch).isNotDone();
  }

  @Test
  void aShareThatIsClosedHasNoStepThatCouldStillWrite() throws Exception {
    CompletableFuture<Long> pid = new CompletableFuture<>();
    Share share = pool.share();
    CompletableFuture<Outcome> running =
        share.submit(step("hang", NullNode.instance), sign -> pid.complete(sign.asLong()));
    ProcessHandle worker = ProcessHandle.of(pid.get()).orElseThrow();
    share.close();
    assertThat(worker.isAlive()).isFalse();
    assertThat(running).isCancelled();
    assertThat(share.submit(step("echo", NullNode.instance), sign -> {})).isCancelled();
  }

  private CompletableFuture<?> note(Share share, String name, List<String> order)
      throws IOException {
    return share.submit(step("echo", NullNode.instance), sign -> {}).thenRun(() -> order.add(name));
  }

  @Test
  void cancellingAStepEndsItsWorker() throws Exception {
    CompletableFuture<Long> pid = new CompletableFuture<>();
    CompletableFuture<Outcome> running =
        pool.submit(step("hang", NullNode.instance), sign -> pid.complete(sign.asLong()));
    ProcessHandle worker = ProcessHandle.of(pid.get()).orElseThrow();
    running.cancel(true);
    worker.onExit().get(10, TimeUnit.SECONDS);
    assertThat(run("echo", NullNode.instance)).isInstanceOf(Done.class);
  }

  @Test
  void idleWorkersGoAndComeBack() throws Exception {
    pool.close();
    pool = pool(1, Duration.ofMillis(100));
    long pid = ((Done) run("pid", NullNode.instance)).answer().asLong();
    ProcessHandle.of(pid).ifPresent(worker -> worker.onExit().join());
    assertThat(run("echo", NullNode.instance)).isInstanceOf(Done.class);
  }

  @Test
  void closingAnswersEveryStep() throws Exception {
    CompletableFuture<JsonNode> started = new CompletableFuture<>();
    CompletableFuture<Outcome> running =
        pool.submit(step("hang", NullNode.instance), started::complete);
    started.get();
    pool.close();
    assertThat(((Failed) running.get()).reason()).isEqualTo(Reason.CANCELLED);
    assertThat(((Failed) run("echo", NullNode.instance)).reason()).isEqualTo(Reason.CANCELLED);
  }

  private Outcome run(String kind, JsonNode input) throws Exception {
    return pool.submit(step(kind, input), sign -> {}).get();
  }

  private Step step(String kind, JsonNode input) throws IOException {
    return new Step(
        kind,
        input,
        folder(),
        Step.Lane.BATCH,
        Duration.ofSeconds(20),
        Duration.ofSeconds(40),
        1 << 20);
  }

  private Path folder() throws IOException {
    return Files.createDirectory(scratch.resolve("step" + steps++));
  }

  private WorkerPool pool(int most, Duration idle) {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx" + HEAP,
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TestWorker.class.getName());
    return new WorkerPool(
        new WorkerPool.Settings(command, most, HEAP, scratch, idle, Duration.ZERO));
  }
}
