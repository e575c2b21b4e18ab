package org.titiktutur.catalog;

/** How many findings there are of each severity. */
public record FindingCounts(int info, int warning, int error) {
  public static final FindingCounts NONE = new FindingCounts(0, 0, 0);
}
