package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.titiktutur.embossing.Address;
import org.titiktutur.embossing.AddressException;
import org.titiktutur.embossing.Catalogue;
import org.titiktutur.embossing.Device;
import org.titiktutur.embossing.DoesNotFitException;
import org.titiktutur.embossing.Handover;
import org.titiktutur.embossing.Model;
import org.titiktutur.embossing.Outcome;
import org.titiktutur.embossing.PageRange;
import org.titiktutur.embossing.Paper;
import org.titiktutur.embossing.Patience;
import org.titiktutur.embossing.Plan;
import org.titiktutur.embossing.Stop;
import org.titiktutur.embossing.TextModel;
import org.titiktutur.formats.BrailleFile;
import org.titiktutur.formats.BrailleFiles;
import org.titiktutur.production.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code titik emboss}: a braille file to a device, page by page. */
@Command(name = "emboss")
final class EmbossCommand implements Callable<Integer> {

  private static final int MOST_COPIES = 1000;

  @Parameters(paramLabel = "FILE", descriptionKey = "emboss.file")
  private Path file;

  @Option(names = "--to", required = true, paramLabel = "DEVICE", descriptionKey = "emboss.to")
  private String to;

  @Option(names = "--pages", paramLabel = "3-7|7-", descriptionKey = "emboss.pages")
  private Optional<String> pages;

