package org.titiktutur.embossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.titiktutur.braille.BrailleBook;
import org.titiktutur.braille.Page;

/** What a device would be sent, and what it is spared. Pages of {@code N} cells are called N. */
class PlanTest {

  private static final Device ONE_SIDE = Device.at(new Address.File(Path.of("embosser")));
  private static final Device BOTH_SIDES = ONE_SIDE.withDuplex(true);

  @Test
  void onOneSideEveryPageIsASheet() throws DoesNotFitException {
    Plan plan = Plan.of(ONE_SIDE, Books.withSheetsAt(5, 1, 4), PageRange.ALL, 2);
    assertThat(sides(plan)).isEqualTo("1 2 3 4 5 1 2 3 4 5");
    assertThat(plan.pages()).isEqualTo(10);
    assertThat(plan.sheets()).isEqualTo(10);
  }

  @Test
  void onBothSidesABlankBackPrecedesWhatMustBeginASheet() throws DoesNotFitException {
    Plan plan = Plan.of(BOTH_SIDES, Books.withSheetsAt(6, 1, 4), PageRange.ALL, 1);
    assertThat(sides(plan)).isEqualTo("1 2 3 - 4 5 6 -");
    assertThat(plan.pages()).isEqualTo(6);
    assertThat(plan.sheets()).isEqualTo(4);
  }

  @Test
  void aCopyBeginsASheet() throws DoesNotFitException {
    Plan plan = Plan.of(BOTH_SIDES, Books.withSheetsAt(3, 1), PageRange.ALL, 2);
    assertThat(sides(plan)).isEqualTo("1 2 3 - 1 2 3 -");
  }

  @Test
  void aRangeBeginsASheetWhereverItBegins() throws DoesNotFitException {
    PageRange range = PageRange.parse("2-5").orElseThrow();
    Plan plan = Plan.of(BOTH_SIDES, Books.withSheetsAt(6, 1, 4), range, 1);
    assertThat(sides(plan)).isEqualTo("2 3 4 5");
  }

  @Test
  void aPageOnABackIsResumedWithItsFront() throws DoesNotFitException {
    Plan plan = Plan.of(BOTH_SIDES, Books.withSheetsAt(6, 1, 4), PageRange.ALL, 1);
    assertThat(plan.items().stream().map(item -> item.at().resumeAt()))
        .containsExactly(1, 1, 3, 4, 4, 6);
  }

