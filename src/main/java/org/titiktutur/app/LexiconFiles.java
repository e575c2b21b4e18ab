package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.titiktutur.language.PronunciationLexicon.Document;
import org.titiktutur.language.PronunciationLexicon.Found;
import org.titiktutur.production.Phrases;
import org.titiktutur.speech.Narrator;
import picocli.CommandLine.Model.CommandSpec;

/** Pronunciation lexicons that a command is given as files, checked by a worker. */
final class LexiconFiles {

  /** A lexicon of a hundred thousand words is smaller, in bytes. */
  private static final long LARGEST = 8_000_000;

  private LexiconFiles() {}

  /**
   * The documents, in the order of the files.
   *
   * @throws Titik.WrongUsage if one cannot be read or cannot be used; says which line
   */
  static List<String> read(List<Path> files, Scratch scratch, CommandSpec spec, Shell shell)
      throws IOException, InterruptedException {
    List<String> lexicons = new ArrayList<>();
    Narrator narrator = new Narrator(scratch.workers());
    for (Path file : files) {
      String lexicon = text(file, spec, shell);
      Path folder = scratch.folder("lexicon" + lexicons.size());
      Document read;
      try {
        read = narrator.examine(lexicon, folder).get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
      if (!read.flaws().isEmpty()) {
        Found first = read.flaws().get(0);
        Phrases flaws = new Phrases("lexicon", shell.words().tongue());
        String why = flaws.say(first.flaw().code(), first.what());
        throw new Titik.WrongUsage(
            spec, shell.words().say("usage.lexicon.fault", file, first.line(), why));
      }
      lexicons.add(lexicon);
    }
    return lexicons;
  }

  private static String text(Path file, CommandSpec spec, Shell shell) {
    try {
      if (Files.size(file) <= LARGEST) {
        return Files.readString(file);
      }
    } catch (IOException e) {
      // Said below: whatever the reason, it is not a lexicon that we can read.
    }
    throw new Titik.WrongUsage(spec, shell.words().say("usage.lexicon", file));
  }
}
