package org.titiktutur.production;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.titiktutur.storage.DatabaseSettings;

/** A service in a process of its own, to be killed. It says how many pages were handed over. */
final class KilledDesk {

  private KilledDesk() {}

  /**
   * Arguments: data folder, address of PostgreSQL or "-", address of the machine, and then either
   * how many pages a new run has, or the id of one and the page to go on from.
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    DatabaseSettings settings =
        args[1].equals("-")
            ? DatabaseSettings.sqlite(data)
            : DatabaseSettings.postgresql(args[1], "postgres", "", data);
    Embosser everest =
        Embosser.of(
            "everest",
            Optional.empty(),
            args[2],
            Optional.empty(),
            Optional.of("100x90"),
            false,
            Optional.empty());
    try (DeskService service = DeskService.open(settings, List.of(everest))) {
      EmbossingRun run;
      if (args.length == 4) {
        run = service.emboss(service.braille(Integer.parseInt(args[3])), "everest");
        say("run " + run.id());
      } else {
        run =
            service
                .desk()
                .resume(args[3], OptionalInt.of(Integer.parseInt(args[4])), "Budi")
                .orElseThrow();
      }
      while (service.now(run).state() != EmbossingState.SENT) {
        int before = run.pagesHandedOver();
        run = service.await(run, now -> now.pagesHandedOver() > before || now.at().isEmpty());
        say("pages " + run.pagesHandedOver());
      }
    }
  }

  private static void say(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
