package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.production.Embosser;

class EmbosserSettingsTest {

  @Test
  void anAddressIsEnoughAndTheRestIsSaidWhereItDiffers() throws Exception {
    List<Embosser> embossers =
        EmbosserSettings.read(
            Map.of(
                "embosser.juliet", "tcp://10.0.0.8",
                "embosser.everest", "tcp://10.0.0.7:9101",
                "embosser.everest.label", "Meja depan",
                "embosser.everest.paper", "a4",
                "embosser.everest.model", "index-everest-d-v5",
                "embosser.everest.duplex", "yes",
                "embosser.everest.pages-per-hour", "900"));
    assertThat(embossers)
        .extracting(
            Embosser::id,
            Embosser::name,
            Embosser::address,
            Embosser::model,
            Embosser::paper,
            Embosser::duplex,
            Embosser::pagesPerHour)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "everest",
                "Meja depan",
                "tcp://10.0.0.7:9101",
                "index-everest-d-v5",
                "210x297mm",
                true,
                900),
            org.assertj.core.groups.Tuple.tuple(
                "juliet", "juliet", "tcp://10.0.0.8:9100", "generic", "42x29", false, 300));
  }

  @ParameterizedTest
  @CsvSource({
    "embosser.a, http://10.0.0.7, config.embosser.wrong",
    "embosser.a, 10.0.0.7, config.embosser.wrong",
    "embosser.a.paper, A9, config.wrong",
    "embosser.a.model, index, config.embosser.model",
    "embosser.a.duplex, both, config.wrong",
    "embosser.a.pages-per-hour, 0, config.wrong",
    "embosser.b.paper, 40x25, config.embosser.none"
  })
  void whatDoesNotFitIsNamed(String key, String value, String sentence) {
    Map<String, String> settings =
        key.equals("embosser.a")
            ? Map.of(key, value)
            : Map.of("embosser.a", "tcp://10.0.0.7", key, value);
    assertThatExceptionOfType(Configuration.WrongSettingException.class)
        .isThrownBy(() -> EmbosserSettings.read(settings))
        .matches(wrong -> wrong.sentence().equals(sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "index-everest-d-v5, 40x40in, no, embosser.a.paper",
    "romeo-pro-50, a4, yes, embosser.a.duplex"
  })
  void whatAModelCannotDoIsNamed(String model, String paper, String duplex, String key) {
    Map<String, String> settings =
        Map.of(
            "embosser.a", "tcp://10.0.0.7",
            "embosser.a.model", model,
            "embosser.a.paper", paper,
            "embosser.a.duplex", duplex);
    assertThatExceptionOfType(Configuration.WrongSettingException.class)
        .isThrownBy(() -> EmbosserSettings.read(settings))
        .matches(wrong -> wrong.arguments()[0].equals(key));
  }

  @ParameterizedTest
  @CsvSource({
    "embosser.everest, true",
    "embosser.everest.paper, true",
    "embosser.everest.colour, false",
    "embosser., false",
    "embosser.Everest, false",
    "embossers.everest, false"
  })
  void onlyTheseAreKeysOfEmbossers(String key, boolean isOne) {
    assertThat(EmbosserSettings.isKey(key)).isEqualTo(isOne);
  }
}