  @Option(names = "--copies", paramLabel = "N", descriptionKey = "emboss.copies")
  private int copies = 1;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "emboss.model")
  private Optional<String> model;

  @Option(names = "--paper", paramLabel = "COLSxROWS|a4|11x11.5in", descriptionKey = "emboss.paper")
  private Optional<String> paper;

  @Option(names = "--duplex", descriptionKey = "emboss.duplex")
  private boolean duplex;

  @Option(names = "--patience", paramLabel = "SECONDS", descriptionKey = "emboss.patience")
  private int patience = (int) Patience.STANDARD.stall().toSeconds();

  @Option(names = "--dry-run", descriptionKey = "emboss.dry-run")
  private boolean dryRun;

  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "emboss.quiet")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Shell shell;
  private final Phrases deviceWords;

  EmbossCommand(Shell shell) {
    this.shell = shell;
    this.deviceWords = new Phrases("embossing", shell.tongue());
  }

  @Override
  public Integer call() throws IOException {
    PageRange range = pages.map(this::range).orElse(PageRange.ALL);
    if (copies < 1 || copies > MOST_COPIES) {
      throw wrong("usage.copies", copies, MOST_COPIES);
    }
    if (patience < 1) {
      throw wrong("usage.patience", patience);
    }
    Device device;
    try {
      device = device();
    } catch (AddressException e) {
      if (e.reason() == AddressException.Reason.MALFORMED) {
        throw wrong("usage.address", e.text());
      }
      shell.complain(
          e.reason() == AddressException.Reason.NOT_BUILT ? "not-here.way" : "not-here.device",
          e.text());
      return Exit.NOT_HERE;
    }
    Phrases findingWords = new Phrases("findings", shell.tongue());
    BrailleFile read;
    try (Scratch scratch = Scratch.open()) {
      read = new BrailleFiles(scratch.workers()).read(file, scratch.folder("pages"));
    }
    if (read instanceof BrailleFile.Refused refused) {
      shell.err().println(findingWords.refuse(refused.finding()));
      return Exit.REFUSED;
    }
    BrailleFile.Read book = (BrailleFile.Read) read;
    Plan plan;
    try {
      plan = Plan.of(device, book.book(), range, copies);
    } catch (DoesNotFitException e) {
      shell.err().println(deviceWords.say(e.key(), e.arguments().toArray()));
      return Exit.REFUSED;
    }
    if (!quiet) {
      book.findings().forEach(finding -> shell.err().println(findingWords.say(finding)));
    }
    if (dryRun) {
      tell(plan);
      return Exit.MADE;
    }
    return handOver(plan);
  }

  private PageRange range(String text) {
    return PageRange.parse(text).orElseThrow(() -> wrong("usage.pages", text));
  }

  private Device device() throws AddressException, IOException {
    Address address = Address.parse(to);
    if (address instanceof Address.File target
        && Files.exists(target.path())
        && Files.exists(file)
        && Files.isSameFile(target.path(), file)) {
      throw wrong("usage.overwrites-file", target.path());
    }
    Model kind = TextModel.GENERIC;
    if (model.isPresent()) {
      kind =
          Catalogue.find(model.get())
              .orElseThrow(() -> wrong("usage.model", model.get(), nearest(model.get())));
    }
    Paper loaded =
        paper
            .map(size -> Paper.parse(size).orElseThrow(() -> wrong("usage.paper", size)))
            .orElse(Paper.LARGEST_USUAL);
    if (duplex && !kind.hasTwoSides()) {
      throw wrong("usage.one-side", kind.id());
    }
    if (kind.room(loaded, duplex).isEmpty()) {
      throw wrong("usage.paper-of-model", kind.id(), loaded);
    }
    return new Device(
        address.toString(), address, kind, loaded, duplex, Device.USUAL_PAGES_PER_HOUR);
  }

  private static String nearest(String model) {
    return Nearest.of(model, Catalogue.models().stream().map(Model::id));
  }

  private void tell(Plan plan) {
    say("emboss.plan.device", plan.device().name(), plan.device().paper());
    say("emboss.plan.pages", plan.pages() / plan.copies(), plan.range(), plan.copies());
    say(plan.device().duplex() ? "emboss.plan.sheets.both" : "emboss.plan.sheets", plan.sheets());
    say("emboss.plan.bytes", plan.bytes());
    long minutes = Math.max(1, Math.round(plan.estimate().toSeconds() / 60.0));
    say("emboss.plan.minutes", minutes, plan.device().pagesPerHour());
  }

  private void say(String key, Object... arguments) {
    shell.out().println(shell.words().say(key, arguments));
  }

  private int handOver(Plan plan) {
    Handover handover =
        new Handover(plan, Patience.STANDARD.withStall(Duration.ofSeconds(patience)));
    try (Signal signal = new Signal(handover::cancel)) {
      Outcome outcome;
      try (StatusLine line = new StatusLine(shell, quiet, Duration.ofSeconds(1))) {
        outcome = handover.run(new Status(line, plan));
      }
      return signal.ended(tell(plan, outcome));
    }
  }

  /** Says what happens at the device. */
  private final class Status implements Handover.Listener {

    private final StatusLine line;
    private final Plan plan;

    Status(StatusLine line, Plan plan) {
      this.line = line;
      this.plan = plan;
    }

    @Override
    public void handedOver(int copy, int page, int done, int all) {
      line.show(
          () ->
              plan.copies() > 1
                  ? shell.words().say("emboss.page.copy", copy, page, done, all)
                  : page == done
                      ? shell.words().say("emboss.page", page, all)
                      : shell.words().say("emboss.page.range", page, done, all));
    }

    @Override
    public void waiting(Stop at, Duration since) {
      line.showNow(shell.words().say("emboss.waiting", at.page(), since.toSeconds()));
    }
  }

  private int tell(Plan plan, Outcome outcome) {
    if (outcome instanceof Outcome.Sent) {
      if (!quiet) {
        shell.complain("emboss.sent", plan.pages(), plan.sheets(), plan.device().name());
      }
      return Exit.MADE;
    }
    Stop at;
    if (outcome instanceof Outcome.Interrupted interrupted) {
      at = interrupted.at();
      shell.err().println(deviceWords.say(interrupted.cause().key(), plan.device().name()));
    } else {
      at = ((Outcome.Cancelled) outcome).at();
    }
    if (at.resumeAt() > plan.range().first() || at.copy() > 1) {
      shell.complain("emboss.look");
    }
    int copiesLeft = plan.copies() - at.copy();
    if (copiesLeft > 0) {
      shell.complain("emboss.copies-left", copiesLeft);
    }
    shell.complain(
        outcome instanceof Outcome.Cancelled ? "emboss.cancelled" : "emboss.interrupted",
        at.page(),
        plan.range().from(at.resumeAt()));
    return Exit.INTERRUPTED;
  }

  private Titik.WrongUsage wrong(String key, Object... arguments) {
    return new Titik.WrongUsage(spec, shell.words().say(key, arguments));
  }
}
