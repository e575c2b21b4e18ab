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
    if (duplex && !model.hasTwoSides()) {
      throw new IllegalArgumentException(model.id() + " embosses one side");
    }
    if (model.room(paper, duplex).isEmpty()) {
      throw new IllegalArgumentException(model.id() + " does not take " + paper);
    }
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

  /** The largest page that goes on its paper. */
  public Paper room() {
    return model.room(paper, duplex).orElseThrow();
  }

  public Device with(Paper other) {
    return new Device(name, address, model, other, duplex, pagesPerHour);
  }

  public Device withDuplex(boolean both) {
    return new Device(name, address, model, paper, both, pagesPerHour);
  }
}
