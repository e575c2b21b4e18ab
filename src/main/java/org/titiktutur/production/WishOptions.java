package org.titiktutur.production;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.braille.Passages;
import org.titiktutur.formats.LargePrint;
import org.titiktutur.speech.Announcements;
import org.titiktutur.speech.Quality;
import org.titiktutur.speech.SpeechSettings;

/**
 * Options by the names that the API has for them: {@code voice}, {@code speed}, {@code quality},
 * {@code braille} (the table), {@code passages}, {@code page}, {@code duplex}, {@code sheets},
 * {@code numbering}, {@code hyphenate}, {@code tables}, {@code points}, {@code announce}, {@code
 * pageNumbers}.
 */
final class WishOptions {

  private static final Set<String> OF_SPEECH =
      Set.of("voice", "speed", "quality", "announce", "pageNumbers");
  private static final Set<String> OF_BRAILLE =
      Set.of("braille", "passages", "page", "duplex", "sheets", "numbering", "hyphenate", "tables");
  private static final Set<String> OF_PRINT = Set.of("points");

  private WishOptions() {}

  /** Those that say something, of those that this format has; what it has not is left out. */
  static Map<String, String> of(Format format, Map<String, String> asked)
      throws BadOptionException {
    Map<String, String> relevant = new TreeMap<>();
    for (Map.Entry<String, String> each : asked.entrySet()) {
      if (Stream.of(OF_SPEECH, OF_BRAILLE, OF_PRINT).noneMatch(of -> of.contains(each.getKey()))) {
        throw new BadOptionException(each.getKey(), each.getValue());
      }
      if (!each.getValue().isBlank() && names(format).contains(each.getKey())) {
        relevant.put(each.getKey(), each.getValue().strip());
      }
    }
    parse(relevant);
    return relevant;
  }

  /** What a format is made of. */
  enum Kind {
    SPEECH,
    BRAILLE,
    PRINT,
    TEXT;

    /** What the keys of its pieces begin with. */
    List<String> pieces() {
      return switch (this) {
        case SPEECH -> List.of(SpokenPieces.PREFIX);
        case BRAILLE -> List.of(BrailleRecipe.PIECES, BraillePages.PIECES);
        case PRINT, TEXT -> List.of();
      };
    }
  }

  static Kind kind(Format format) {
    return switch (format) {
      case MP3, M4B, DAISY202, DAISY3, EPUB3 -> Kind.SPEECH;
      case BRF, PEF, EBRAILLE -> Kind.BRAILLE;
      case LARGE_PRINT -> Kind.PRINT;
      case EPUB, HTML, TXT -> Kind.TEXT;
    };
  }

  static Set<String> names(Format format) {
    return switch (kind(format)) {
      case SPEECH -> OF_SPEECH;
      case BRAILLE -> OF_BRAILLE;
      case PRINT -> OF_PRINT;
      case TEXT -> Set.of();
    };
  }

  static Options parse(Map<String, String> options) throws BadOptionException {
    return new Options(
        Optional.empty(),
        Optional.ofNullable(options.get("voice")),
        speed(options.get("speed")),
        Optional.ofNullable(options.get("braille")),
        passages(options.get("passages")),
        quality(options.get("quality")),
        style(options),
        points(options.get("points")),
        isOn("announce", options).orElse(Options.NONE.structure()),
        isOn("pageNumbers", options),
        List.of());
  }

  private static Optional<Boolean> isOn(String name, Map<String, String> options)
      throws BadOptionException {
    String value = options.get(name);
    if (value == null) {
      return Optional.empty();
    }
    return switch (value) {
      case "on" -> Optional.of(true);
      case "off" -> Optional.of(false);
      default -> throw new BadOptionException(name, value);
    };
  }

  /** What is said beside the text in a format: page numbers if asked for or easy to skip. */
  static Announcements announcements(Format format, Options options) {
    boolean skippable =
        switch (format) {
          case DAISY202, DAISY3, EPUB3 -> true;
          case MP3, M4B, EPUB, BRF, PEF, EBRAILLE, LARGE_PRINT, HTML, TXT -> false;
        };
    return new Announcements(options.structure(), options.pageNumbers().orElse(skippable));
  }

  private static OptionalInt speed(String value) throws BadOptionException {
    if (value == null) {
      return OptionalInt.empty();
    }
    try {
      int speed = Integer.parseInt(value);
      if (speed >= SpeechSettings.SLOWEST && speed <= SpeechSettings.FASTEST) {
        return OptionalInt.of(speed);
      }
    } catch (NumberFormatException e) {
      // Not a number, so not a speed.
    }
    throw new BadOptionException("speed", value);
  }

  private static Quality quality(String value) throws BadOptionException {
    if (value == null) {
      return Options.NONE.quality();
    }
    return Arrays.stream(Quality.values())
        .filter(each -> each.name().equals(value.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new BadOptionException("quality", value));
  }

  private static Passages passages(String value) throws BadOptionException {
    return value == null
        ? Options.NONE.passages()
        : Passages.find(value).orElseThrow(() -> new BadOptionException("passages", value));
  }

  private static BookStyle style(Map<String, String> options) throws BadOptionException {
    String page = options.get("page");
    BookStyle usual = BookStyle.USUAL;
    BookStyle style =
        page == null
            ? usual
            : usual.on(page).orElseThrow(() -> new BadOptionException("page", page));
    String numbering = options.getOrDefault("numbering", "continuous");
    String tables = options.getOrDefault("tables", "columns");
    return new BookStyle(
        style.page(),
        isOn("duplex", options).orElse(style.duplex()),
        sheets(options.get("sheets")),
        BookStyle.Numbering.find(numbering)
            .orElseThrow(() -> new BadOptionException("numbering", numbering)),
        isOn("hyphenate", options).orElse(usual.hyphenated()),
        BookStyle.Tables.find(tables).orElseThrow(() -> new BadOptionException("tables", tables)));
  }

  private static int sheets(String value) throws BadOptionException {
    if (value == null) {
      return BookStyle.USUAL.sheets();
    }
    try {
      int sheets = Integer.parseInt(value);
      if (BookStyle.isNumberOfSheets(sheets)) {
        return sheets;
      }
    } catch (NumberFormatException e) {
      // Not a number, so not of sheets.
    }
    throw new BadOptionException("sheets", value);
  }

  private static int points(String value) throws BadOptionException {
    if (value == null) {
      return Options.NONE.points();
    }
    for (int size : LargePrint.SIZES) {
      if (value.equals(String.valueOf(size))) {
        return size;
      }
    }
    throw new BadOptionException("points", value);
  }
}
