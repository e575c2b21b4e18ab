package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a book is cut into volumes: at the beginning of a chapter if one is near, else of a
 * section, else of a paragraph, and so that the volumes become about as thick as each other.
 */
final class Volumes {

  /** How far a cut may be moved for the beginning of each, as a share of a full volume. */
  private static final double FOR_A_CHAPTER = 0.3;

  private static final double FOR_A_HEADING = 0.2;
  private static final double FOR_A_BLOCK = 0.1;

  private final List<Side.Opening> sides;
  private final Sheets sheets;
  private final int most;

  /**
   * Sides of text in a volume.
   *
   * @param from counted from 0
   * @param to behind the last
   */
  record Volume(int from, int to) {}

  /** How thick a volume becomes. */
  @FunctionalInterface
  interface Sheets {
    /**
     * Sheets that it has with all that belongs to it.
     *
     * @param number of the volume, from 1
     */
    int of(int number, Volume volume);
  }

  private Volumes(List<Side.Opening> sides, Sheets sheets, int most) {
    this.sides = sides;
    this.sheets = sheets;
    this.most = most;
  }

  /**
   * Cuts.
   *
   * @param sides what each begins with
   * @param most sheets in a volume; only one that holds a single side may have more. 0 for no limit
   */
  static List<Volume> of(List<Side.Opening> sides, Sheets sheets, int most) {
    Volume all = new Volume(0, sides.size());
    return most == 0 || sides.isEmpty() || sheets.of(1, all) <= most
        ? List.of(all)
        : new Volumes(sides, sheets, most).cut();
  }

  private List<Volume> cut() {
    List<Volume> volumes = new ArrayList<>();
    int from = 0;
    while (from < sides.size()) {
      int full = full(volumes.size() + 1, from);
      int to = full == sides.size() ? full : best(from, full);
      volumes.add(new Volume(from, to));
      from = to;
    }
    return volumes;
  }

  /** Behind the last side that a volume can hold; by halves, for each look at it is dear. */
  private int full(int number, int from) {
    int fits = from + 1;
    int tooMany = Math.min(sides.size(), from + 2 * most) + 1;
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) / 2;
      if (sheets.of(number, new Volume(from, middle)) <= most) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return fits;
  }

  private int best(int from, int full) {
    int size = full - from;
    int volumesLeft = (sides.size() - from + size - 1) / size;
    int ideal = from + (sides.size() - from + volumesLeft - 1) / volumesLeft;
    int best = full;
    double least = Double.MAX_VALUE;
    for (int at = from + 1; at <= full; at++) {
      double away = Math.abs(at - ideal) + size * (FOR_A_CHAPTER - worth(sides.get(at)));
      if (away <= least) {
        least = away;
        best = at;
      }
    }
    return best;
  }

  private static double worth(Side.Opening opening) {
    return switch (opening) {
      case CHAPTER -> FOR_A_CHAPTER;
      case HEADING -> FOR_A_HEADING;
      case BLOCK -> FOR_A_BLOCK;
      case NOTHING -> 0;
    };
  }
}
