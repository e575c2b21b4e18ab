package org.titiktutur.embossing;

import static java.util.Objects.requireNonNull;

/**
 * An embosser with paper in it.
 *
 * @param name as staff call it; its address where it has none
 * @param duplex whether it embosses both sides of a sheet; it is set so at the machine
 * @param pagesPerHour for estimates only
 */
public record Device(
    String name, Address address, Model model, Paper paper, boolean duplex, int pagesPerHour) {

  /**
   * What an embosser for one or two people does, about 100 cells a second; machines for printing
   * houses do six times as much.
   */
  public static final int USUAL_PAGES_PER_HOUR = 300;

  public Device {
    requireNonNull(name);
    requireNonNull(address);
    requireNonNull(model);
    requireNonNull(paper);
    requireNonNull(model.room(paper));
    if (pagesPerHour < 1) {
      throw new IllegalArgumentException(pagesPerHour + " pages an hour");
    }
  }

  /** A generic text embosser of which nothing but its address is known. */
  public static Device at(Address address) {
    return new Device(
        address.toString(),
        address,
        TextModel.GENERIC,
        Paper.LARGEST_USUAL,
        false,
        USUAL_PAGES_PER_HOUR);
  }

  public Device with(Paper other) {
    return new Device(name, address, model, other, duplex, pagesPerHour);
  }

  public Device withDuplex(boolean both) {
    return new Device(name, address, model, paper, both, pagesPerHour);
  }
}
