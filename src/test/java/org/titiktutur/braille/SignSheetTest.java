package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The sheet of signs in docs is what the tables say today. */
class SignSheetTest {

  private static final Path SHEET = Path.of("docs/tanda-braille.html");

  @Test
  void theSheetIsThatOfTheTables() throws IOException {
    Path now = Path.of("target/tanda-braille.html");
    Files.writeString(now, SignSheet.of(Path.of("braille-tables")));
    assertThat(SHEET)
        .as("the tables have changed; to renew the sheet: cp %s %s", now, SHEET)
        .hasSameTextualContentAs(now);
  }

  @Test
  void everySignOfPartsOfWordsIsOnIt() throws IOException {
    String sheet = SignSheet.of(Path.of("braille-tables"));
    assertThat(sheet)
        .contains("<th scope=\"row\">ngg</th>", "titik 123456")
        .contains("<th scope=\"row\">tanda angka</th>", "titik 3456")
        .contains("<th scope=\"row\">sedangkan</th>", "titik 3456, 12356")
        .contains("<th scope=\"row\">&lt;</th>", "titik 4, 126");
  }
}
