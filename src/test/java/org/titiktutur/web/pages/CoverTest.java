package org.titiktutur.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverTest {

  @Test
  void showsTheFirstLetterInBraille() {
    assertThat(Cover.of("1", "“Bunga”").dots()).isEqualTo("M15 14h0M15 32h0");
    assertThat(Cover.of("1", "Édisi").dots()).isEqualTo(Cover.of("1", "edisi").dots());
  }

  @Test
  void showsAFullCellForOtherScripts() {
    assertThat(Cover.of("1", "حكاية").dots()).hasSize("M15 14h0".length() * 6);
  }
}
