package org.titiktutur.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.titiktutur.braille.BrailleUnavailable;
import org.titiktutur.braille.Brailler;
import org.titiktutur.braille.TranslatedLine;
import org.titiktutur.braille.TranslatedLines;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Phrases;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code titik braille}: one text as Unicode braille, or braille as text; a line for each line. */
@Command(name = "braille")
final class BrailleCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TEXT", descriptionKey = "braille.text")
  private String text;

  @Option(names = "--table", paramLabel = "NAME", descriptionKey = "braille.table")
  private String table = "id-g1";

  @Option(names = "--back", descriptionKey = "braille.back")
  private boolean back;

  private final Shell shell;

  BrailleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, NotHereException {
    List<String> lines = Lines.of(text);
    TranslatedLines translated;
    try (Scratch scratch = Scratch.open()) {
      translated =
          new Brailler(scratch.workers())
              .translate(table, lines, back, false, scratch.folder("lines"));
    } catch (BrailleUnavailable e) {
      throw NotHereException.of(e, table);
    }
    for (TranslatedLine line : translated.lines()) {
      shell.out().println(line.text());
    }
    Phrases findingWords = new Phrases("findings", shell.tongue());
    if (!translated.missing().isEmpty()) {
      String missing =
          translated.missing().stream()
              .sorted()
              .map(Character::toString)
              .collect(Collectors.joining(" "));
      Finding finding =
          Finding.of(FindingCode.CHARACTERS_WITHOUT_BRAILLE, Place.BOOK, table, missing);
      shell.err().println(findingWords.say(finding));
    }
    for (int line : translated.failed()) {
      Finding finding = Finding.of(FindingCode.NOT_BRAILLED, Place.BOOK, lines.get(line));
      shell.err().println(findingWords.say(finding));
    }
    return translated.failed().isEmpty() ? Exit.MADE : Exit.REFUSED;
  }
}
