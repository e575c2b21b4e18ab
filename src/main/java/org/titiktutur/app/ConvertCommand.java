package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.titiktutur.braille.BookStyle;
import org.titiktutur.braille.Passages;
import org.titiktutur.formats.LargePrint;
import org.titiktutur.production.Conversion;
import org.titiktutur.production.Conversion.Result;
import org.titiktutur.production.Format;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Options;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Recipes;
import org.titiktutur.production.Report;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Severity;
import org.titiktutur.speech.Quality;
import org.titiktutur.speech.SpeechSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code titik convert}: one book, no database, the makers alone. */
@Command(name = "convert")
final class ConvertCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SOURCE", descriptionKey = "convert.source")
  private Path source;

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      descriptionKey = "convert.to")
  private List<String> to;

  @Option(names = "--lang", paramLabel = "TAG", descriptionKey = "convert.lang")
  private Optional<String> lang;

  @Option(names = "--voice", paramLabel = "ENGINE:NAME", descriptionKey = "convert.voice")
  private Optional<String> voice;

  @Option(names = "--speed", paramLabel = "N", descriptionKey = "convert.speed")
  private Optional<Integer> speed;

  @Option(names = "--braille", paramLabel = "TABLE", descriptionKey = "convert.braille")
  private Optional<String> braille;

  @Option(
      names = "--braille-passages",
      paramLabel = "book|own",
      descriptionKey = "convert.braille-passages")
  private Optional<String> braillePassages;

  @Option(names = "--quality", paramLabel = "hemat|biasa|arsip", descriptionKey = "convert.quality")
  private Optional<String> quality;

  @Option(names = "--page", paramLabel = "PAPER|COLSxROWS", descriptionKey = "convert.page")
  private Optional<String> page;

  @Option(names = "--points", paramLabel = "18|24|32", descriptionKey = "convert.points")
  private Optional<Integer> points;

  @Option(names = "--announce", paramLabel = "on|off", descriptionKey = "convert.announce")
  private Optional<String> announce;

  @Option(names = "--page-numbers", paramLabel = "on|off", descriptionKey = "convert.page-numbers")
  private Optional<String> pageNumbers;

  @Option(names = "--duplex", negatable = true, descriptionKey = "convert.duplex")
  private Optional<Boolean> duplex;

  @Option(names = "--sheets", paramLabel = "N", descriptionKey = "convert.sheets")
  private Optional<Integer> sheets;

  @Option(
      names = "--numbering",
      paramLabel = "continuous|volume",
      descriptionKey = "convert.numbering")
  private Optional<String> numbering;

  @Option(names = "--hyphenate", descriptionKey = "convert.hyphenate")
  private boolean hyphenate;

  @Option(names = "--tables", paramLabel = "columns|linear", descriptionKey = "convert.tables")
  private Optional<String> tables;

  @Option(names = "--lexicon", paramLabel = "FILE.pls", descriptionKey = "convert.lexicon")
  private List<Path> lexicons = List.of();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "convert.out")
  private Path out = Path.of("");

  @Option(names = "--report", paramLabel = "FILE", descriptionKey = "convert.report")
  private Optional<Path> report;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "convert.quiet")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Shell shell;

  ConvertCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotHereException {
    List<Format> formats = formats();
    Options unread = options(List.of());
    refuseToOverwriteTheSource(formats);
    Path folder = resultsFolder();
    Phrases findingWords = new Phrases("findings", shell.tongue());
    Result result;
    try (Scratch scratch = Scratch.open();
        ProgressLine progress = new ProgressLine(shell, quiet)) {
      Options options =
          lexicons.isEmpty() ? unread : options(LexiconFiles.read(lexicons, scratch, spec, shell));
      result =
          new Conversion(scratch.workers(), scratch.folder("book"), findingWords)
              .run(source, formats, options, folder, progress);
    }
    if (report.isPresent()) {
      try {
        result.report().write(report.get().toAbsolutePath());
      } catch (IOException e) {
        throw wrong("usage.report", report.get());
      }
    }
    if (result instanceof Result.Refused refused) {
      shell.err().println(refused.sentence());
      return Exit.REFUSED;
    }
    if (!quiet) {
      tell(result.report());
    }
    return Exit.MADE;
  }

  private void tell(Report made) {
    for (Report.Row row : made.made()) {
      Path path = out.resolve(row.path());
      if (row.seconds() == null) {
        shell.complain("made", row.format(), path);
      } else {
        shell.complain("made.minutes", row.format(), path, Math.round(row.seconds() / 60));
      }
    }
    if (!made.findings().isEmpty()) {
      shell.complain(
          "findings",
          made.findings().size(),
          made.count(Severity.ERROR),
          made.count(Severity.WARNING),
          made.count(Severity.INFO));
      if (report.isEmpty()) {
        shell.complain("findings.see");
      }
    }
  }

  private List<Format> formats() throws NotHereException {
    Set<Format> formats = new LinkedHashSet<>();
    for (String code : to) {
      Format format =
          Format.find(code).orElseThrow(() -> wrong("usage.format", code, Recipes.codes()));
      Recipes.of(format);
      formats.add(format);
    }
    return new ArrayList<>(formats);
  }

  private Options options(List<String> read) {
    lang.filter(tag -> !Language.isTag(tag))
        .ifPresent(
            tag -> {
              throw wrong("usage.lang", tag);
            });
    speed
        .filter(words -> words < SpeechSettings.SLOWEST || words > SpeechSettings.FASTEST)
        .ifPresent(
            words -> {
              throw wrong("usage.speed", words);
            });
    return new Options(
        lang,
        voice,
        speed.map(OptionalInt::of).orElse(OptionalInt.empty()),
        braille,
        braillePassages.map(this::passages).orElse(Options.NONE.passages()),
        quality.map(this::quality).orElse(Options.NONE.quality()),
        style(),
        points.map(this::points).orElse(Options.NONE.points()),
        announce.map(word -> isOn("--announce", word)).orElse(Options.NONE.structure()),
        pageNumbers.map(word -> isOn("--page-numbers", word)),
        read);
  }

  private Passages passages(String name) {
    return Passages.find(name).orElseThrow(() -> wrong("usage.braille-passages", name));
  }

  private BookStyle style() {
    BookStyle usual = BookStyle.USUAL;
    BookStyle style = page.map(paper -> style(usual, paper)).orElse(usual);
    sheets
        .filter(count -> !BookStyle.isNumberOfSheets(count))
        .ifPresent(
            count -> {
              throw wrong("usage.sheets", count, BookStyle.FEWEST_SHEETS, BookStyle.MOST_SHEETS);
            });
    return new BookStyle(
        style.page(),
        duplex.orElse(style.duplex()),
        sheets.orElse(usual.sheets()),
        numbering
            .map(
                name ->
                    BookStyle.Numbering.find(name)
                        .orElseThrow(() -> wrong("usage.numbering", name)))
            .orElse(usual.numbering()),
        hyphenate,
        tables
            .map(name -> BookStyle.Tables.find(name).orElseThrow(() -> wrong("usage.tables", name)))
            .orElse(usual.tables()));
  }

  private BookStyle style(BookStyle usual, String paper) {
    return usual.on(paper).orElseThrow(() -> wrong("usage.page", paper, BookStyle.Profile.list()));
  }

  private Quality quality(String name) {
    for (Quality each : Quality.values()) {
      if (each.name().equals(name.toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    throw wrong("usage.quality", name);
  }

  private boolean isOn(String option, String word) {
    return switch (word) {
      case "on" -> true;
      case "off" -> false;
      default -> throw wrong("usage.on-off", word, option);
    };
  }

  private int points(int size) {
    if (!LargePrint.SIZES.contains(size)) {
      throw wrong("usage.points", size);
    }
    return size;
  }

  private void refuseToOverwriteTheSource(List<Format> formats)
      throws IOException, NotHereException {
    if (!Files.exists(source)) {
      return;
    }
    for (Format format : formats) {
      for (String name : Conversion.namesOf(format, source)) {
        Path result = out.resolve(name);
        if (Files.exists(result) && Files.isSameFile(result, source)) {
          throw wrong("usage.overwrites-source", result);
        }
      }
    }
    if (report.isPresent()
        && Files.exists(report.get())
        && Files.isSameFile(report.get(), source)) {
      throw wrong("usage.overwrites-source", report.get());
    }
  }

  /** Checked now, so that nobody waits an hour to hear that there is no room for the result. */
  private Path resultsFolder() {
    Path folder = out.toAbsolutePath();
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      throw wrong("usage.out", out);
    }
    return folder;
  }

  private Titik.WrongUsage wrong(String key, Object... arguments) {
    return new Titik.WrongUsage(spec, shell.words().say(key, arguments));
  }
}
