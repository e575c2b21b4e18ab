package org.titiktutur.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.titiktutur.braille.BrailleEngine;
import org.titiktutur.braille.BrailleTable;
import org.titiktutur.braille.BrailleTables;
import org.titiktutur.braille.BrailleUnavailable;
import org.titiktutur.braille.Brailler;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Origin;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.Rung;
import org.titiktutur.speech.VoiceEntry;
import org.titiktutur.workshop.NativeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code titik doctor}: which engines and encoders run here, what would make them faster, where
 * native code may lie, and what each language can be spoken and brailled with. Ends with 4 where
 * something is missing.
 */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "doctor.data")
  private Optional<Path> data;

  @Option(names = "--every-byte", descriptionKey = "doctor.every-byte")
  private boolean everyByte;

  @Spec private CommandSpec spec;

  private final Shell shell;
  private boolean well = true;

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    say("doctor.java", System.getProperty("java.version"), System.getProperty("java.home"));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    say(mayHoldNativeCode(temporary) ? "doctor.temporary.yes" : "doctor.temporary.no", temporary);
    Path natives = NativeStore.standard().root();
    if (mayHoldNativeCode(natives)) {
      say("doctor.natives.yes", natives);
    } else {
      say("doctor.natives.no", natives);
      well = false;
    }
    try (Scratch scratch = Scratch.open()) {
      Narrator narrator = new Narrator(scratch.workers());
      for (Rung rung : narrator.rungs(scratch.folder("rungs")).get()) {
        tell(rung);
      }
      braille(new Brailler(scratch.workers()), scratch.folder("braille"));
      languages(narrator.voices(scratch.folder("voices")).get());
    }
    well &= new ServiceExamination(shell, Library.of(spec, shell, data), everyByte).run();
    say(well ? "doctor.well" : "doctor.unwell");
    return well ? Exit.MADE : Exit.NOT_HERE;
  }

  private void tell(Rung rung) {
    switch (rung.from()) {
      case SYSTEM -> say("doctor.rung.system", rung.work(), rung.version());
      case BUNDLED -> say("doctor.rung.bundled", rung.work(), rung.version());
      case MISSING -> {
        say("doctor.rung.missing", rung.work());
        well = false;
      }
    }
    if (!rung.wanted().isEmpty()) {
      say(rung.runs() ? "doctor.faster" : "doctor.install", rung.wanted());
    }
  }

  private void braille(Brailler brailler, Path folder) {
    try {
      BrailleEngine engine = brailler.engine(folder);
      say(
          engine.bundled() ? "doctor.rung.bundled" : "doctor.rung.system",
          "braille",
          "liblouis " + engine.version());
    } catch (BrailleUnavailable e) {
      say("doctor.rung.missing", "liblouis");
      say("doctor.install", "liblouis20");
      well = false;
    }
  }

  private void languages(List<VoiceEntry> voices) {
    BrailleTables tables = BrailleTables.standard();
    Map<String, String> voiceOf = new TreeMap<>();
    for (VoiceEntry voice : voices) {
      String tag = voice.language();
      if (Language.isTag(tag)) {
        voiceOf.putIfAbsent(primary(tag), voice.voice().toString());
      }
    }
    voiceOf.put("en", "freetts:kevin16");
    String none = shell.words().say("doctor.none");
    for (BrailleTable table : tables.list()) {
      table.languages().stream()
          .limit(1)
          .filter(Language::isTag)
          .forEach(tag -> voiceOf.putIfAbsent(primary(tag), none));
    }
    say("doctor.languages");
    Set<String> tags = new LinkedHashSet<>(List.of("id", "en"));
    tags.addAll(voiceOf.keySet());
    for (String tag : tags) {
      String voice = voiceOf.getOrDefault(tag, none);
      String table = table(tables, tag);
      if (!voice.equals(none) || !table.equals(none)) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(shell.tongue().locale());
        say("doctor.language", tag, name.equals(tag) ? "" : name + ": ", voice, table);
      }
    }
  }

  private String table(BrailleTables tables, String tag) {
    try {
      BrailleTables.Choice choice = tables.choose(new Language(tag, Origin.ASKED), null);
      return choice.fits() ? choice.table().id() : shell.words().say("doctor.none");
    } catch (BrailleUnavailable e) {
      return shell.words().say("doctor.none");
    }
  }

  private static String primary(String tag) {
    return new Language(tag, Origin.ASKED).primary();
  }

  /** Tries it: a folder on a disk that is mounted noexec runs no programs and maps no libraries. */
  private static boolean mayHoldNativeCode(Path folder) throws InterruptedException {
    Path probe = null;
    try {
      Files.createDirectories(folder);
      probe =
          Files.createTempFile(
              folder,
              "titik",
              ".sh",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.writeString(probe, "#!/bin/sh\n");
      return new ProcessBuilder(probe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } finally {
      if (probe != null) {
        try {
          Files.deleteIfExists(probe);
        } catch (IOException e) {
          // It is empty, and the next run makes another.
        }
      }
    }
  }

  private void say(String key, Object... arguments) {
    shell.out().println(shell.words().say(key, arguments));
  }
}
