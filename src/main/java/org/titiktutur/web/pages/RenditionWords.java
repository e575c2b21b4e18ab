package org.titiktutur.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.titiktutur.catalog.FindingCounts;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.RenditionFile;

/** What is said of a rendition, and where it is to be found. */
final class RenditionWords {

  private static final List<String> OPTIONS =
      List.of("voice", "speed", "quality", "braille", "page", "points", "sheets");

  /** Options whose values are words of their own. */
  private static final List<String> PICKED =
      List.of("passages", "duplex", "numbering", "hyphenate", "tables");

  private RenditionWords() {}

  /** Where it stands, for the ear. */
  static String state(Rendition rendition, Words w) {
    return switch (rendition.state()) {
      case WAITING ->
          rendition.place().isPresent()
              ? w.say("progress.waiting.place", w.number(rendition.place().getAsInt()))
              : w.say("progress.waiting");
      case MAKING ->
          w.say(
              "progress.making",
              w.of("stage", rendition.stage().isEmpty() ? "reading" : rendition.stage()),
              rendition.percent());
      case READY -> w.say("progress.ready");
      case FAILED -> w.say("progress.failed");
      case CANCELLED -> w.say("progress.cancelled");
    };
  }

  /** Minutes, if it plays, and size. */
  static String measure(Rendition rendition, Words w) {
    return measure(seconds(rendition), bytes(rendition), w);
  }

  static String measure(RenditionFile file, Words w) {
    return measure(file.seconds(), file.bytes(), w);
  }

  private static String measure(OptionalDouble seconds, long bytes, Words w) {
    return seconds.isPresent()
        ? w.duration(seconds.getAsDouble()) + ", " + w.size(bytes)
        : w.size(bytes);
  }

  static OptionalDouble seconds(Rendition rendition) {
    return plays(rendition)
        ? OptionalDouble.of(
            sounds(rendition).mapToDouble(file -> file.seconds().getAsDouble()).sum())
        : OptionalDouble.empty();
  }

  static long bytes(Rendition rendition) {
    return rendition.files().stream().mapToLong(RenditionFile::bytes).sum();
  }

  /** Its sound in reading order. */
  static Stream<RenditionFile> sounds(Rendition rendition) {
    return rendition.files().stream().filter(file -> file.seconds().isPresent());
  }

  static boolean plays(Rendition rendition) {
    return sounds(rendition).findAny().isPresent();
  }

  static boolean hasPages(Rendition rendition) {
    return rendition.state() == Rendition.State.READY
        && (rendition.format().equals("brf") || rendition.format().equals("pef"));
  }

  /** Voice, speed, table … where they are not the usual ones. */
  static String choices(Rendition rendition, Words w) {
    Map<String, String> chosen = rendition.options();
    return Stream.concat(
            OPTIONS.stream()
                .filter(chosen::containsKey)
                .map(option -> w.say("option." + option, chosen.get(option))),
            PICKED.stream()
                .filter(chosen::containsKey)
                .map(option -> w.of(option, option(chosen.get(option)))))
        .collect(Collectors.joining(", "));
  }

  /** What is usual may have been asked for by its name. */
  private static String option(String value) {
    return switch (value) {
      case "book", "continuous", "columns" -> "usual";
      default -> value;
    };
  }

  static String path(Rendition rendition) {
    return "/renditions/" + rendition.id();
  }

  static String content(Rendition rendition) {
    return "/api/v1/renditions/" + rendition.id() + "/content";
  }

  static String events(Rendition rendition) {
    return "/api/v1/renditions/" + rendition.id() + "/events";
  }

  static String file(Rendition rendition, RenditionFile file) {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return "/api/v1/renditions/" + rendition.id() + "/files/" + name;
  }

  /** How many findings of which weight, as a sentence. */
  static String findings(FindingCounts counts, Words w) {
    String parts =
        Stream.of(
                counted("counts.error", counts.error(), w),
                counted("counts.warning", counts.warning(), w),
                counted("counts.info", counts.info(), w))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? w.say("item.findings.none") : w.say("item.findings", parts);
  }

  static boolean any(FindingCounts counts) {
    return counts.error() + counts.warning() + counts.info() > 0;
  }

  private static String counted(String key, int number, Words w) {
    return number == 0 ? "" : w.count(key, number);
  }
}
