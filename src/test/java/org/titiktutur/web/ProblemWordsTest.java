package org.titiktutur.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.titiktutur.production.Tongue;

class ProblemWordsTest {

  @ParameterizedTest
  @EnumSource(Tongue.class)
  void everyProblemHasATitleASentenceAndWhatToDo(Tongue tongue) {
    Set<String> expected = new TreeSet<>();
    for (ProblemKind kind : ProblemKind.values()) {
      expected.add(kind.code());
      expected.add(kind.code() + ".title");
      expected.add(kind.code() + ".do");
    }

    assertThat(new TreeSet<>(Problem.words(tongue).keys())).isEqualTo(expected);
  }
}
