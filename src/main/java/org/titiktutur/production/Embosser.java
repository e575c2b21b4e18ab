package org.titiktutur.production;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.titiktutur.embossing.Address;
import org.titiktutur.embossing.AddressException;
import org.titiktutur.embossing.Catalogue;
import org.titiktutur.embossing.Device;
import org.titiktutur.embossing.Model;
import org.titiktutur.embossing.Paper;

/**
 * A device that the administrator configured; the desk sends to no other.
 *
 * @param id by which it is asked for
 */
public record Embosser(String id, Device device) {

  private static final String ID = "[a-z0-9][a-z0-9-]{0,31}";

  public Embosser {
    requireNonNull(device);
    if (!id.matches(ID)) {
      throw new IllegalArgumentException(id);
    }
  }

  /**
   * An embosser as a configuration writes it.
   *
   * @param id lower-case letters, digits and hyphens
   * @param name as staff call it; empty: its id
   * @param address {@code tcp://HOST[:PORT]} or {@code file:PATH}
   * @param model by its name in the {@link Catalogue}; empty: any that takes text
   * @param paper as {@link Paper#parse} reads it; empty: the largest of the usual
   * @param duplex whether it embosses both sides of a sheet
   * @param pagesPerHour for estimates only; empty: what is usual
   * @throws BadOptionException names what does not fit: {@code id}, {@code address}, {@code model},
   *     {@code paper}, {@code duplex} or {@code pages-per-hour}
   */
  public static Embosser of(
      String id,
      Optional<String> name,
      String address,
      Optional<String> model,
      Optional<String> paper,
      boolean duplex,
      Optional<Integer> pagesPerHour)
      throws BadOptionException {
    if (!id.matches(ID)) {
      throw new BadOptionException("id", id);
    }
    Device device;
    try {
      device = Device.at(Address.parse(address));
    } catch (AddressException e) {
      throw new BadOptionException("address", address);
    }
    if (pagesPerHour.isPresent() && pagesPerHour.get() < 1) {
      throw new BadOptionException("pages-per-hour", String.valueOf(pagesPerHour.get()));
    }
    Model kind = device.model();
    if (model.isPresent()) {
      kind =
          Catalogue.find(model.get())
              .orElseThrow(() -> new BadOptionException("model", model.get()));
    }
    Paper loaded = device.paper();
    if (paper.isPresent()) {
      loaded =
          Paper.parse(paper.get()).orElseThrow(() -> new BadOptionException("paper", paper.get()));
    }
    if (duplex && !kind.hasTwoSides()) {
      throw new BadOptionException("duplex", kind.id());
    }
    if (kind.room(loaded, duplex).isEmpty()) {
      throw new BadOptionException("paper", loaded.toString());
    }
    return new Embosser(
        id,
        new Device(
            name.orElse(id),
            device.address(),
            kind,
            loaded,
            duplex,
            pagesPerHour.orElse(Device.USUAL_PAGES_PER_HOUR)));
  }

  /** As staff call it. */
  public String name() {
    return device.name();
  }

  /** Where it is reached; not for everybody's eyes. */
  public String address() {
    return device.address().toString();
  }

  /** By its name in the catalogue. */
  public String model() {
    return device.model().id();
  }

  /** What is loaded: cells and rows, {@code 40x25}, or a size, {@code 210x297mm}. */
  public String paper() {
    return device.paper().toString();
  }

  /** Whether it embosses both sides of a sheet. */
  public boolean duplex() {
    return device.duplex();
  }

  public int pagesPerHour() {
    return device.pagesPerHour();
  }
}
