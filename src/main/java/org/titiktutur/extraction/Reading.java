package org.titiktutur.extraction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Set;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.workshop.Signs;

/** What a reader is given: the file, and a line to whoever waits. */
final class Reading {

  /** The name of the sign that tells which unit is being read. */
  static final String UNIT = "unit";

  private static final long NANOS_BETWEEN_PULSES = 500_000_000;

  private final Path source;
  private final String name;
  private final SourceKind kind;
  private final Path folder;
  private final Set<String> avoid;
  private final Signs signs;
  private String unit;
  private long lastSign;

  /**
   * A reading that begins.
   *
   * @param name what the file is called before strangers and in findings
   * @param folder where a reader may keep what it needs meanwhile, and deletes it
   * @param avoid units that ended a reader before and must be left out
   */
  Reading(Path source, String name, SourceKind kind, Path folder, Set<String> avoid, Signs signs) {
    this.source = source;
    this.name = name;
    this.kind = kind;
    this.folder = folder;
    this.avoid = Set.copyOf(avoid);
    this.signs = signs;
  }

  Path source() {
    return source;
  }

  String name() {
    return name;
  }

  SourceKind kind() {
    return kind;
  }

  Path folder() {
    return folder;
  }

  /** Says that this unit (a chapter's file, a range of pages) is about to be read. */
  void begin(String next) {
    unit = next;
    sign();
  }

  /** Says that no unit is being read any more. */
  void endUnits() {
    begin(null);
  }

  /** Says that reading goes on; cheap, for every block. */
  void pulse() {
    if (System.nanoTime() - lastSign > NANOS_BETWEEN_PULSES) {
      sign();
    }
  }

  private void sign() {
    lastSign = System.nanoTime();
    signs.give(JsonNodeFactory.instance.objectNode().put(UNIT, unit));
  }

  boolean avoids(String other) {
    return avoid.contains(other);
  }

  /** A refusal of what is no such file, or no longer whole. */
  Refusal damaged() {
    return new Refusal(FindingCode.SOURCE_DAMAGED, name, kind.label());
  }

  /** A refusal of what would grow without end. */
  Refusal swelling() {
    return new Refusal(FindingCode.SOURCE_BOMB, name);
  }

  /** What the file's name says about the title: without its extension, words apart. */
  String titleOfName() {
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ');
  }
}
