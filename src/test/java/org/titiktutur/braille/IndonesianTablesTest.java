package org.titiktutur.braille;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both grades of Indonesian braille over long real texts, there and back. */
class IndonesianTablesTest {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+(-[A-Za-z]+)*");

  private static final WordReadings READINGS =
      WordReadings.of(Engine.TABLES, "id-g2").orElseThrow();

  /** The 5,000 most frequent words come back, by the table alone. */
  @ParameterizedTest
  @CsvSource({"id-g1, 99.5", "id-g2, 94"})
  void wordsComeBack(String table, double percent) throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> words = frequentWords();
    for (String word : words) {
      String back = Engine.print(table, Engine.cells(table, word));
      if (!back.equals(word)) {
        wrong.add(word + " " + back);
      }
    }
    assertThat(100.0 * (words.size() - wrong.size()) / words.size())
        .as("%s", wrong)
        .isGreaterThanOrEqualTo(percent);
  }

  /** Contracted braille comes back better when words are known. */
  @Test
  void knownWordsComeBack() throws Exception {
    List<String> words = frequentWords();
    Set<String> wrong = new LinkedHashSet<>();
    for (String word : words) {
      String back = readBack(Engine.cells("id-g2", word));
      if (!back.equals(word)) {
        wrong.add(word + " " + back);
      }
    }
    assertThat(100.0 * (words.size() - wrong.size()) / words.size())
        .as("%s", wrong)
        .isGreaterThanOrEqualTo(98);
  }

  /** What does not come back differs in nothing but n and m. */
  @Test
  void onlySignsWithTwoReadingsAreMisread() throws Exception {
    for (String word : frequentWords()) {
      String back = readBack(Engine.cells("id-g2", word));
      assertThat(back.replaceAll("[mM]", "n")).isEqualToIgnoringCase(word.replaceAll("[mM]", "n"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Kolam-kolam dalam taman, Kolam-kolam dalam taman",
    "AMERIKA mengamankan kalimat, AMERIKA mengamankan kalimat",
    "tanah tanpa tanaman, tanah tanpa tanaman",
    "makanan dan minuman bersama, makanan dan minuman bersama",
    "mengasumsikan rumusan umum, mengasumsikan rumusan umum"
  })
  void aReadingIsChosenWhoseRootIsAWord(String text, String expected) throws BrailleUnavailable {
    assertThat(readBack(Engine.cells("id-g2", text))).isEqualTo(expected);
  }

  @Test
  void aWordThatNobodyKnowsStaysAsTheTableReadsIt() throws BrailleUnavailable {
    assertThat(readBack(Engine.cells("id-g2", "blamat"))).isEqualTo("blanat");
  }

  /** No character without a sign but the one that says that a character was lost before. */
  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "id-g2"})
  void nothingIsUndefined(String table) throws Exception {
    Map<Integer, String> undefined = new TreeMap<>();
    for (String text : texts()) {
      for (int character : Engine.LIBLOUIS.translate(table, text, List.of(), false).undefined()) {
        if (character != '\uFFFD') {
          undefined.putIfAbsent(character, text);
        }
      }
    }
    assertThat(undefined).isEmpty();
  }

  /**
   * A number sign before a cell from a to j stands where print has a number, a capital sign where
   * it has a capital: nowhere else can one be felt. The signs of inner quotes begin like that of a
   * capital; there the next cell is none of a letter.
   */
  @ParameterizedTest
  @ValueSource(strings = {"id-g1", "id-g2"})
  void noNumbersOrCapitalsWhereThereAreNone(String table) throws Exception {
    Pattern numbers =
        Pattern.compile("\u283C[\u2801\u2803\u2809\u2819\u2811\u280B\u281B\u2813\u280A\u281A]");
    Pattern capitals = Pattern.compile("\u2820+");
    for (String text : texts()) {
      Liblouis.Braille braille = Engine.LIBLOUIS.translate(table, text, List.of(), true);
      for (Matcher sign = numbers.matcher(braille.cells()); sign.find(); ) {
        int character = text.codePointAt(braille.sources().of(sign.start() + 1));
        assertThat(Character.getType(character))
            .as("%s in %s", Character.toString(character), text)
            .isIn((int) Character.DECIMAL_DIGIT_NUMBER, (int) Character.OTHER_NUMBER);
      }
      for (Matcher sign = capitals.matcher(braille.cells()); sign.find(); ) {
        int character = text.codePointAt(braille.sources().of(sign.end() - 1));
        assertThat(Character.isUpperCase(character) || "‘‚‹-'\u2010".indexOf(character) >= 0)
            .as("%s in %s", Character.toString(character), text)
            .isTrue();
      }
    }
  }

  private static String readBack(String cells) throws BrailleUnavailable {
    return READINGS.choose(cells, Engine.LIBLOUIS.back("id-g2", cells, true)).text();
  }

  private static List<String> frequentWords() throws IOException {
    assumeTrue(
        Files.isDirectory(LongTexts.HANDBOOK),
        "skipped: the package debian-handbook is not installed");
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts()) {
      WORD.matcher(text).results().forEach(word -> counts.merge(word.group(), 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(
            comparing((Map.Entry<String, Integer> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(5000)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  /** Our samples and, where it is installed, a handbook. */
  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String sample : List.of("pagi-di-peneleh.txt", "panduan-pemustaka.html")) {
      Stream.of(Files.readString(Path.of("resources/samples", sample)).split("\n"))
          .map(line -> line.replaceAll("<[^>]*>", ""))
          .filter(line -> !line.isBlank())
          .forEach(texts::add);
    }
    if (Files.isDirectory(LongTexts.HANDBOOK)) {
      texts.addAll(LongTexts.paragraphs("id-ID"));
    }
    return texts;
  }
}
