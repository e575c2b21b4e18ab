package org.titiktutur.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one kind of writing: what it looks like, and what is said for it. */
final class Rule {

  /** Says what was found, or finds that it is something else. */
  @FunctionalInterface
  interface Reading {
    /** Whether it was said. */
    boolean read(Matcher found, Saying saying);
  }

  private final Matcher matcher;
  private final Reading reading;

  /**
   * A rule.
   *
   * @param pattern matched at one place; may look behind and ahead. Its repetitions are bounded, or
   *     of single characters: texts of a megabyte without a space come by
   */
  Rule(String pattern, Reading reading) {
    matcher =
        Pattern.compile(pattern).matcher("").useTransparentBounds(true).useAnchoringBounds(false);
    this.reading = reading;
  }

  /** Where what was read here ends, or −1 if this rule does not read it. */
  int read(String text, int at, Saying saying) {
    matcher.reset(text).region(at, text.length());
    return matcher.lookingAt() && reading.read(matcher, saying) ? matcher.end() : -1;
  }
}
