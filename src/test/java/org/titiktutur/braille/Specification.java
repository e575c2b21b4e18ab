package org.titiktutur.braille;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * A file in liblouis' own test format: print and braille side by side, with the tables they are
 * for.
 *
 * <p>It is read event by event, for its keys repeat. Of the format's options those are known that
 * the specifications we run use.
 */
final class Specification {

  /** What is expected of one text. */
  record Pair(
      Setting setting,
      Direction direction,
      String input,
      String expected,
      List<Liblouis.Emphasized> emphasis,
      boolean expectedToFail,
      int line) {}

  enum Direction {
    FORWARD,
    BACKWARD
  }

  /**
   * The tables of a pair.
   *
   * @param display name of the file, or its lines
   * @param table name of the file
   */
  record Setting(String display, String table) {}

  private final Deque<Event> events = new ArrayDeque<>();
  private final List<Pair> pairs = new ArrayList<>();
  private String display;
  private List<String> tables = new ArrayList<>();
  private String mode = "forward";

  private Specification(Reader text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(100_000_000);
    for (Event event : new Yaml(options).parse(text)) {
      events.add(event);
    }
  }

  static List<Pair> read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      Specification specification = new Specification(text);
      specification.readAll();
      return specification.pairs;
    }
  }

  private void readAll() {
    while (!(events.peek() instanceof MappingStartEvent)) {
      take(StreamStartEvent.class, Event.class);
    }
    events.pop();
    boolean tested = false;
    while (events.peek() instanceof ScalarEvent) {
      switch (scalar()) {
        case "display" -> display = tableName();
        case "table" -> {
          if (tested) {
            tables = new ArrayList<>();
            tested = false;
          }
          tables.add(tableName());
        }
        case "flags" -> {
          take(MappingStartEvent.class);
          scalar();
          mode = scalar();
          take(MappingEndEvent.class);
        }
        case "tests" -> {
          take(SequenceStartEvent.class);
          while (events.peek() instanceof SequenceStartEvent) {
            readTest();
          }
          take(SequenceEndEvent.class);
          mode = "forward";
          tested = true;
        }
        default -> throw new IllegalArgumentException("unknown key before " + events.peek());
      }
    }
  }

  /** A name, or a query that names the table it should find. */
  private String tableName() {
    if (events.peek() instanceof ScalarEvent) {
      return scalar();
    }
    String name = null;
    take(MappingStartEvent.class);
    while (events.peek() instanceof ScalarEvent) {
      String key = scalar();
      String value = scalar();
      if (key.equals("__assert-match")) {
        name = value;
      }
    }
    take(MappingEndEvent.class);
    return name;
  }

  private void readTest() {
    int line = events.pop().getStartMark().getLine() + 1;
    List<String> texts = new ArrayList<>();
    while (events.peek() instanceof ScalarEvent) {
      texts.add(unescape(scalar()));
    }
    String input = texts.get(texts.size() - 2);
    String expected = texts.get(texts.size() - 1);
    Set<Direction> failing = Set.of();
    List<Liblouis.Emphasized> emphasis = new ArrayList<>();
    if (events.peek() instanceof MappingStartEvent) {
      events.pop();
      while (events.peek() instanceof ScalarEvent) {
        switch (scalar()) {
          case "xfail" -> failing = failing();
          case "typeform" -> readEmphasis(input, emphasis);
          default -> throw new IllegalArgumentException("unknown option in line " + line);
        }
      }
      take(MappingEndEvent.class);
    }
    take(SequenceEndEvent.class);
    for (String table : tables) {
      Setting setting = new Setting(display == null ? table : display, table);
      if (!mode.equals("backward")) {
        pairs.add(
            new Pair(
                setting,
                Direction.FORWARD,
                input,
                expected,
                emphasis,
                failing.contains(Direction.FORWARD),
                line));
      }
      if (!mode.equals("forward")) {
        boolean both = mode.equals("bothDirections");
        pairs.add(
            new Pair(
                setting,
                Direction.BACKWARD,
                both ? expected : input,
                both ? input : expected,
                List.of(),
                failing.contains(Direction.BACKWARD),
                line));
      }
    }
  }

  private Set<Direction> failing() {
    if (events.peek() instanceof ScalarEvent) {
      return isTrue(scalar()) ? Set.of(Direction.values()) : Set.of();
    }
    List<Direction> failing = new ArrayList<>();
    take(MappingStartEvent.class);
    while (events.peek() instanceof ScalarEvent) {
      Direction direction = scalar().equals("forward") ? Direction.FORWARD : Direction.BACKWARD;
      if (isTrue(scalar())) {
        failing.add(direction);
      }
    }
    take(MappingEndEvent.class);
    return Set.copyOf(failing);
  }

  private static boolean isTrue(String value) {
    return !value.equals("false") && !value.equals("off");
  }

  /** A plus sign under each character that is set off. */
  private void readEmphasis(String input, List<Liblouis.Emphasized> emphasis) {
    take(MappingStartEvent.class);
    while (events.peek() instanceof ScalarEvent) {
      String kind = scalar();
      String signs = scalar();
      int at = 0;
      for (int i = 0; i < signs.length(); i++) {
        int next = input.offsetByCodePoints(at, 1);
        if (signs.charAt(i) == '+') {
          emphasis.add(new Liblouis.Emphasized(at, next, kind));
        }
        at = next;
      }
    }
    take(MappingEndEvent.class);
  }

  private String scalar() {
    return ((ScalarEvent) events.pop()).getValue();
  }

  @SafeVarargs
  private void take(Class<? extends Event>... kinds) {
    Event event = events.pop();
    for (Class<? extends Event> kind : kinds) {
      if (kind.isInstance(event)) {
        return;
      }
    }
    throw new IllegalArgumentException("unexpected " + event + " at " + event.getStartMark());
  }

  /** Liblouis' own escapes. */
  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        plain.append(text.charAt(i));
        continue;
      }
      char kind = text.charAt(++i);
      int digits =
          switch (Character.toLowerCase(kind)) {
            case 'x' -> 4;
            case 'y' -> 5;
            case 'z' -> 8;
            default -> 0;
          };
      if (digits > 0) {
        plain.appendCodePoint(Integer.parseInt(text.substring(i + 1, i + 1 + digits), 16));
        i += digits;
      } else {
        plain.append(
            switch (kind) {
              case 'e' -> '\u001B';
              case 'f' -> '\f';
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 's' -> ' ';
              case 't' -> '\t';
              case 'v' -> '\u000B';
              default -> kind;
            });
      }
    }
    return plain.toString();
  }
}
