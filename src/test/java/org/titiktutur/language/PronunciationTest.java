package org.titiktutur.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.language.Pronunciation.Piece;

/** How words are said, and what lexicons may say of it. */
class PronunciationTest {

  private static final String HEAD =
      "<lexicon version=\"1.0\" xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\""
          + " alphabet=\"ipa\" xml:lang=\"id\">\n";

  @ParameterizedTest
  @CsvSource({
    "mempertanggungjawabkan, mem+per+tanggung+jawab+kan",
    "menyepakati, meny+epakat+i",
    "pemberdayaan, pem+ber+daya+an",
    "bekerja, be+kerja",
    "berkemah, ber+kémah",
    "kemerdekaan, ke+merdéka+an",
    "seenaknya, se+énak+nya",
  })
  void affixesAreTakenOff(String word, String parts) {
    assertThat(new IndonesianVowels(IndonesianRoots.read()).mark(word)).isEqualTo(parts);
  }

  @Test
  void whatTheEngineKnowsIsLeftToIt() {
    assertThat(Pronunciation.forLanguage("id", List.of()).pieces("Ibu itu membaca, lalu (pulang)."))
        .containsExactly(
            new Piece("Ibu itu ", ""),
            new Piece("membaca", "məmbˈatʃa"),
            new Piece(", lalu (pulang).", ""));
  }

  @Test
  void theLastLexiconCountsMostAndTheLongestPhrase() throws Exception {
    PronunciationLexicon library =
        PronunciationLexicon.read(
            HEAD
                + "<lexeme><grapheme>meja</grapheme><phoneme>a</phoneme></lexeme>"
                + "<lexeme><grapheme>meja tulis</grapheme><phoneme>b</phoneme></lexeme></lexicon>");
    PronunciationLexicon item =
        PronunciationLexicon.read(
            HEAD + "<lexeme><grapheme>meja</grapheme><phoneme>c</phoneme></lexeme></lexicon>");
    assertThat(
            Pronunciation.forLanguage("id-ID", List.of(library, item)).pieces("Meja, meja tulis"))
        .containsExactly(new Piece("Meja", "c"), new Piece(", ", ""), new Piece("meja tulis", "b"));
    assertThat(Pronunciation.forLanguage("en", List.of(library, item)).pieces("meja"))
        .containsExactly(new Piece("meja", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | <lexikon/> | the root is <lexicon>",
        "1 | <!DOCTYPE lexicon [<!ENTITY a 'b'>]><lexicon/> | a document type is not allowed",
        "3 | HEAD\\n<lexeme><phoneme>a</phoneme></lexeme></lexicon> | needs a <grapheme>",
        "3 | HEAD\\n<lexeme><grapheme>a</grapheme></lexeme></lexicon> | needs a <phoneme> or an <alias>",
        "4 | HEAD\\n<lexeme><grapheme>a</grapheme>\\n<phoneme>a€</phoneme></lexeme></lexicon> | not a sign of the IPA: €",
        "3 | HEAD\\n<lexeme><grapheme>7</grapheme><phoneme>a</phoneme></lexeme></lexicon> | begins with a letter",
        "3 | HEAD\\n<lexeme><grapheme> </grapheme><phoneme>a</phoneme></lexeme></lexicon> | needs 1 to 200 characters",
        "3 | HEAD\\n<word/></lexicon> | <word> is not allowed in <lexicon>",
        "3 | HEAD\\n<lexeme> | not XML",
      })
  void aFaultNamesItsLine(int line, String document, String message) {
    String xml = document.replace("HEAD", HEAD.strip() + "\n").replace("\\n", "\n");
    PronunciationLexicon.Fault fault =
        catchThrowableOfType(
            PronunciationLexicon.Fault.class, () -> PronunciationLexicon.read(xml.strip()));
    assertThat(fault).hasMessageContaining(message);
    assertThat(fault.line()).isLessThanOrEqualTo(line + 1).isGreaterThanOrEqualTo(line - 1);
  }

  @Test
  void theRootsAreReadInAnInstant() {
    IndonesianRoots.read();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    new IndonesianRoots();
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(nanos).isLessThan(60_000_000);
  }

  @Test
  void whatTheRootsTeachIsLearntInAnInstant() {
    IndonesianRoots roots = IndonesianRoots.read();
    new Likeness(roots.examples());
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    new Likeness(roots.examples());
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(nanos).isLessThan(300_000_000);
  }

  /** Each tenth root is kept from the model, which then has to say it. */
  @Test
  void rootsThatWereNotLearntAreSaidLikeThoseThatWere() {
    List<String> roots = IndonesianRoots.read().examples().stream().sorted().toList();
    List<String> learnt = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      (i % 10 == 0 ? kept : learnt).add(roots.get(i));
    }
    Likeness likeness = new Likeness(learnt);
    long right =
        kept.stream()
            .filter(root -> likeness.mark(IndonesianRoots.unmarked(root)).equals(root))
            .count();
    assertThat((double) right / kept.size()).isGreaterThan(0.82);
  }
}
