package org.titiktutur.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.TestEngine;

@Timeout(60)
class JobsTest {

  @TempDir Path folder;
  private final List<String> done = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void aJobIsDoneOnceAndForgotten(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder));
        Jobs jobs = jobs(database, this::note)) {
      jobs.start();
      jobs.submit("work", "a", Lane.SHORT);
      await().until(() -> jobs.waiting(Lane.SHORT) == 0);
      assertThat(done).containsExactly("a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aJobWhoseTransactionFailsIsNotDone(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder));
        Jobs jobs = jobs(database, this::note)) {
      assertThatThrownBy(
              () ->
                  database.change(
                      handle -> {
                        jobs.submit("work", "a", Lane.SHORT);
                        throw new IllegalStateException("after all");
                      }))
          .hasMessage("after all");
      assertThat(jobs.waiting(Lane.SHORT)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aJobThatFailsIsTriedAgain(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder));
        Jobs jobs =
            jobs(
                database,
                job -> {
                  if (job.attempt() == 1) {
                    throw new java.io.IOException("not yet");
                  }
                  return note(job);
                })) {
      jobs.start();
      jobs.submit("work", "a", Lane.SHORT);
      await().until(() -> jobs.waiting(Lane.SHORT) == 0);
      assertThat(done).containsExactly("a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aJobThatWasCutOffIsDoneAfterTheNextStart(TestEngine engine) throws Exception {
    var settings = engine.settings(folder);
    CountDownLatch begun = new CountDownLatch(1);
    try (Database database = Database.open(settings);
        Jobs jobs =
            jobs(
                database,
                job -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                  return note(job);
                })) {
      jobs.start();
      jobs.submit("work", "a", Lane.SHORT);
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(done).isEmpty();
    try (Database database = Database.open(settings);
        Jobs jobs = jobs(database, this::note)) {
      jobs.start();
      await().until(() -> jobs.waiting(Lane.SHORT) == 0);
      assertThat(done).containsExactly("a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void longJobsHoldNoShortOneUp(TestEngine engine) throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (Database database = Database.open(engine.settings(folder));
        Jobs jobs =
            jobs(
                database,
                job -> {
                  if (job.subject().startsWith("long")) {
                    release.await();
                  }
                  return note(job);
                })) {
      jobs.start();
      for (int i = 0; i < 5; i++) {
        jobs.submit("work", "long " + i, Lane.LONG);
      }
      jobs.submit("work", "short", Lane.SHORT);
      await().until(() -> done.contains("short"));
      assertThat(done).containsExactly("short");
      release.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aJobThatIsStoppedIsAskedAgainWhetherItIsWanted(TestEngine engine) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    List<String> asked = new CopyOnWriteArrayList<>();
    try (Database database = Database.open(engine.settings(folder));
        Jobs jobs =
            jobs(
                database,
                job -> {
                  asked.add(job.subject());
                  if (asked.size() == 1) {
                    begun.countDown();
                    new CountDownLatch(1).await();
                  }
                  return Outcome.DONE;
                })) {
      jobs.start();
      jobs.submit("work", "a", Lane.SHORT);
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      jobs.stop("work", "a");
      await().until(() -> jobs.waiting(Lane.SHORT) == 0);
      assertThat(asked).containsExactly("a", "a");
    }
  }

  private Outcome note(Job job) {
    done.add(job.subject());
    return Outcome.DONE;
  }

  /** Does a job. */
  private interface Doing {
    Outcome run(Job job) throws Exception;
  }

  private static Jobs jobs(Database database, Doing doing) {
    return new Jobs(
        database,
        Map.of(
            "work",
            new JobHandler() {
              @Override
              public Outcome run(Job job) throws Exception {
                return doing.run(job);
              }

              @Override
              public void giveUp(Job job, Throwable last) {
                throw new AssertionError("given up: " + job, last);
              }
            }));
  }
}
