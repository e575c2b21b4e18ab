package org.titiktutur.extraction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Set;
import org.titiktutur.workshop.Signs;

/**
 * What a reader is given: the file, and a line to whoever waits.
 *
 * @param source the file
 * @param name what it is called before strangers and in findings: its file name
 * @param avoid units that killed a reader before and must be left out
 */
record Reading(Path source, String name, SourceKind kind, Set<String> avoid, Signs signs) {

  /** The name of the sign that tells which unit is being read. */
  static final String UNIT = "unit";

  Reading {
    avoid = Set.copyOf(avoid);
  }

  /** Says that this unit (a chapter's file, a range of pages) is about to be read. */
  void begin(String unit) {
    signs.give(JsonNodeFactory.instance.objectNode().put(UNIT, unit));
  }

  boolean avoids(String unit) {
    return avoid.contains(unit);
  }

  /** What the file's name says about the title: without its extension, words apart. */
  String titleOfName() {
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ');
  }
}
