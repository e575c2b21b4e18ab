package org.titiktutur.braille;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liblouis.CompilationException;
import org.liblouis.DisplayException;
import org.liblouis.DisplayTable;
import org.liblouis.Louis;
import org.liblouis.TableResolver;
import org.liblouis.TranslationException;
import org.liblouis.TranslationResult;
import org.liblouis.Translator;
import org.liblouis.Typeform;
import org.titiktutur.workshop.NativeStore;

/**
 * Liblouis, with a rail around every hole that it is known to have. It lives in a worker, for it
 * keeps global state and native code can end a process; not safe for two threads.
 *
 * <p>Text goes through liblouis-java. What that does not offer stands in {@link Calls}: which
 * characters a table does not define, how much of a text was read, and positions on the way back.
 *
 * <p>The holes: an empty text throws; a NUL ends the text in silence, an unpaired surrogate throws;
 * a buffer too small ends the text in silence, and large ones never shrink and make every later
 * call pay; a long row of punctuation takes time by the square of its length; a character without a
 * definition comes out as its code number.
 */
final class Liblouis {

  /** Longest text for one call, in UTF-16 units; longer ones are cut at a space if there is one. */
  static final int LONGEST_PIECE = 4000;

  /** Longest row without letter, digit or space for one call; a multiple of the ellipsis. */
  static final int LONGEST_ROW = 48;

  /** Shown for a character that even alone makes liblouis fail. */
  private static final String FULL_CELL = "\u283F";

  private final BrailleTables tables;

  /** Not static: making one loads whatever library the system has, if ours is not loaded yet. */
  private final DisplayTable unicode =
      new DisplayTable.UnicodeBrailleDisplayTable(DisplayTable.Fallback.MASK);

  private final Calls calls;
  private final Optional<Path> file;
  private final int charSize;
  private final Map<String, Table> compiled = new HashMap<>();
  private Runnable pulse = () -> {};

  private Liblouis(BrailleTables tables, Optional<Path> file, Calls calls) {
    this.tables = tables;
    this.file = file;
    this.calls = calls;
    this.charSize = calls.lou_charSize();
  }

  /**
   * Loads the library into this process.
   *
   * @throws BrailleUnavailable if there is none that can be loaded
   */
  static Liblouis open(BrailleTables tables) throws BrailleUnavailable {
    NativeStore store = NativeStore.standard();
    store.prepareJna();
    Optional<Path> file = LiblouisLibrary.file(store);
    try {
      file.ifPresent(path -> Louis.setLibraryPath(path.toFile()));
      Louis.setLogger((level, message) -> {});
      Louis.setTableResolver(new Resolver(tables));
      Louis.getVersion();
      String name = file.map(Path::toString).orElse("louis");
      return new Liblouis(tables, file, Native.load(name, Calls.class));
    } catch (LinkageError e) {
      throw new BrailleUnavailable(
          BrailleUnavailable.Reason.NO_ENGINE, String.valueOf(e.getMessage()), e);
    }
  }

  String version() {
    return Louis.getVersion();
  }

  /** Bytes of a character, 4 or 2; with 2 it knows none beyond U+FFFF. */
  int charSize() {
    return charSize;
  }

  /** The library that we brought; empty if it is the system's. */
  Optional<Path> file() {
    return file;
  }

  BrailleTables tables() {
    return tables;
  }

  /** Has something done now and then while a long text is at work. */
  void betweenPieces(Runnable pulse) {
    this.pulse = pulse;
  }

  /**
   * A text in braille.
   *
   * @param cells U+2800 to U+28FF
   * @param sources for each cell the place of its character in the text, in UTF-16 units, never
   *     falling; null if not asked for
   * @param undefined the characters that the table does not define, in order of appearance
   */
  record Braille(String cells, Positions sources, Set<Integer> undefined) {}

  /** A text out of braille; {@code sources} for each UTF-16 unit the place of its cell, or null. */
  record Print(String text, Positions sources) {}

  /**
   * A stretch of a text, in UTF-16 units, that print sets off.
   *
   * @param kind as tables name it: {@code italic}, {@code bold}, {@code underline}; a table that
   *     does not know the kind passes over it
   */
  record Emphasized(int start, int end, String kind) {}

