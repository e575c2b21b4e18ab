package org.titiktutur.braille;

import java.util.Arrays;
import java.util.List;

/** For each character of a result the place of the one that it came from. */
final class Positions {

  private final int[] places;

  /**
   * Takes over the array.
   *
   * @param length how many of its places count
   */
  Positions(int[] places, int length) {
    this.places = places.length == length ? places : Arrays.copyOf(places, length);
  }

  int of(int index) {
    return places[index];
  }

  int size() {
    return places.length;
  }

  List<Integer> toList() {
    return Arrays.stream(places).boxed().toList();
  }
}
