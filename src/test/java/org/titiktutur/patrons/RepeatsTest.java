package org.titiktutur.patrons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.TestEngine;

class RepeatsTest {

  private static final Optional<String> KEY = Optional.of("k-1");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void manyAtOnceUnderOneKeyMakeOneThing(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder))) {
      Repeats repeats = new Repeats(database);
      Person person = somebody(database);
      AtomicInteger made = new AtomicInteger();
      CyclicBarrier together = new CyclicBarrier(6);
      Callable<Repeats.Once> request =
          () -> {
            together.await();
            return repeats.once(person, KEY, "body", () -> "thing " + made.incrementAndGet());
          };
      ExecutorService threads = Executors.newFixedThreadPool(6);
      int fresh = 0;
      for (Future<Repeats.Once> answer : threads.invokeAll(Collections.nCopies(6, request))) {
        assertThat(answer.get().result()).isEqualTo("thing 1");
        fresh += answer.get().again() ? 0 : 1;
      }
      threads.shutdown();
      assertThat(fresh).isEqualTo(1);
      assertThat(made).hasValue(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsForOneRequestOfOnePersonAndWhatFailedIsMadeAgain(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder))) {
      Repeats repeats = new Repeats(database);
      Person person = somebody(database);
      new People(database).add("Sari", Role.READER);
      Person another = new People(database).byName("sari").orElseThrow();

      assertThatThrownBy(
              () ->
                  repeats.once(
                      person,
                      KEY,
                      "body",
                      () -> {
                        throw new IOException("no");
                      }))
          .isInstanceOf(IOException.class);
      assertThat(repeats.once(person, KEY, "body", () -> "a").again()).isFalse();
      assertThat(repeats.once(person, KEY, "body", () -> "b"))
          .isEqualTo(new Repeats.Once("a", true));
      assertThatThrownBy(() -> repeats.once(person, KEY, "another body", () -> "c"))
          .isInstanceOf(Repeats.KeyReusedException.class);
      assertThat(repeats.once(another, KEY, "body", () -> "d").result()).isEqualTo("d");
      assertThat(List.of(repeats.once(person, Optional.empty(), "body", () -> "e").again()))
          .containsExactly(false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void peopleAreTheSameOnEitherDatabase(TestEngine engine) throws Exception {
    try (Database database = Database.open(engine.settings(folder))) {
      People people = new People(database);
      People.Introduction first = people.begin(Optional.empty()).orElseThrow();
      Person person = people.signIn("Admin", first.password()).orElseThrow();
      String here = people.open(person);
      String elsewhere = people.open(person);

      assertThat(people.changePassword(person, first.password(), "enam ekor kambing", here))
          .isTrue();
      assertThat(people.bySession(here).orElseThrow().mustChangePassword()).isFalse();
      assertThat(people.bySession(elsewhere)).isEmpty();
      Token.Fresh token = people.makeToken(person, "telepon");
      assertThat(people.byToken(token.value())).isPresent();
      assertThat(people.tokens(person)).hasSize(2);
      assertThat(people.revoke(person, token.token().id())).isTrue();
      assertThat(people.byToken(token.value())).isEmpty();
      assertThat(people.add("ADMIN", Role.READER)).isEmpty();
      assertThat(people.remove("admin")).isTrue();
      assertThat(people.bySession(here)).isEmpty();
    }
  }

  private static Person somebody(Database database) {
    People people = new People(database);
    people.begin(Optional.empty());
    return people.byName("admin").orElseThrow();
  }
}
