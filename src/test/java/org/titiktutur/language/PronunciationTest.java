package org.titiktutur.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.language.Pronunciation.Piece;
import org.titiktutur.language.PronunciationLexicon.Entry;

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
        "1 | <lexikon/> | no-lexicon",
        "1 | <!DOCTYPE lexicon [<!ENTITY a 'b'>]><lexicon/> | doctype",
        "3 | HEAD\\n<lexeme><phoneme>a</phoneme></lexeme></lexicon> | no-grapheme",
        "3 | HEAD\\n<lexeme><grapheme>a</grapheme></lexeme></lexicon> | no-phoneme",
        "4 | HEAD\\n<lexeme><grapheme>a</grapheme>\\n<phoneme>a€</phoneme></lexeme></lexicon> | not-ipa: €",
        "3 | HEAD\\n<lexeme><grapheme>7</grapheme><phoneme>a</phoneme></lexeme></lexicon> | no-letter-first: 7",
        "3 | HEAD\\n<lexeme><grapheme>a.b</grapheme><phoneme>a</phoneme></lexeme></lexicon> | not-a-word: a.b",
        "3 | HEAD\\n<lexeme><grapheme> </grapheme><phoneme>a</phoneme></lexeme></lexicon> | length: grapheme",
        "3 | HEAD\\n<word/></lexicon> | element: word",
        "3 | HEAD\\n<lexeme> | not-xml",
      })
  void aFaultNamesItsLine(int line, String document, String message) {
    String xml = document.replace("HEAD", HEAD.strip() + "\n").replace("\\n", "\n");
    PronunciationLexicon.Fault fault =
        catchThrowableOfType(
            PronunciationLexicon.Fault.class, () -> PronunciationLexicon.read(xml.strip()));
    assertThat(fault).hasMessageContaining(message);
    assertThat(fault.found().line()).isLessThanOrEqualTo(line + 1).isGreaterThanOrEqualTo(line - 1);
  }

  @Test
  void whatIsWrongWithOneWordDoesNotHideTheNext() {
    PronunciationLexicon.Document document =
        PronunciationLexicon.examine(
            HEAD
                + "<lexeme><grapheme>a</grapheme></lexeme>\n"
                + "<lexeme><grapheme>meja</grapheme><phoneme>a€</phoneme></lexeme>\n"
                + "<lexeme><grapheme>kursi</grapheme><alias>bangku</alias></lexeme></lexicon>");
    assertThat(document.flaws())
        .extracting(each -> each.line() + each.flaw().code())
        .containsExactly("2no-phoneme", "3not-ipa");
    assertThat(document.entries()).containsExactly(new Entry(4, "kursi", "bangku", true));
  }

  @Test
  void anAliasMayStandForWhatIsNoWord() throws Exception {
    PronunciationLexicon lexicon =
        PronunciationLexicon.read(
            PronunciationLexicon.write(
                "id",
                List.of(
                    new Entry(0, "Jl. Mawar", "Jalan Mawar", true),
                    new Entry(0, "covid-19", "kovid sembilan belas", true))));
    assertThat(
            Pronunciation.forLanguage("id", List.of(lexicon))
                .withAliases("Di jl. mawar. Jl. Mawarni, COVID-19, COVID-190."))
        .isEqualTo("Di Jalan Mawar. Jl. Mawarni, kovid sembilan belas, COVID-190.");
  }

  @Test
  void whatIsWrittenIsReadTheSame() {
    List<Entry> entries =
        List.of(
            new Entry(2, "Soekarno", "suˈkarno", false), new Entry(3, "A&B <x>", "a & b", true));
    PronunciationLexicon.Document read =
        PronunciationLexicon.examine(PronunciationLexicon.write("en-GB", entries));
    assertThat(read.flaws()).isEmpty();
    assertThat(read.language()).isEqualTo("en-GB");
    assertThat(read.entries())
        .extracting(Entry::written, Entry::said, Entry::alias)
        .containsExactly(tuple("Soekarno", "suˈkarno", false), tuple("A&B <x>", "a & b", true));
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