  @Test
  void whatIsLeftOfARunEndsWithItsOtherCopies() throws DoesNotFitException {
    Plan plan = Plan.of(BOTH_SIDES, Books.withSheetsAt(4, 1), PageRange.ALL, 3);
    assertThat(sides(plan.from(2, 2))).isEqualTo("2 3 4 - 1 2 3 4");
    assertThat(plan.from(2, 2).items().get(0).at()).isEqualTo(new Stop(2, 2, 2));
    assertThatThrownBy(() -> plan.from(4, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bytesAroundARunAndMarginsAreSent() throws DoesNotFitException {
    TextModel model =
        new TextModel(
            1, 2, Bytes.of("\n"), Bytes.of("\f"), Bytes.of("\u001B@"), Bytes.of("\u001A"));
    Device device = new Device("Romeo", ONE_SIDE.address(), model, new Paper(40, 25), false, 60);
    Plan plan = Plan.of(device, Books.SMALL, PageRange.ALL, 1);
    assertThat(bytes(plan)).isEqualTo("\u001B@\n    ,HALO1\n\n  DUNIA6\n\f\n  #AB\n\f\f\u001A");
    assertThat(plan.bytes()).isEqualTo(bytes(plan).length());
    assertThat(plan.estimate()).isEqualTo(Duration.ofMinutes(3));
  }

  @ParameterizedTest
  @CsvSource({
    "7x3, 'TOO_WIDE [1, 8, 7, 8x3, 7x3]'",
    "8x3, ''",
    "6x3, 'TOO_WIDE [1, 8, 6, 8x3, 6x3]'",
    "8x2, 'TOO_LONG [1, 3, 2, 8x3, 8x2]'"
  })
  void whatIsLargerThanThePaperDoesNotFit(String paper, String reason) {
    Device device = ONE_SIDE.with(Paper.parse(paper).orElseThrow());
    DoesNotFitException refused =
        catchThrowableOfType(
            DoesNotFitException.class, () -> Plan.of(device, Books.SMALL, PageRange.ALL, 1));
    assertThat(refused == null ? "" : refused.reason() + " " + refused.arguments())
        .isEqualTo(reason);
  }

  @Test
  void marginsTakeRoom() {
    TextModel model = new TextModel(1, 2, Bytes.of("\n"), Bytes.of("\f"), Bytes.NONE, Bytes.NONE);
    Device device = new Device("Romeo", ONE_SIDE.address(), model, new Paper(9, 4), false, 60);
    DoesNotFitException refused =
        catchThrowableOfType(
            DoesNotFitException.class, () -> Plan.of(device, Books.SMALL, PageRange.ALL, 1));
    assertThat(refused.arguments()).containsExactly("1", "8", "7", "10x4", "7x3");
  }

  @Test
  void onlyWhatIsAskedForMustFit() throws DoesNotFitException {
    PageRange second = PageRange.parse("2").orElseThrow();
    Device small = ONE_SIDE.with(new Paper(3, 1));
    assertThat(Plan.of(small, Books.SMALL, second, 1).pages()).isEqualTo(1);
  }

  @Test
  void eightDotsDoNotFitASixDotMachine() {
    BrailleBook book = BrailleBook.of(List.of(new Page(List.of("⠁")), new Page(List.of("", "⠁⡁"))));
    DoesNotFitException refused =
        catchThrowableOfType(
            DoesNotFitException.class, () -> Plan.of(ONE_SIDE, book, PageRange.ALL, 1));
    assertThat(refused.key()).isEqualTo("does-not-fit.eight-dots");
    assertThat(refused.arguments()).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2-4", "4-", "4"})
  void pagesThatAreNotThereAreNotLeftOutSilently(String range) {
    DoesNotFitException refused =
        catchThrowableOfType(
            DoesNotFitException.class,
            () -> Plan.of(ONE_SIDE, Books.SMALL, PageRange.parse(range).orElseThrow(), 1));
    assertThat(refused.reason()).isEqualTo(DoesNotFitException.Reason.NO_SUCH_PAGES);
    assertThat(refused.arguments()).containsExactly(range, "3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "-3", "0-3", "0", "7-3", "3-7-9", "a", "3 - 7", "9999999-"})
  void whatIsNoRangeIsNone(String text) {
    assertThat(PageRange.parse(text)).isEmpty();
  }

  @Test
  void aVolumeIsARangeOfPages() {
    BrailleBook book =
        new BrailleBook(
            "",
            Books.withSheetsAt(9, 1).pages(),
            new TreeSet<>(List.of(1)),
            new TreeSet<>(List.of(1, 4, 9)));
    assertThat(IntStream.rangeClosed(1, 3).mapToObj(each -> PageRange.ofVolume(book, each)))
        .map(PageRange::toString)
        .containsExactly("1-3", "4-8", "9");
    assertThatThrownBy(() -> PageRange.ofVolume(book, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The sides of paper in order, a stroke for a blank one. */
  private static String sides(Plan plan) {
    return Pattern.compile("[^\f]*\f")
        .matcher(bytes(plan))
        .results()
        .map(MatchResult::group)
        .map(side -> side.isBlank() ? "-" : String.valueOf(side.strip().length()))
        .collect(Collectors.joining(" "));
  }

  private static String bytes(Plan plan) {
    return IntStream.range(0, plan.items().size())
        .mapToObj(item -> new String(plan.bytes(item), StandardCharsets.US_ASCII))
        .collect(Collectors.joining());
  }
}
