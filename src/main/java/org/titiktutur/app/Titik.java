package org.titiktutur.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Recipes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line as a whole: which commands there are, and how failures become words and exit
 * codes.
 */
@Command(name = "titik", versionProvider = Titik.Version.class)
final class Titik implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private final Shell shell;

  private Titik(Shell shell) {
    this.shell = shell;
  }

  /** Runs one command; answers its exit code. */
  static int run(Shell shell, String... args) {
    Locale.setDefault(shell.tongue().locale());
    CommandLine line = new CommandLine(new Titik(shell));
    Map<String, Supplier<Object>> commands = commands(shell);
    Supplier<Object> asked = args.length > 0 ? commands.get(args[0]) : null;
    if (asked != null) {
      // Reading the annotations of one command is quicker than of all.
      line.addSubcommand(args[0], asked.get());
    } else {
      commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    }
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .descriptionKey("version")
                .build());
    offerHelp(line);
    line.getSubcommands().values().forEach(Titik::offerHelp);
    line.setResourceBundle(new HelpWords(shell.words()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((exception, arguments) -> wrongUsage(shell, exception));
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(shell, exception));
    return line.execute(args);
  }

  private static void offerHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).descriptionKey("help").build());
  }

  private static Map<String, Supplier<Object>> commands(Shell shell) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("convert", () -> new ConvertCommand(shell));
    commands.put("say", () -> new SayCommand(shell));
    commands.put("braille", () -> new BrailleCommand(shell));
    commands.put("voices", () -> new VoicesCommand(shell));
    commands.put("tables", () -> new TablesCommand(shell));
    commands.put("embossers", () -> new EmbossersCommand(shell));
    commands.put("emboss", () -> new EmbossCommand(shell));
    commands.put("serve", () -> new ServeCommand(shell));
    commands.put("user", () -> new UserCommand(shell));
    commands.put("backup", () -> new BackupCommand(shell));
    commands.put("restore", () -> new RestoreCommand(shell));
    commands.put("doctor", () -> new DoctorCommand(shell));
    return commands;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(shell.err());
    return Exit.USAGE;
  }

  private static int wrongUsage(Shell shell, ParameterException exception) {
    String command = exception.getCommandLine().getCommandName();
    String of = command.equals("titik") ? "" : command;
    String key;
    String what;
    if (exception instanceof WrongUsage wrong) {
      shell.err().println(wrong.getMessage());
      return Exit.USAGE;
    } else if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
      key = "usage.unknown";
      what = String.join(" ", unmatched.getUnmatched());
    } else if (exception instanceof CommandLine.MissingParameterException missing) {
      key = "usage.missing";
      what =
          String.join(
              ", ",
              missing.getMissing().stream()
                  .map(
                      argument ->
                          argument.isOption()
                              ? ((OptionSpec) argument).longestName()
                              : argument.paramLabel())
                  .toList());
    } else {
      key = "usage.invalid";
      what =
          exception.getArgSpec() != null && exception.getArgSpec().isOption()
              ? ((OptionSpec) exception.getArgSpec()).longestName()
                  + (exception.getValue() == null ? "" : " " + exception.getValue())
              : String.valueOf(exception.getValue());
    }
    shell.complain(key, what, of);
    return Exit.USAGE;
  }

  private static int failed(Shell shell, Exception exception) {
    if (exception instanceof NotHereException missing) {
      shell.complain(
          "not-here." + missing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          missing.name(),
          Recipes.codes());
      return Exit.NOT_HERE;
    }
    if (exception instanceof InterruptedException) {
      return Exit.FAULT;
    }
    shell.complain("fault", exception.toString().lines().findFirst().orElse(""));
    if (System.getenv("TITIK_LOG") != null) {
      exception.printStackTrace(shell.err());
    }
    return Exit.FAULT;
  }

  /**
   * A value that is well formed but that we cannot take; its message is in the reader's language.
   */
  static final class WrongUsage extends ParameterException {
    private static final long serialVersionUID = 1L;

    WrongUsage(CommandSpec spec, String message) {
      super(spec.commandLine(), message);
    }
  }

  /**
   * What help is worded with. ResourceBundle's own search would look for classes of its name in
   * every jar there is.
   */
  private static final class HelpWords extends ResourceBundle {
    private final Phrases words;

    HelpWords(Phrases words) {
      this.words = words;
    }

    @Override
    protected Object handleGetObject(String key) {
      return words.keys().contains(key) ? words.say(key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(words.keys());
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Titik Tutur " + (version == null ? "" : version).strip()};
    }
  }
}
