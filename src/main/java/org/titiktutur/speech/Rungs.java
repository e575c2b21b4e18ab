package org.titiktutur.speech;

/**
 * Which libraries may be used: a system's own are faster, those in our jars are always there.
 * {@code TITIK_RUNG=bundled} (or the system property {@code titik.rung}) leaves the system's aside,
 * for tests and benchmarks.
 */
final class Rungs {

  private Rungs() {}

  static boolean systemLibraries() {
    String rung = System.getProperty("titik.rung", System.getenv("TITIK_RUNG"));
    return !"bundled".equals(rung);
  }
}
