package org.titiktutur.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indonesian as the engine is made to speak it. */
class IndonesianPronunciationTest {

  /** WikiPron's words; developers and CI have them, our repository does not. */
  private static final Path WIKIPRON = Path.of("../shared/data/indonesian-e.tsv");

  private static final Path WIKIPRON_OF_WORKTREE = Path.of("../../shared/data/indonesian-e.tsv");

  /** Ours: words written down before there was a lexicon. */
  private static final Path WRITTEN_BEFORE =
      Path.of("src/test/resources/pronunciation/indonesian-words.txt");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "besar, bəsˈar",
    "besok, bˈesoʔ",
    "meja, mˈedʒa",
    "bebek, bˈɛbɛʔ",
    "merah, mˈerah",
    "perempuan, pˌərəmpˈuan",
    "mempelajari, məmpˌəladʒˈari",
    "menyepakati, məɲəpakˈati",
    "kemerdekaan, kəmərdekˈaʔan",
    "bekerja, bəkərdʒˈa",
    "teknologi, tˌɛknolˈoɡi",
    "universitas, unˌivɛrsˈitas",
    "saat, sˈaʔat",
    "maaf, mˈaʔaf",
    "keenakan, kəʔenˈakan",
    "bapak, bˈapaʔ",
    "politik, polˈitik",
    "pulau, pˈulau",
    "mau, mˈau",
    "syukur, ʃˈukur",
    "Qur'an, kurʔˈan",
    "software, sˈoftwɛr",
    "customer service, kˈastəmər sˈɛrvis",
  })
  void words(String word, String ipa) throws Exception {
    assertThat(spoken(List.of(word)).get(0).replace("ˌ", "")).isEqualTo(ipa.replace("ˌ", ""));
  }

  @Test
  void aSentenceKeepsItsPausesAroundPhonemes() throws Exception {
    assertThat(spoken(List.of("Mereka membaca [bersama], lalu pulang.")))
        .containsExactly("mərˈeka məmbˈatʃa bərsˈama lˈalu pˈulaŋ");
  }

  @Test
  void theLetterEOfWordsWrittenBefore() throws Exception {
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(WRITTEN_BEFORE)) {
      if (!line.startsWith("#")) {
        for (String word : line.split(" ")) {
          for (String marked : word.split("\\|")) {
            expected
                .computeIfAbsent(marked.replace('é', 'e'), w -> new TreeSet<>())
                .add(marked.replaceAll("[^eé]", "").replace('e', 'ə').replace('é', 'e'));
          }
        }
      }
    }
    assertThat(shareRight(expected)).isGreaterThan(0.95);
  }

  @Test
  void theLetterEOfWikiPron() throws Exception {
    Path file = Files.exists(WIKIPRON) ? WIKIPRON : WIKIPRON_OF_WORKTREE;
    assumeTrue(Files.exists(file), "skipped: no " + WIKIPRON);
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] row = line.split("\t");
      expected.put(row[0], Set.of(row[1].split("\\|")));
    }
    assertThat(shareRight(expected)).isGreaterThanOrEqualTo(0.93);
  }

  private double shareRight(Map<String, Set<String>> expected) throws Exception {
    List<String> words = List.copyOf(expected.keySet());
    List<String> spoken = spoken(words);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String heard = lettersE(words.get(i), spoken.get(i));
      if (!expected.get(words.get(i)).contains(heard)) {
        wrong.add(words.get(i) + " " + spoken.get(i));
      }
    }
    double share = 1 - (double) wrong.size() / words.size();
    System.out.printf("e: %.2f %% of %d%n", 100 * share, words.size());
    if (System.getProperty("wrong") != null) {
      Files.write(Path.of(System.getProperty("wrong") + words.size()), wrong);
    }
    return share;
  }

  /** How each letter e was spoken, vowel by vowel; empty if there are not as many as letters. */
  private static String lettersE(String word, String ipa) {
    String letters = word.replaceAll("[^aeiou]", "");
    String vowels = ipa.replace('ɛ', 'e').replace('ɔ', 'o').replaceAll("[^aeiouə]", "");
    if (letters.length() != vowels.length()) {
      return "";
    }
    StringBuilder spoken = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) == 'e') {
        spoken.append(vowels.charAt(i));
      }
    }
    return spoken.toString();
  }

  private List<String> spoken(List<String> lines) throws Exception {
    SayRequest request =
        new SayRequest(lines, "id", null, SpeechSettings.USUAL_PACE, SayRequest.Form.IPA);
    var unused =
        new SayHandler(new Engines())
            .perform(
                SpeechWork.JSON.valueToTree(new SayHandler.Input(request, Map.of())),
                folder,
                sign -> {});
    return Files.readAllLines(folder.resolve(SayHandler.TEXT));
  }
}
