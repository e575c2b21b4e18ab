package org.titiktutur.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engines of this process, each started when it is first needed. */
final class Engines {

  private final Map<String, Optional<Engine>> started = new LinkedHashMap<>();

  /** The engine of this name, if there is one and it runs on this machine. */
  Optional<Engine> find(String name) {
    return started.computeIfAbsent(name, Engines::start);
  }

  private static Optional<Engine> start(String name) {
    try {
      return switch (name) {
        case EspeakNg.NAME -> Optional.of(EspeakNg.start());
        case FreeTts.NAME -> Optional.of(new FreeTts());
        default -> Optional.empty();
      };
    } catch (UnsatisfiedLinkError none) {
      return Optional.empty();
    }
  }

  boolean has(Voice voice) {
    return find(voice.engine()).map(engine -> engine.has(voice.name())).orElse(false);
  }

  /** All that run here. */
  List<Engine> all() {
    List<Engine> all = new ArrayList<>();
    find(FreeTts.NAME).ifPresent(all::add);
    find(EspeakNg.NAME).ifPresent(all::add);
    return all;
  }
}