  /**
   * Translates a text.
   *
   * @param positions whether to say where cells come from
   */
  Braille translate(String table, String text, List<Emphasized> emphasis, boolean positions)
      throws BrailleUnavailable {
    return translate(table, text, emphasis, positions, unicode);
  }

  /** As above, the cells written as the display table has them. */
  Braille translate(
      String table, String text, List<Emphasized> emphasis, boolean positions, DisplayTable display)
      throws BrailleUnavailable {
    Table with = table(table);
    Clean clean = with.clean(text);
    Output output = new Output(positions);
    for (Span piece : pieces(clean.text())) {
      translate(with, clean, piece, emphasis, display, output);
      if (piece.end() < clean.text().length()) {
        pulse.run();
      }
    }
    return new Braille(output.text(), output.sources(), clean.undefined());
  }

  private void translate(
      Table table,
      Clean clean,
      Span piece,
      List<Emphasized> emphasis,
      DisplayTable display,
      Output output) {
    String text = clean.text().substring(piece.start(), piece.end());
    int[] places = placesOfCharacters(clean, piece);
    Typeform[] forms = emphasis.isEmpty() ? null : table.forms(emphasis, places);
    try {
      TranslationResult result =
          table.translator.translate(
              text, forms, output.wantsSources() ? places : null, null, display);
      if (result.getBraille().length() < places.length * cellsPerCharacter()) {
        output.add(result.getBraille(), result.getCharacterAttributes());
        return;
      }
      // its buffer may have been full, which it does not tell
      Optional<Reply> whole =
          call(table.name, text.codePoints().toArray(), Calls.DOTS, calls::lou_translate);
      if (whole.isPresent()) {
        whole.get().addTo(output, places);
        return;
      }
    } catch (TranslationException | DisplayException e) {
      // what it cannot do at once it may do in pieces
    }
    if (places.length == 1) {
      output.add(alone(table, text.codePointAt(0)), places[0]);
      return;
    }
    int middle = piece.start() + text.offsetByCodePoints(0, places.length / 2);
    translate(table, clean, new Span(piece.start(), middle), emphasis, display, output);
    translate(table, clean, new Span(middle, piece.end()), emphasis, display, output);
  }

  /** How many liblouis-java has room for, at the least. */
  private int cellsPerCharacter() {
    return 2 * charSize + 4;
  }

  private static int[] placesOfCharacters(Clean clean, Span piece) {
    int[] places = new int[clean.text().codePointCount(piece.start(), piece.end())];
    int at = piece.start();
    for (int i = 0; i < places.length; i++) {
      places[i] = clean.source(at);
      at = clean.text().offsetByCodePoints(at, 1);
    }
    return places;
  }

  private String alone(Table table, int character) {
    String cells = table.cells(character, Calls.DOTS);
    return cells.isEmpty() ? FULL_CELL : cells;
  }

  /**
   * Braille as text. What is not a cell stays as it is.
   *
   * @param cells U+2800 to U+28FF; a space is a blank cell
   */
  Print back(String table, String cells, boolean positions) throws BrailleUnavailable {
    Table with = table(table);
    Output output = new Output(positions);
    String braille = cells.replace(' ', '\u2800');
    int at = 0;
    while (at < braille.length()) {
      int end = at;
      while (end < braille.length() && isCell(braille.charAt(end)) == isCell(braille.charAt(at))) {
        end++;
      }
      if (isCell(braille.charAt(at))) {
        for (Span piece : pieces(braille, at, end)) {
          back(with, dots(braille, piece), piece.start(), output);
        }
      } else {
        for (int i = at; i < end; i++) {
          output.add(braille.substring(i, i + 1), i);
        }
      }
      at = end;
    }
    return new Print(output.text(), output.sources());
  }

  private static int[] dots(String braille, Span piece) {
    return braille.substring(piece.start(), piece.end()).chars().map(Calls::dots).toArray();
  }

