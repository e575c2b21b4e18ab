package org.titiktutur.embossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.titiktutur.braille.Page;

/** What each model of the catalogue is sent. */
class CatalogueTest {

  private static final Page HELLO = new Page(List.of("⠓⠁⠇⠕", "", "⠌⠡⠿"));
  private static final Page NOTHING = new Page(List.of());
  private static final List<Page> THREE = List.of(HELLO, NOTHING, new Page(List.of("⠁")));

  private static final List<Paper> PAPERS =
      Stream.of("a4", "11x11.5in", "8.5x11in", "11.5x11in", "8x4in")
          .map(text -> Paper.parse(text).orElseThrow())
          .toList();

  static Stream<Model> models() {
    return Catalogue.models().stream();
  }

  @Test
  void everyModelOfBrailleUtilsIsHereButThoseThatItCannotDrive() {
    assertThat(Catalogue.models()).hasSize(1 + 62 - 8);
    assertThat(models().map(Model::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9-]+"));
    assertThat(Catalogue.find(" Index-Everest-D-V5 ")).isPresent();
    assertThat(Catalogue.find("index-everest")).isEmpty();
  }

  /** Only so can a run be resumed at a page. */
  @ParameterizedTest
  @MethodSource("models")
  void eachSideIsAPieceOfItsOwn(Model model) {
    Paper paper = paper(model, false).orElseThrow();
    for (boolean bothSides :
        model.hasTwoSides() ? new boolean[] {false, true} : new boolean[] {false}) {
      List<byte[]> one = model.run(List.of(HELLO), paper, bothSides);
      List<byte[]> run = model.run(List.of(HELLO, HELLO, HELLO, HELLO), paper, bothSides);
      assertThat(run).hasSize(4);
      // The second and third side are told nothing but themselves.
      assertThat(run.get(2)).isEqualTo(run.get(1)).hasSizeLessThan(40);
      assertThat(text(run.get(0))).startsWith(head(model, one, run)).endsWith(text(run.get(1)));
      assertThat(text(run.get(3))).startsWith(text(run.get(1)));
    }
  }

  private static String head(Model model, List<byte[]> one, List<byte[]> run) {
    String first = text(run.get(0));
    String head = first.substring(0, first.length() - text(run.get(1)).length());
    assertThat(text(one.get(0))).as(model.id()).startsWith(head);
    return head;
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatFillsItsRoomIsTakenAndTheSameRunIsTheSameBytes(Model model) {
    Paper paper = paper(model, false).orElseThrow();
    Paper room = model.room(paper, false).orElseThrow();
    Page full = new Page(Collections.nCopies(room.rows(), "⠿".repeat(room.cells())));
    byte[] bytes = joined(model.run(List.of(full, full), paper, false));
    assertThat(bytes).isEqualTo(joined(model.run(List.of(full, full), paper, false)));
    assertThat(bytes.length).isGreaterThanOrEqualTo(2 * room.rows() * room.cells());
  }

  @ParameterizedTest
  @MethodSource("models")
  void eightDotsGoWhereAModelHasThem(Model model) {
    if (model.hasEightDots()) {
      Page eight = new Page(List.of("⡁⣿", "⠁"));
      List<byte[]> run = model.run(List.of(eight, eight), paper(model, false).orElseThrow(), false);
      assertThat(run).hasSize(2);
      assertThat(run.get(1).length).isPositive();
    } else {
      assertThat(model.id()).doesNotContain("-v4", "-v5");
    }
  }

  /** Written by this test with {@code -Dgolden.write=true}, read by people. */
  @ParameterizedTest
  @CsvSource({
    "generic, a4, false",
    "index-basic-d-v5, 11x11.5in, true",
    "index-everest-d-v4, a4, true",
    "index-basic-s-v3, 11x11.5in, false",
    "index-everest-d-v2, a4, true",
    "braillo-200, 11x11.5in, true",
    "braillo-270, 11x11.5in, true",
    "braillo-400-sr, 11x11.5in, true",
    "romeo-pro-50, 11x11.5in, false",
    "juliet-pro-60, 11x11.5in, true",
    "elite-200, a4, true",
    "cub, a4, false",
    "impacto-600, a4, true",
    "mountbatten-pro, a4, false"
  })
  void theBytesAreThoseThatWereLookedAt(String id, String paper, boolean bothSides)
      throws IOException {
    Model model = Catalogue.find(id).orElseThrow();
    boolean both = bothSides && model.hasTwoSides();
    String sent =
        model.run(THREE, Paper.parse(paper).orElseThrow(), both).stream()
            .map(CatalogueTest::readable)
            .collect(Collectors.joining("\n", "", "\n"));
    String name = "embossing/" + id + ".txt";
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(Path.of("src/test/resources").resolve(name), sent);
    }
    try (InputStream golden = CatalogueTest.class.getResourceAsStream("/" + name)) {
      assertThat(sent).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void paperThatAModelDoesNotTakeIsNoRoom() {
    Model everest = Catalogue.find("index-everest-d-v5").orElseThrow();
    assertThat(everest.room(Paper.parse("40x40in").orElseThrow(), false)).isEmpty();
    Model romeo = Catalogue.find("romeo-pro-50").orElseThrow();
    assertThat(romeo.room(Paper.parse("a4").orElseThrow(), true)).isEmpty();
    assertThatThrownBy(
            () ->
                new Device(
                    "Romeo",
                    Device.at(new Address.File(Path.of("x"))).address(),
                    romeo,
                    Paper.parse("a4").orElseThrow(),
                    true,
                    60))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<Paper> paper(Model model, boolean bothSides) {
    return PAPERS.stream().filter(paper -> model.room(paper, bothSides).isPresent()).findFirst();
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A line for each piece: what is printed as it is, the rest by name or number. */
  private static String readable(byte[] piece) {
    StringBuilder line = new StringBuilder();
    for (byte each : piece) {
      int code = each & 0xff;
      line.append(
          switch (code) {
            case '\r' -> "<CR>";
            case '\n' -> "<LF>";
            case '\f' -> "<FF>";
            case 0x1b -> "<ESC>";
            default ->
                code >= 0x20 && code < 0x7f && code != '<'
                    ? String.valueOf((char) code)
                    : String.format("<%02X>", code);
          });
    }
    return line.toString();
  }
}
