package org.titiktutur.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.titiktutur.publication.FindingCode;

/**
 * {@code docs/findings.md} is written from the codes and their sentences. Where it is out of date,
 * run this test with {@code -Dtitik.write-docs=true}.
 */
class FindingsDocumentTest {

  private static final Path DOCUMENT = Path.of("docs/findings.md");

  @Test
  void theDocumentSaysWhatIsTrueNow() throws IOException {
    if (Boolean.getBoolean("titik.write-docs")) {
      Files.writeString(DOCUMENT, document());
    }
    assertThat(DOCUMENT).hasContent(document());
  }

  private static String document() {
    StringBuilder text =
        new StringBuilder(
            """
            # Findings / Temuan

            Every finding has a stable code: scripts may depend on it. `error`: something of the book is missing, or it was refused. `warning`:
            something is doubtful or poorer than in print. `info`: nothing is lost. {0}, {1} … are what was found.
            """);
    Phrases english = new Phrases("findings", Tongue.ENGLISH);
    Phrases indonesian = new Phrases("findings", Tongue.INDONESIAN);
    for (FindingCode code : FindingCode.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n## %s (%s)%n%n- %s%n- %s%n",
              code.code(),
              code.severity().name().toLowerCase(Locale.ROOT),
              sentence(english, code),
              sentence(indonesian, code)));
    }
    return text.toString();
  }

  private static String sentence(Phrases words, FindingCode code) {
    return words.pattern(code.code()) + " *" + words.pattern(code.code() + ".do") + "*";
  }
}