  private void back(Table table, int[] dots, int place, Output output) {
    Optional<Reply> reply = call(table.name, dots, Calls.DOTS, calls::lou_backTranslate);
    if (reply.isPresent()) {
      Reply text = reply.get();
      for (int i = 0; i < text.size(); i++) {
        output.add(Character.toString(text.character(i)), place + text.source(i));
      }
    } else if (dots.length == 1) {
      output.add(Calls.cell(dots[0]), place);
    } else {
      int middle = dots.length / 2;
      back(table, Arrays.copyOf(dots, middle), place, output);
      back(table, Arrays.copyOfRange(dots, middle, dots.length), place + middle, output);
    }
  }

  /** As {@link #back(String, String, boolean)}, for cells with dots that Unicode does not have. */
  String back(String table, int[] dots) throws BrailleUnavailable {
    Output output = new Output(false);
    back(table(table), dots, 0, output);
    return output.text();
  }

  private static boolean isCell(int character) {
    return character >= '\u2800' && character <= '\u28FF';
  }

  private record Span(int start, int end) {}

  private static List<Span> pieces(String text) {
    return pieces(text, 0, text.length());
  }

  /** Cuts a text where it is too long for one call: no piece is empty, none is lost. */
  private static List<Span> pieces(String text, int from, int to) {
    List<Span> pieces = new ArrayList<>();
    int start = from;
    int lastSpace = -1;
    int row = 0;
    int at = from;
    while (at < to) {
      int character = text.codePointAt(at);
      boolean space = Character.isSpaceChar(character) || character == '\u2800';
      row = space || Character.isLetterOrDigit(character) || isCell(character) ? 0 : row + 1;
      at += Character.charCount(character);
      if (space) {
        lastSpace = at;
      }
      boolean tooLong = at - start >= LONGEST_PIECE;
      if (row == LONGEST_ROW || tooLong) {
        int cut = tooLong && lastSpace > start ? lastSpace : at;
        pieces.add(new Span(start, cut));
        start = cut;
        row = 0;
      }
    }
    if (start < to) {
      pieces.add(new Span(start, to));
    }
    return pieces;
  }

  /**
   * A text that liblouis can be given.
   *
   * @param sources for each UTF-16 unit its place in the text that was meant; null if all are where
   *     they were
   */
  private record Clean(String text, Positions sources, Set<Integer> undefined) {
    int source(int at) {
      return sources == null ? at : sources.of(at);
    }
  }

  private Table table(String id) throws BrailleUnavailable {
    Table known = compiled.get(id);
    if (known == null) {
      known = compile(id);
      compiled.put(id, known);
    }
    if (known.translator == null) {
      throw new BrailleUnavailable(BrailleUnavailable.Reason.BROKEN_TABLE, known.name);
    }
    return known;
  }

  private Table compile(String id) throws BrailleUnavailable {
    Path path =
        tables
            .file(id)
            .orElseThrow(() -> new BrailleUnavailable(BrailleUnavailable.Reason.NO_TABLE, id));
    try {
      return new Table(path.toString(), new Translator(path.toString()));
    } catch (CompilationException e) {
      return new Table(String.valueOf(e.getMessage()), null);
    }
  }

  /** A compiled table, and what has been learnt about it. */
  private final class Table {

    /** Its path; of a table that does not compile, why. Liblouis does not remember that. */
    private final String name;

    private final Translator translator;
    private final BitSet defined = new BitSet();
    private final Set<Integer> undefined = new HashSet<>();
    private final String undefinedSign;
    private Map<String, Typeform> kinds;

    Table(String name, Translator translator) {
      this.name = name;
      this.translator = translator;
      this.undefinedSign = translator == null ? "" : cells(0x10FFFF, Calls.DOTS_DEFINED_ONLY);
    }

    Typeform[] forms(List<Emphasized> emphasis, int[] places) {
      if (kinds == null) {
        kinds = new HashMap<>();
        translator.getSupportedTypeforms().forEach(form -> kinds.put(form.getName(), form));
      }
      Typeform[] forms = new Typeform[places.length];
      Arrays.fill(forms, Typeform.PLAIN_TEXT);
      for (Emphasized each : emphasis) {
        Typeform form = kinds.getOrDefault(each.kind(), Typeform.PLAIN_TEXT);
        for (int i = 0; i < places.length; i++) {
          if (places[i] >= each.start() && places[i] < each.end()) {
            forms[i] = forms[i].add(form);
          }
        }
      }
      return forms;
    }

