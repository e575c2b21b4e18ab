package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.braille.BrailleTable.Contraction;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;

class BrailleTablesTest {

  private static final BrailleTables TABLES = Engine.TABLES;

  @TempDir Path folder;

  @Test
  void oursSayWhatTheyAre() {
    assertThat(TABLES.find("id-g1"))
        .contains(
            new BrailleTable(
                "id-g1",
                List.of("id"),
                "Indonesian uncontracted braille",
                "1",
                Contraction.NONE,
                6,
                true,
                false,
                true));
    assertThat(TABLES.find("id-g2"))
        .contains(
            new BrailleTable(
                "id-g2",
                List.of("id"),
                "Indonesian contracted braille",
                "2",
                Contraction.FULL,
                6,
                true,
                false,
                true));
  }

  @Test
  void thoseOfLiblouisAreListedToo() {
    assertThat(TABLES.list())
        .hasSizeGreaterThan(200)
        .extracting(BrailleTable::id)
        .contains("id-g1", "id-g2", "en-ueb-g2", "ms-my-g2", "ar")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "id, id-g1, true",
    "id-ID, id-g1, true",
    "en, en-ueb-g2, true",
    "en-GB, en-ueb-g2, true",
    "ms, ms-my-g2, true",
    "de, de-g0, true",
    "es, es, true",
    "fr, fr-bfu-comp6, true",
    "ar, ar, true",
    "tr, tr-g1, true",
    "jv, id-g1, false",
    "xx, id-g1, false"
  })
  void aBookGetsTheTableOfItsLanguage(String language, String table, boolean fits)
      throws BrailleUnavailable {
    BrailleTables.Choice choice = TABLES.choose(new Language(language, Origin.DECLARED), null);
    assertThat(choice.table().id()).isEqualTo(table);
    assertThat(choice.fits()).isEqualTo(fits);
  }

  @Test
  void aBookGetsTheTableItIsAskedFor() throws BrailleUnavailable {
    assertThat(TABLES.choose(Language.DEFAULT, "en-ueb-g1").table().id()).isEqualTo("en-ueb-g1");
    assertThatThrownBy(() -> TABLES.choose(Language.DEFAULT, "id-g7"))
        .isInstanceOfSatisfying(
            BrailleUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(BrailleUnavailable.Reason.NO_TABLE));
  }

  @Test
  void ofOneNameTheContractedFileIsMeant() {
    assertThat(TABLES.file("bg").orElseThrow().getFileName()).hasToString("bg.ctb");
    assertThat(TABLES.file("ta").orElseThrow().getFileName()).hasToString("ta.ctb");
  }

  @Test
  void earlierFoldersHideLaterOnes() throws IOException {
    Path ours = Files.createDirectory(folder.resolve("ours"));
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.writeString(theirs.resolve("xy.ctb"), "#+language: xy\n#-display-name: Theirs\n");
    Files.writeString(
        ours.resolve("xy.utb"), "#+language: xy\n#-display-name: Ours\n\ninclude xy.ctb\n");
    Files.writeString(ours.resolve("part.uti"), "#+language: xy\n");
    BrailleTables tables = new BrailleTables(List.of(ours, theirs));
    assertThat(tables.list()).extracting(BrailleTable::name).containsExactly("Ours");
    assertThat(tables.included("xy.ctb", ours.resolve("xy.utb")))
        .contains(theirs.resolve("xy.ctb"));
  }

  @Test
  void aTableMayIncludeTheOneItHides() throws IOException {
    Path ours = Files.createDirectory(folder.resolve("ours"));
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Files.writeString(ours.resolve("xy.ctb"), "include xy.ctb\n");
    Files.writeString(theirs.resolve("xy.ctb"), "space \\s 0\n");
    BrailleTables tables = new BrailleTables(List.of(ours, theirs));
    assertThat(tables.included("xy.ctb", ours.resolve("xy.ctb")))
        .contains(theirs.resolve("xy.ctb"));
  }

  @ParameterizedTest
  @CsvSource({"../id-g1", "/etc/passwd", "a/b", "''", ".", "id-g1.ctb"})
  void namesAreNotPaths(String name) {
    assertThat(TABLES.find(name)).isEmpty();
  }
}
