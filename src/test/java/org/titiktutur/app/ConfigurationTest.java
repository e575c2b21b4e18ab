package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Tongue;

class ConfigurationTest {

  @TempDir private Path data;

  private Configuration read(
      String file, Map<ConfigurationKey, String> flags, Map<String, String> environment)
      throws IOException, Configuration.WrongSettingException {
    Files.writeString(data.resolve("titik.conf"), file);
    return Configuration.read(data, flags, environment);
  }

  @Test
  void aFlagStandsAboveTheEnvironmentAndThatAboveTheFile() throws Exception {
    String file = "# Perpustakaan\nport = 1\nhost = ::1\nupload-limit=7\n";
    Map<String, String> environment = Map.of("TITIK_PORT", "2", "TITIK_HOST", "127.0.0.2");

    Configuration configuration = read(file, Map.of(ConfigurationKey.PORT, "3"), environment);

    assertThat(configuration.port()).isEqualTo(3);
    assertThat(configuration.host()).isEqualTo("127.0.0.2");
    assertThat(configuration.uploadLimit()).isEqualTo(7L << 20);
  }

  @Test
  void withoutAnythingItIsThisComputerAlone() throws Exception {
    Configuration configuration = read("", Map.of(), Map.of());

    assertThat(configuration.host()).isEqualTo("127.0.0.1");
    assertThat(configuration.port()).isEqualTo(8080);
    assertThat(configuration.database().isPostgresql()).isFalse();
    assertThat(configuration.metricsForAll()).isFalse();
  }

  @Test
  void postgresqlIsOneLine() throws Exception {
    Configuration configuration =
        read("database = jdbc:postgresql://db/titik?user=titik\n", Map.of(), Map.of());

    assertThat(configuration.database().isPostgresql()).isTrue();
  }

  @Test
  void embossersAreListedByName() throws Exception {
    Configuration configuration =
        read("embosser.lantai-2 = tcp://192.0.2.7:9100\n", Map.of(), Map.of());

    assertThat(configuration.embossers()).extracting(each -> each.id()).containsExactly("lantai-2");
  }

  @ParameterizedTest
  @CsvSource({"prot, port", "uploadlimit, upload-limit", "proxy, port", "log_level, log-level"})
  void anUnknownSettingIsRefusedWithTheNearestName(String written, String meant) {
    Configuration.WrongSettingException wrong =
        catchThrowableOfType(
            Configuration.WrongSettingException.class,
            () -> read("\n" + written + " = 1\n", Map.of(), Map.of()));

    assertThat(wrong.sentence()).isEqualTo("config.unknown");
    assertThat(wrong.arguments()).containsExactly(written, data.resolve("titik.conf"), 2, meant);
  }

  @ParameterizedTest
  @CsvSource({
    "port, 70000", "port, http", "prefix, titik", "prefix, /a b", "behind-proxy, maybe",
    "upload-limit, 0", "metrics, some", "log-to, syslog", "log-level, loud", "database, mysql://db"
  })
  void aValueThatDoesNotFitIsRefused(String key, String value) {
    Configuration.WrongSettingException wrong =
        catchThrowableOfType(
            Configuration.WrongSettingException.class,
            () -> read(key + " = " + value, Map.of(), Map.of()));

    assertThat(wrong.arguments()).startsWith(key, value);
  }

  @Test
  void anUnknownVariableIsRefusedWithTheNearest() {
    Configuration.WrongSettingException wrong =
        catchThrowableOfType(
            Configuration.WrongSettingException.class,
            () -> read("", Map.of(), Map.of("TITIK_PROT", "9000", "HOME", "/root")));

    assertThat(wrong.arguments()).containsExactly("TITIK_PROT", "TITIK_PORT");
  }

  @Test
  void thePackagesConfigurationHasOnlyKeysThatThereAre() throws Exception {
    String conf = Files.readString(Path.of("src/deb/titik.conf"));
    String told = conf.replaceAll("(?m)^#\\s?(?=[a-z.-]+ = )", "");
    assertThat(read(told, Map.of(), Map.of()).port()).isPositive();
  }

  @Test
  void everySettingIsDocumented() throws IOException {
    Phrases words = new Phrases("cli", Tongue.ENGLISH);
    StringBuilder expected = new StringBuilder();
    for (ConfigurationKey key : ConfigurationKey.values()) {
      expected
          .append("| `")
          .append(key.key())
          .append("` | ")
          .append(key.usual().isEmpty() ? "" : "`" + key.usual() + "`")
          .append(" | `")
          .append(key.variable())
          .append("` | ")
          .append(words.say("config." + key.key()))
          .append(" |\n");
    }
    expected.append("| `embosser.NAME` | | | ").append(words.say("config.embosser")).append(" |\n");

    assertThat(Files.readString(Path.of("docs/configuration.md"))).contains(expected);
  }
}
