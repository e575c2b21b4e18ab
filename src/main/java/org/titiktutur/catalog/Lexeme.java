package org.titiktutur.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * A word of a lexicon and how it is said.
 *
 * @param item whose lexicon; empty: the library's
 * @param language first subtag of BCP 47: it counts for all variants of the language
 * @param written as books have it
 * @param said IPA, or what is read in place of it
 * @param version counts its changes, from 1
 * @param present false once it was taken out; it can be put back
 * @param deed what it was changed by: all changes of one deed are undone together
 * @param who changed it last
 */
public record Lexeme(
    String id,
    Optional<String> item,
    String language,
    String written,
    Kind kind,
    String said,
    long version,
    boolean present,
    String deed,
    String who,
    Instant changed) {

  /** How it is told what is said. */
  public enum Kind {
    IPA,
    ALIAS
  }
}
