package org.titiktutur.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.production.Tongue.ENGLISH;
import static org.titiktutur.production.Tongue.INDONESIAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Pattern SAID =
      Pattern.compile("(?:say|count)\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"");

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(Words.in(ENGLISH).keys()).isEqualTo(Words.in(INDONESIAN).keys());
  }

  @Test
  void everySentenceThatAPageSaysIsThere() throws IOException {
    Set<String> said = new TreeSet<>();
    for (Path folder :
        Set.of(Path.of("src/main/jte"), Path.of("src/main/java/org/titiktutur/web/pages"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          SAID.matcher(Files.readString(file)).results().forEach(key -> said.add(key.group(1)));
        }
      }
    }
    assertThat(said).isNotEmpty();
    assertThat(Words.in(INDONESIAN).keys()).containsAll(said);
  }

  @Test
  void sizesAreWrittenAsTheLanguageWritesThem() {
    assertThat(Words.in(INDONESIAN).size(12_340_000)).isEqualTo("12,3 MB");
    assertThat(Words.in(ENGLISH).size(12_340_000)).isEqualTo("12.3 MB");
    assertThat(Words.in(INDONESIAN).size(400)).isEqualTo("1 kB");
    assertThat(Words.in(ENGLISH).size(3_000_000_000L)).isEqualTo("3 GB");
  }

  @Test
  void timesAreWholeMinutes() {
    assertThat(Words.in(INDONESIAN).duration(44.4)).isEqualTo("44 detik");
    assertThat(Words.in(ENGLISH).duration(59.6)).isEqualTo("1 minute");
    assertThat(Words.in(INDONESIAN).duration(5400)).isEqualTo("1 jam 30 menit");
    assertThat(Words.in(ENGLISH).duration(7200)).isEqualTo("2 hours");
  }

  @Test
  void languagesHaveNamesInTheReadersLanguage() {
    assertThat(Words.in(INDONESIAN).language("en")).isEqualTo("Inggris");
    assertThat(Words.in(ENGLISH).language("jv")).isEqualTo("Javanese");
    assertThat(Words.in(INDONESIAN).language("")).isEqualTo("bahasa belum diketahui");
  }
}
