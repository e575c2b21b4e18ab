package org.titiktutur.braille;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BrailleBookTest {

  private static final List<Page> PAGES =
      List.of(new Page(List.of("⠁⠃⠉", "⠁")), new Page(List.of("⠁", "", "⡀")), new Page(List.of()));

  @Test
  void itKnowsHowMuchRoomItNeeds() {
    BrailleBook book = BrailleBook.of(PAGES);
    assertThat(book.cells()).isEqualTo(3);
    assertThat(book.rows()).isEqualTo(3);
    assertThat(book.page(2).hasEightDots()).isTrue();
    assertThat(book.page(1).hasEightDots()).isFalse();
  }

  @Test
  void volumesBeginSheets() {
    assertThat(new BrailleBook("", PAGES, set(2), set(1, 3)).sheets()).containsExactly(1, 2, 3);
  }

  @Test
  void whatBeginsOutsideTheBookIsRefused() {
    assertThatThrownBy(() -> new BrailleBook("", PAGES, set(4), set(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BrailleBook("", PAGES, set(0), set(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BrailleBook("", PAGES, set(1), set(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BrailleBook.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SortedSet<Integer> set(Integer... numbers) {
    return new TreeSet<>(List.of(numbers));
  }
}
