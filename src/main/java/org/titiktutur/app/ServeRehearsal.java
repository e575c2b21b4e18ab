package org.titiktutur.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.titiktutur.workshop.NativeStore;

/**
 * Starts the service once, in a folder of its own, and comes to its doors, so that the classes that
 * this takes go into the service's start-up archive (class data sharing).
 */
final class ServeRehearsal {

  private static final List<String> DOORS =
      List.of(
          "/",
          "/sign-in",
          "/help",
          "/none",
          "/health/ready",
          "/api/v1/items",
          "/api/v1/formats",
          "/api/v1/items/none");

  private ServeRehearsal() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("titik-rehearsal");
    try {
      rehearse(folder);
    } finally {
      NativeStore.deleteTree(folder);
    }
    System.exit(0);
  }

  private static void rehearse(Path folder) throws Exception {
    Map<ConfigurationKey, String> flags = new EnumMap<>(ConfigurationKey.class);
    flags.put(ConfigurationKey.PORT, "0");
    Configuration configuration = Configuration.read(folder, flags, Map.of());
    LogFile.begin(configuration);
    try (Service service = new Service(configuration, Optional.of("rehearsal"))) {
      service.start();
      HttpClient client = HttpClient.newHttpClient();
      for (String door : DOORS) {
        come(client, service.address().resolve(door.substring(1)));
      }
      String form =
          """
          --x
          Content-Disposition: form-data; name="source"; filename="kisah.txt"

          Selamat pagi semua.
          --x--
          """
              .replace("\n", "\r\n");
      client.send(
          HttpRequest.newBuilder(service.address().resolve("api/v1/items"))
              .header("Authorization", "Bearer rehearsal")
              .header("Content-Type", "multipart/form-data; boundary=x")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  private static void come(HttpClient client, URI door) throws IOException, InterruptedException {
    client.send(
        HttpRequest.newBuilder(door).header("Accept", "text/html").build(),
        HttpResponse.BodyHandlers.discarding());
  }
}
