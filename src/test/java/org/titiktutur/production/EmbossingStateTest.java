package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EmbossingStateTest {

  @Test
  void aRunChangesAsThisTableSaysAndInNoOtherWay() {
    Map<String, String> table = new TreeMap<>();
    for (EmbossingState state : EmbossingState.values()) {
      table.put(
          state.code(),
          Arrays.stream(EmbossingAction.values())
              .filter(state::allows)
              .map(action -> action.code() + " → " + state.after(action).orElseThrow().code())
              .collect(Collectors.joining(", ")));
    }
    assertThat(table)
        .containsExactly(
            Map.entry("cancelled", ""),
            Map.entry("confirmed", ""),
            Map.entry("failed", ""),
            Map.entry("interrupted", "resume → waiting, cancel → cancelled"),
            Map.entry(
                "paused",
                "resume → sending, interrupt → interrupted, finish → sent, cancel → cancelled"),
            Map.entry(
                "sending",
                "pause → paused, interrupt → interrupted, finish → sent, cancel → cancelled"),
            Map.entry("sent", "resume → waiting, confirm → confirmed"),
            Map.entry("waiting", "begin → sending, fail → failed, cancel → cancelled"));
  }
}
