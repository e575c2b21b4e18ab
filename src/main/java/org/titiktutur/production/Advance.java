package org.titiktutur.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.titiktutur.publication.Publication;

/** Adds up how far each part of a book is, by characters. Safe for any thread. */
final class Advance {

  private final List<Publication.Entry> parts;
  private final Progress.Stage stage;
  private final Progress progress;
  private final double all;
  private final Map<Integer, Double> done = new HashMap<>();
  private double sum;

  Advance(List<Publication.Entry> parts, Progress.Stage stage, Progress progress) {
    this.parts = parts;
    this.stage = stage;
    this.progress = progress;
    this.all = Math.max(1, parts.stream().mapToDouble(Publication.Entry::characters).sum());
  }

  synchronized void at(Publication.Entry part, int sentences) {
    double now = (double) part.characters() * sentences / Math.max(1, part.sentences());
    Double before = done.put(part.number(), now);
    sum += now - (before == null ? 0 : before);
    progress.at(stage, part.number(), parts.size(), Math.min(1, sum / all));
  }
}
