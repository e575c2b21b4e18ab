package org.titiktutur.embossing;

import java.util.List;
import java.util.Optional;
import org.titiktutur.braille.Page;

/** A kind of machine: which bytes it wants. */
public interface Model {

  /** Lower-case letters, digits and hyphens; what configurations say. */
  String id();

  /**
   * The largest page that goes on a paper, when the model's own margins are taken off.
   *
   * @param bothSides whether both sides of a sheet are embossed
   * @return empty if the model does not take such paper
   */
  Optional<Paper> room(Paper paper, boolean bothSides);

  /** Whether it embosses dots 7 and 8. */
  boolean hasEightDots();

  /** Whether it can emboss both sides of a sheet. */
  boolean hasTwoSides();

  /**
   * What a run is sent: a piece for each side of paper, in order. The first has what the machine is
   * told before, the last what ends the run, and each what ends its side, the last one too: what is
   * not ended stays in the machine and would share its sheet with the next run.
   *
   * @param sides one or more; each fits {@link #room}, and has eight dots only if the model has
   *     them; with {@code bothSides} front and back by turns, else fronts only
   * @param paper that there is {@link #room} on
   */
  List<byte[]> run(List<Page> sides, Paper paper, boolean bothSides);
}
