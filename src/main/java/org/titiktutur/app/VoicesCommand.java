package org.titiktutur.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.titiktutur.speech.Narrator;
import org.titiktutur.speech.VoiceEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code titik voices}: every voice that loads on this machine. */
@Command(name = "voices")
final class VoicesCommand implements Callable<Integer> {

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  private final Shell shell;

  VoicesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    List<VoiceEntry> voices;
    try (Scratch scratch = Scratch.open()) {
      voices = new Narrator(scratch.workers()).voices(scratch.folder("voices")).get();
    }
    if (json) {
      shell
          .out()
          .println(
              new JsonMapper()
                  .writeValueAsString(
                      voices.stream()
                          .map(
                              each ->
                                  new Row(
                                      each.voice().toString(), each.language(), each.description()))
                          .toList()));
    } else {
      for (VoiceEntry each : voices) {
        shell.out().println(each.voice() + "\t" + each.language() + "\t" + each.description());
      }
    }
    return Exit.MADE;
  }

  /** A voice as the API lists it too. */
  private record Row(String id, String language, String name) {}
}
