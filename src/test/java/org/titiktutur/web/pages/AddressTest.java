package org.titiktutur.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  /** Whatever a form says, nobody is led to another site by us. */
  @ParameterizedTest
  @CsvSource({
    "/items/01a?done=saved, /items/01a?done=saved",
    "//evil.example, /",
    "/\\evil.example, /",
    "https://evil.example, /",
    "/a\\b, /",
    "'/\\t/evil.example', /",
    "javascript:alert(1), /",
    "items/01a, /",
    ", /"
  })
  void leadsBackToOurOwnPagesOnly(String sent, String led) {
    assertThat(SignInPages.ours(sent)).isEqualTo(led);
  }
}
