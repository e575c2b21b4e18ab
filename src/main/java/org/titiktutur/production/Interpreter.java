package org.titiktutur.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.braille.BrailleTable;
import org.titiktutur.braille.BrailleTables;
import org.titiktutur.braille.BrailleUnavailable;
import org.titiktutur.braille.Brailler;
import org.titiktutur.braille.TranslatedLine;
import org.titiktutur.braille.TranslatedLines;
import org.titiktutur.publication.Finding;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.SaidLines;
import org.titiktutur.speech.SayRequest;
import org.titiktutur.speech.SpeechSettings;
import org.titiktutur.speech.Voice;

/** Speaks and brailles short texts while somebody waits, and says what can be asked for. */
public final class Interpreter {

  private final Benches benches;
  private final Lexicons lexicons;
  private List<VoiceRow> voices;

  Interpreter(Benches benches, Lexicons lexicons) {
    this.benches = benches;
    this.lexicons = lexicons;
  }

  /**
   * A voice.
   *
   * @param id {@code ENGINE:NAME}
   * @param language BCP 47
   * @param name the engine's own
   */
  public record VoiceRow(String id, String language, String name) {}

  /**
   * A braille table.
   *
   * @param language BCP 47; empty where its file does not say
   */
  public record TableRow(String id, String language, String grade, String name) {}

  /**
   * A format that there is a recipe for.
   *
   * @param kind {@code audio}, {@code braille} or {@code text}
   * @param options names of those that it has
   */
  public record FormatRow(Format format, String kind, Set<String> options) {}

  /**
   * A text as it was said.
   *
   * @param file WAV; empty if nothing of it could be said
   */
  public record Said(Optional<Path> file, double seconds, List<Finding> findings, Closing bench)
      implements AutoCloseable {
    /** Throws the file away. */
    @Override
    public void close() throws IOException {
      bench.close();
    }
  }

  /** Closes with an exception for the file system. */
  @FunctionalInterface
  public interface Closing {
    void close() throws IOException;
  }

  /**
   * A text in braille, or back.
   *
   * @param text a line for each line, with line feeds between
   * @param positions for each character of {@code text} the index of the character of the input
   *     that it came from
   */
  public record Translated(String text, List<Integer> positions) {}

  /**
   * How a text is to be said.
   *
   * @param language BCP 47
   * @param voice {@code ENGINE:NAME}; empty: the usual one of that language
   * @param item whose lexicon counts above the library's; empty: the library's alone
   * @param trial words said so for this once, above both
   */
  public record Manner(
      String language, Optional<String> voice, Optional<String> item, List<TypedWord> trial) {
    public Manner {
      trial = List.copyOf(trial);
    }

    /** As the library says a language. */
    public static Manner usual(String language, Optional<String> voice) {
      return new Manner(language, voice, Optional.empty(), List.of());
    }
  }

  /** What a text is written out as, a line for each of its lines. */
  public enum Writing {
    /** In words. */
    SCRIPT,
    /** In the phonemes that the engine is made to speak. */
    IPA
  }

  /** What would be said for a text. */
  public String write(String text, Manner manner, Writing writing)
      throws IOException, InterruptedException, NotHereException {
    SayRequest.Form form =
        switch (writing) {
          case SCRIPT -> SayRequest.Form.SCRIPT;
          case IPA -> SayRequest.Form.IPA;
        };
    try (Benches.Bench bench = benches.open()) {
      SaidLines said = said(text, manner, form, bench);
      return said.file() == null ? "" : Files.readString(said.file()).strip();
    }
  }

  /**
   * Says a text, sentence by sentence as a book would be.
   *
   * @return close it when the file has been sent
   */
  public Said say(String text, Manner manner)
      throws IOException, InterruptedException, NotHereException {
    Benches.Bench bench = benches.open();
    boolean done = false;
    try {
      SaidLines said = said(text, manner, SayRequest.Form.SOUND, bench);
      bench.checkRoom();
      done = true;
      return new Said(
          Optional.ofNullable(said.file()), said.seconds(), said.findings(), bench::close);
    } finally {
      if (!done) {
        bench.close();
      }
    }
  }

  private SaidLines said(String text, Manner manner, SayRequest.Form form, Benches.Bench bench)
      throws IOException, InterruptedException, NotHereException {
    Narrator narrator = new Narrator(bench.workers());
    Voice asked = null;
    if (manner.voice().isPresent()) {
      Path folder = Files.createDirectory(bench.folder().resolve("voice"));
      asked = Voices.get(manner.voice().get(), narrator, folder);
    }
    SayRequest request =
        new SayRequest(
            text.lines().toList(),
            manner.language(),
            asked,
            SpeechSettings.USUAL_PACE,
            form,
            lexicons.documents(manner.item(), manner.trial()));
    return Waiting.on(narrator.say(request, Files.createDirectory(bench.folder().resolve("said"))));
  }

  /**
   * Brailles a text, or reads braille.
   *
   * @param table as {@link #tables} lists them
   * @param back from Unicode braille to text
   */
  public Translated braille(String text, String table, boolean back)
      throws IOException, NotHereException {
    List<String> lines = text.lines().toList();
    try (Benches.Bench bench = benches.open()) {
      TranslatedLines translated =
          new Brailler(bench.workers())
              .translate(
                  table, lines, back, true, Files.createDirectory(bench.folder().resolve("lines")));
      bench.checkRoom();
      return joined(lines, translated);
    } catch (BrailleUnavailable e) {
      throw NotHereException.of(e, table);
    }
  }

  /** Every voice that loads on this machine; found out when it is asked for the first time. */
  public synchronized List<VoiceRow> voices() throws IOException, InterruptedException {
    if (voices == null) {
      try (Benches.Bench bench = benches.open()) {
        voices =
            Waiting.on(
                    new Narrator(bench.workers())
                        .voices(Files.createDirectory(bench.folder().resolve("voices"))))
                .stream()
                .map(
                    each ->
                        new VoiceRow(each.voice().toString(), each.language(), each.description()))
                .toList();
      }
    }
    return voices;
  }

  public List<TableRow> tables() {
    return BrailleTables.standard().list().stream()
        .map(table -> new TableRow(table.id(), language(table), table.grade(), table.name()))
        .toList();
  }

  public List<FormatRow> formats() {
    return Recipes.formats().stream()
        .map(
            format -> {
              Set<String> options = WishOptions.names(format);
              String kind =
                  options.contains("voice")
                      ? "audio"
                      : options.contains("braille") ? "braille" : "text";
              return new FormatRow(format, kind, options);
            })
        .toList();
  }

  private static Translated joined(List<String> lines, TranslatedLines translated) {
    StringBuilder text = new StringBuilder();
    java.util.ArrayList<Integer> positions = new java.util.ArrayList<>();
    int from = 0;
    for (int i = 0; i < translated.lines().size(); i++) {
      if (i > 0) {
        text.append('\n');
        positions.add(from - 1);
      }
      TranslatedLine line = translated.lines().get(i);
      text.append(line.text());
      for (int position : line.positions()) {
        positions.add(from + position);
      }
      from += lines.get(i).length() + 1;
    }
    return new Translated(text.toString(), positions);
  }

  private static String language(BrailleTable table) {
    return table.languages().isEmpty() ? "" : table.languages().get(0);
  }
}
