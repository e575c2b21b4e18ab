package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Voices;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.Language;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.SaidLines;
import org.titiktutur.speech.SayRequest;
import org.titiktutur.speech.SpeechSettings;
import org.titiktutur.speech.Voice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code titik say}: one text to a file, to the sound device, or written as it is said. */
@Command(name = "say")
final class SayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "TEXT", descriptionKey = "say.text")
  private String text;

  @Option(names = "--lang", paramLabel = "TAG", descriptionKey = "say.lang")
  private String lang = Language.DEFAULT.tag();

  @Option(names = "--voice", paramLabel = "ENGINE:NAME", descriptionKey = "say.voice")
  private String voice;

  @Option(names = "--speed", paramLabel = "N", descriptionKey = "say.speed")
  private int speed = SpeechSettings.USUAL_PACE;

  @Option(names = "--script", descriptionKey = "say.script")
  private boolean script;

  @Option(names = "--ipa", descriptionKey = "say.ipa")
  private boolean ipa;

  @Option(names = "--out", paramLabel = "FILE.wav", descriptionKey = "say.out")
  private Path out;

  @Option(names = "--lexicon", paramLabel = "FILE.pls", descriptionKey = "say.lexicon")
  private List<Path> lexicons = List.of();

  @Spec private CommandSpec spec;

  private final Shell shell;

  SayCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call()
      throws IOException, InterruptedException, ExecutionException, NotHereException {
    if (!Language.isTag(lang)) {
      throw wrong("usage.lang", lang);
    }
    if (speed < SpeechSettings.SLOWEST || speed > SpeechSettings.FASTEST) {
      throw wrong("usage.speed", speed);
    }
    if (script && ipa) {
      throw wrong("usage.invalid", "--script --ipa", "say");
    }
    SayRequest.Form form =
        script ? SayRequest.Form.SCRIPT : ipa ? SayRequest.Form.IPA : SayRequest.Form.SOUND;
    List<String> lines = Lines.of(text);
    try (Scratch scratch = Scratch.open()) {
      Narrator narrator = new Narrator(scratch.workers());
      Voice asked = null;
      if (voice != null) {
        asked = Voices.get(voice, narrator, scratch.folder("voice"));
      }
      List<String> read = LexiconFiles.read(lexicons, scratch, spec, shell);
      SayRequest request = new SayRequest(lines, lang, asked, speed, form, read);
      return deliver(form, narrator.say(request, scratch.folder("said")).get());
    }
  }

  private int deliver(SayRequest.Form form, SaidLines said) throws IOException {
    Phrases findingWords = new Phrases("findings", shell.tongue());
    for (Finding finding : said.findings()) {
      shell.err().println(findingWords.say(finding));
    }
    if (said.file() == null) {
      return Exit.REFUSED;
    }
    if (form != SayRequest.Form.SOUND) {
      shell.out().write(Files.readAllBytes(said.file()));
    } else if (out != null) {
      Files.move(said.file(), out, StandardCopyOption.REPLACE_EXISTING);
    } else if (!SoundDevice.play(said.file())) {
      shell.complain("not-here.sound");
      return Exit.NOT_HERE;
    }
    return Exit.MADE;
  }

  private Titik.WrongUsage wrong(String key, Object... arguments) {
    return new Titik.WrongUsage(spec, shell.words().say(key, arguments));
  }
}
