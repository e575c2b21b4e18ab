package org.titiktutur.production;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.storage.DatabaseSettings;

/**
 * A service in a process of its own, to be killed. It says on standard output how far the rendition
 * is, and ends by itself when that is ready.
 */
final class KilledService {

  private KilledService() {}

  /** Arguments: data folder, address of PostgreSQL or "-", and the text of a book if it is new. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    DatabaseSettings settings =
        args[1].equals("-")
            ? DatabaseSettings.sqlite(data)
            : DatabaseSettings.postgresql(args[1], "postgres", "", data);
    CountDownLatch ready = new CountDownLatch(1);
    try (TestService service = TestService.open(settings)) {
      say("ready");
      if (args.length > 2) {
        Item item = service.add("buku.md", java.nio.file.Files.readString(Path.of(args[2])));
        service.wish(item, "mp3", Map.of());
        service.wish(item, "brf", Map.of());
      }
      List<Rendition> wished = service.production().renditions().ofItem(only(service).id());
      Rendition rendition = wished.get(0);
      try (AutoCloseable watching =
          service
              .production()
              .wishes()
              .watch(
                  rendition.id(),
                  now -> {
                    say(now.state() + " " + now.percent());
                    if (now.state().isFinal()) {
                      ready.countDown();
                    }
                  })) {
        ready.await();
        service.made(wished.get(1));
        say("end " + watching.hashCode());
      }
    }
  }

  private static Item only(TestService service) {
    return service
        .production()
        .items()
        .list(
            org.titiktutur.catalog.Search.everything(
                java.util.EnumSet.allOf(org.titiktutur.catalog.Rights.class)))
        .items()
        .get(0);
  }

  private static synchronized void say(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