    boolean defines(int character) {
      if (defined.get(character)) {
        return true;
      }
      if (undefined.contains(character)) {
        return false;
      }
      String cells = cells(character, Calls.DOTS_DEFINED_ONLY);
      boolean answer =
          !cells.isEmpty()
              && !cells.equals(undefinedSign)
              && cells.equals(cells(character, Calls.DOTS));
      if (answer) {
        defined.set(character);
      } else {
        undefined.add(character);
      }
      return answer;
    }

    /** One character alone, in Unicode braille. */
    String cells(int character, int mode) {
      if (charSize == 2 && character > 0xFFFF) {
        return "";
      }
      return call(name, new int[] {character}, mode, calls::lou_translate)
          .map(Reply::cells)
          .orElse("");
    }

    Clean clean(String text) {
      int at = 0;
      while (at < text.length() && isPlain(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at == text.length() ? new Clean(text, null, Set.of()) : cleaned(text);
    }

    private boolean isPlain(int character) {
      return character != 0 && !isLoneSurrogate(character) && defines(character);
    }

    private Clean cleaned(String text) {
      Output clean = new Output(true);
      Set<Integer> missing = new LinkedHashSet<>();
      for (int at = 0; at < text.length(); ) {
        int character = text.codePointAt(at);
        int end = at + Character.charCount(character);
        String shown =
            isPlain(character) ? Character.toString(character) : substitute(character, missing);
        int marksEnd = endOfMarks(text, end);
        if (marksEnd > end) {
          String composed = Normalizer.normalize(text.substring(at, marksEnd), Form.NFC);
          if (composed.length() < marksEnd - at && composed.codePoints().allMatch(this::isPlain)) {
            shown = composed;
            end = marksEnd;
          }
        }
        clean.add(shown, at);
        at = end;
      }
      return new Clean(clean.text(), clean.sources(), missing);
    }

    /** The end of a few marks without a definition that follow a letter. */
    private int endOfMarks(String text, int from) {
      int end = from;
      while (end < text.length() && end < from + 4) {
        int mark = text.codePointAt(end);
        if (Character.getType(mark) != Character.NON_SPACING_MARK || defines(mark)) {
          break;
        }
        end += Character.charCount(mark);
      }
      return end;
    }

    /**
     * What stands for a character that cannot be given to liblouis, or that the table does not
     * define: nothing for what is not seen in print, else what Unicode says it is made of, else a
     * character of the same meaning; if all fails itself, for which the table has a rule.
     */
    private String substitute(int character, Set<Integer> missing) {
      if ((character >= '\t' && character <= '\r') || character == '\u0085') {
        return " ";
      }
      switch (Character.getType(character)) {
        case Character.CONTROL, Character.FORMAT -> {
          return "";
        }
        case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
          return " ";
        }
        case Character.DECIMAL_DIGIT_NUMBER -> {
          missing.add(character);
          return Integer.toString(Character.digit(character, 10));
        }
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
          if (!isVariationSelector(character)) {
            missing.add(character);
          }
          return "";
        }
        case Character.SURROGATE -> {
          missing.add((int) '\uFFFD');
          return "\uFFFD";
        }
        default -> {
          missing.add(character);
          return madeOf(character);
        }
      }
    }

    private String madeOf(int character) {
      String whole = charSize == 2 && character > 0xFFFF ? "\uFFFD" : Character.toString(character);
      if (Character.getType(character) == Character.OTHER_NUMBER) {
        // ² is not 2: 10² would become 102
        return whole;
      }
      StringBuilder parts = new StringBuilder();
      String decomposed = Normalizer.normalize(whole, Form.NFKD);
      for (int at = 0; at < decomposed.length(); ) {
        int part = decomposed.codePointAt(at);
        if (defines(part)) {
          parts.appendCodePoint(part);
        } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
          return whole;
        }
        at += Character.charCount(part);
      }
      return parts.isEmpty() ? whole : parts.toString();
    }
  }

  private static boolean isLoneSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  private static boolean isVariationSelector(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }

  /**
   * One call with a buffer that grows until all is read.
   *
   * @return empty if liblouis fails
   */
  private Optional<Reply> call(String table, int[] characters, int mode, Call function) {
    try (Memory in = new Memory((long) characters.length * charSize)) {
      for (int i = 0; i < characters.length; i++) {
        if (charSize == 4) {
          in.setInt(4L * i, characters[i]);
        } else {
          in.setShort(2L * i, (short) characters[i]);
        }
      }
      for (int room = 64 + 6 * characters.length; ; room *= 2) {
        try (Memory out = new Memory((long) room * charSize);
            Memory sources = new Memory(4L * room)) {
          IntByReference inLength = new IntByReference(characters.length);
          IntByReference outLength = new IntByReference(room);
          int done =
              function.call(
                  table, in, inLength, out, outLength, null, null, null, sources, null, mode);
          boolean all = inLength.getValue() == characters.length;
          if (done != 0 && (all || outLength.getValue() == 0)) {
            return Optional.of(
                new Reply(
                    characters(out, outLength.getValue()),
                    sources.getIntArray(0, outLength.getValue())));
          }
          if (done == 0 || room > 4096 + 256 * characters.length) {
            return Optional.empty();
          }
        }
      }
    }
  }

  private int[] characters(Memory memory, int length) {
    int[] characters = new int[length];
    for (int i = 0; i < length; i++) {
      characters[i] =
          charSize == 4 ? memory.getInt(4L * i) : Short.toUnsignedInt(memory.getShort(2L * i));
    }
    return characters;
  }

  private static final class Reply {
    private final int[] characters;
    private final int[] sources;

    Reply(int[] characters, int[] sources) {
      this.characters = characters;
      this.sources = sources;
    }

    int size() {
      return characters.length;
    }

    int character(int index) {
      return characters[index];
    }

    int source(int index) {
      return sources[index];
    }

    String cells() {
      StringBuilder cells = new StringBuilder(characters.length);
      for (int character : characters) {
        cells.append(Calls.cell(character));
      }
      return cells.toString();
    }

    void addTo(Output output, int[] places) {
      output.add(cells(), Arrays.stream(sources).map(source -> places[source]).toArray());
    }
  }

  @FunctionalInterface
  private interface Call {
    int call(
        String table,
        Pointer in,
        IntByReference inLength,
        Pointer out,
        IntByReference outLength,
        Pointer typeform,
        Pointer spacing,
        Pointer outputPos,
        Pointer inputPos,
        Pointer cursorPos,
        int mode);
  }

  /**
   * What liblouis-java does not offer, on the same library. {@code spacing} must be null: the
   * library has read beyond it.
   */
  interface Calls extends Library {

    /** Braille is given and taken as dots, not through a display table. */
    int DOTS = 4;

    /** As {@link #DOTS}, and nothing at all for a character without a definition. */
    int DOTS_DEFINED_ONLY = DOTS | 128;

    /** A cell as dots: the lowest bits are those of Unicode, the highest says that it is one. */
    static int dots(int cell) {
      return 0x8000 | (cell & 0xFF);
    }

    /** In Unicode; dots beyond the eighth, with which tables keep notes to themselves, are left. */
    static String cell(int dots) {
      return Character.toString(0x2800 | (dots & 0xFF));
    }

    int lou_charSize();

    int lou_translate(
        String tableList,
        Pointer in,
        IntByReference inLength,
        Pointer out,
        IntByReference outLength,
        Pointer typeform,
        Pointer spacing,
        Pointer outputPos,
        Pointer inputPos,
        Pointer cursorPos,
        int mode);

    int lou_backTranslate(
        String tableList,
        Pointer in,
        IntByReference inLength,
        Pointer out,
        IntByReference outLength,
        Pointer typeform,
        Pointer spacing,
        Pointer outputPos,
        Pointer inputPos,
        Pointer cursorPos,
        int mode);
  }

  /** Finds the file of a table: a table by its whole path, what it includes by name. */
  private record Resolver(BrailleTables tables) implements TableResolver {
    @Override
    public URL resolve(String table, URL base) {
      Optional<Path> found =
          base == null
              ? Optional.of(Path.of(table))
                  .filter(Path::isAbsolute)
                  .or(() -> tables.included(table, null))
              : tables.included(table, Path.of(URI.create(base.toString())));
      try {
        return found.isPresent() ? found.get().toUri().toURL() : null;
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Set<String> list() {
      return Set.of();
    }
  }
}
