package org.titiktutur.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The service as a whole process, over HTTP: CPU and memory up to ready, a wish up to the first
 * chapter that can be played, requests a second for the page of an item, and 200 downloads of a
 * range at once against nginx on the same file, in turn.
 *
 * <p>Without {@code nginx} the last is left out. The client runs on the same cores and takes its
 * share of both.
 */
public final class ServiceSpeed {

  private static final int ROUNDS = Integer.getInteger("titik.rounds", 5);

  /** Some of {@code start}, {@code first}, {@code pages}, {@code downloads}. */
  private static final List<String> ONLY =
      List.of(System.getProperty("titik.service", "start,first,pages,downloads").split(","));

  private static final int AT_ONCE = 200;
  private static final int RANGE = 1 << 20;
  private static final String TOKEN = "titik-bench-0123456789-abcdefghijklmnop";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Process service;
  private String base;

  private ServiceSpeed(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs it all.
   *
   * @param args the launcher, by default {@code ./titik}
   */
  public static void main(String[] args) throws Exception {
    Path titik = Path.of(args.length > 0 ? args[0] : "titik").toAbsolutePath();
    Path folder = Files.createTempDirectory("titik-bench");
    ServiceSpeed bench = new ServiceSpeed(folder);
    try {
      bench.run(titik);
    } finally {
      if (bench.service != null) {
        bench.service.destroy();
        bench.service.waitFor(10, TimeUnit.SECONDS);
      }
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void run(Path titik) throws Exception {
    start(titik);
    if (ONLY.contains("start")) {
      // Twice: the first start fills the folder, the second is what a restart costs.
      service.destroy();
      service.waitFor();
      long begun = System.nanoTime();
      start(titik);
      System.out.printf(
          Locale.ROOT,
          "start to ready: %.2f s wall, %.2f s CPU%n",
          (System.nanoTime() - begun) / 1e9,
          cpuSeconds(service));
    }
    if (ONLY.contains("first")) {
      firstChapter();
      Thread.sleep(Duration.ofSeconds(5).toMillis());
      System.out.printf(Locale.ROOT, "idle: %d MiB resident%n", residentMib(service));
    }
    if (ONLY.contains("pages")) {
      String chapters = upload("pages.txt", text(12, 500, 77));
      page("/items/" + chapters, "the page of an item");
      page("/api/v1/items/" + chapters, "the item as JSON");
    }
    if (ONLY.contains("downloads")) {
      downloads();
    }
  }

  private void start(Path titik) throws Exception {
    int port = freePort();
    base = "http://127.0.0.1:" + port;
    ProcessBuilder builder =
        new ProcessBuilder(
                titik.toString(), "serve", "--port", "" + port, "--data", folder + "/data")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("TITIK_TOKEN", TOKEN);
    service = builder.start();
    long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!ready()) {
      if (!service.isAlive() || System.nanoTime() > until) {
        throw new IOException(Files.readString(folder.resolve("log")));
      }
      Thread.sleep(20);
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/health/ready")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A story, whose workers are the first to be started, is made whole; a novel, for workers that
   * are warm by then, only until its first chapter can be heard.
   */
  private void firstChapter() throws Exception {
    List<Double> firsts = new ArrayList<>();
    List<Double> wholes = new ArrayList<>();
    List<Double> novels = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String story = upload("story" + round + ".txt", text(12, 500, round));
      long begun = System.nanoTime();
      String rendition = wish(story, "{\"format\":\"mp3\"}");
      firsts.add(playable(rendition, begun));
      while (!get("/api/v1/renditions/" + rendition).path("state").asText().equals("ready")) {
        Thread.sleep(20);
      }
      wholes.add((System.nanoTime() - begun) / 1e9);

      String novel = upload("novel" + round + ".txt", text(40, 1500, 1000 + round));
      begun = System.nanoTime();
      rendition = wish(novel, "{\"format\":\"mp3\"}");
      novels.add(playable(rendition, begun));
      client.send(
          asked("/api/v1/renditions/" + rendition).DELETE().build(), BodyHandlers.discarding());
    }
    System.out.printf(
        Locale.ROOT,
        "wish to first playable chapter: %.2f s of a story of 12 x 500 words (workers cold: %.2f s),"
            + " %.2f s of a novel of 40 x 1500; the whole story as MP3: %.2f s%n",
        median(firsts),
        firsts.get(0),
        median(novels),
        median(wholes));
  }

  /** Seconds since then, once its first chapter has been fetched. */
  private double playable(String rendition, long since) throws Exception {
    while (true) {
      JsonNode now = get("/api/v1/renditions/" + rendition);
      JsonNode first = now.path("files").path(0);
      if (first.path("name").asText().startsWith("001")) {
        HttpResponse<byte[]> chapter =
            client.send(asked(first.path("href").asText()).build(), BodyHandlers.ofByteArray());
        if (chapter.statusCode() == 200 && chapter.body().length == first.path("bytes").asInt()) {
          return (System.nanoTime() - since) / 1e9;
        }
      } else if (now.path("state").asText().equals("failed")) {
        throw new IOException(now.toString());
      }
      Thread.sleep(20);
    }
  }

  private void page(String path, String what) throws Exception {
    HttpRequest once = HttpRequest.newBuilder(URI.create(base + path)).build();
    int status = client.send(once, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException(path + ": " + status);
    }
    requests(path, Duration.ofSeconds(5));
    double before = cpuSeconds(service);
    Duration time = Duration.ofSeconds(5);
    long done = requests(path, time);
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f requests/s over 8 connections, %.2f ms CPU of the service each%n",
        what,
        done / (double) time.toSeconds(),
        (cpuSeconds(service) - before) * 1000 / done);
  }

  private long requests(String path, Duration time) throws Exception {
    AtomicLong done = new AtomicLong();
    long until = System.nanoTime() + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (System.nanoTime() < until) {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    if (status != 200) {
                      throw new IllegalStateException(path + ": " + status);
                    }
                    done.incrementAndGet();
                  }
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return done.get();
  }

  private void downloads() throws Exception {
    String item = upload("long.txt", text(1, 6000, 99));
    String rendition = wish(item, "{\"format\":\"mp3\",\"options\":{\"quality\":\"arsip\"}}");
    JsonNode made = get("/api/v1/renditions/" + rendition);
    while (!made.path("state").asText().equals("ready")) {
      Thread.sleep(100);
      made = get("/api/v1/renditions/" + rendition);
    }
    JsonNode file = made.path("files").get(0);
    String ours = base + URI.create(file.path("href").asText()).getPath();
    byte[] bytes =
        client
            .send(HttpRequest.newBuilder(URI.create(ours)).build(), BodyHandlers.ofByteArray())
            .body();
    Path nginx = nginx();
    if (nginx == null) {
      System.out.println("SKIPPED: nginx is not installed; downloads are not compared");
      return;
    }
    Path files = Files.createDirectories(folder.resolve("plain"));
    Files.write(files.resolve("file.mp3"), bytes);
    int port = freePort();
    Process plain = startNginx(nginx, port, files);
    try {
      String theirs = "http://127.0.0.1:" + port + "/file.mp3";
      List<Double> our = new ArrayList<>();
      List<Double> their = new ArrayList<>();
      ranges(ours, bytes.length);
      ranges(theirs, bytes.length);
      double ourCpu = cpuSeconds(service);
      double theirCpu = cpuSeconds(plain);
      for (int round = 0; round < ROUNDS; round++) {
        our.add(ranges(ours, bytes.length));
        their.add(ranges(theirs, bytes.length));
      }
      System.out.printf(
          Locale.ROOT,
          "200 ranges of 1 MiB at once: ours %.3f s, nginx %.3f s, ratio %.2f;"
              + " CPU of the server %.2f s and %.2f s a round%n",
          median(our),
          median(their),
          median(our) / median(their),
          (cpuSeconds(service) - ourCpu) / ROUNDS,
          (cpuSeconds(plain) - theirCpu) / ROUNDS);
    } finally {
      plain.destroy();
      plain.waitFor();
    }
  }

  private double ranges(String address, int length) {
    Random random = new Random(7);
    List<CompletableFuture<HttpResponse<Void>>> all = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < AT_ONCE; i++) {
      int from = random.nextInt(length - RANGE);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .header("Range", "bytes=" + from + "-" + (from + RANGE - 1))
              .build();
      all.add(client.sendAsync(request, BodyHandlers.discarding()));
    }
    for (CompletableFuture<HttpResponse<Void>> each : all) {
      if (each.join().statusCode() != 206) {
        throw new IllegalStateException(address + ": " + each.join().statusCode());
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private String upload(String name, String text) throws Exception {
    String border = "titik-bench-border";
    String body =
        part(border, "rights", "public-domain")
            + "--"
            + border
            + "\r\nContent-Disposition: form-data; name=\"source\"; filename=\""
            + name
            + "\"\r\nContent-Type: text/plain\r\n\r\n"
            + text
            + "\r\n--"
            + border
            + "--\r\n";
    JsonNode item =
        send(
            asked("/api/v1/items")
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    String id = item.path("id").asText();
    while (true) {
      JsonNode now = get("/api/v1/items/" + id);
      if (now.path("state").asText().equals("ready")) {
        return id;
      } else if (now.path("state").asText().equals("refused")) {
        throw new IOException(now.toString());
      }
      Thread.sleep(20);
    }
  }

  private static String part(String border, String name, String value) {
    return "--"
        + border
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private String wish(String item, String body) throws Exception {
    return send(asked("/api/v1/items/" + item + "/renditions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .path("id")
        .asText();
  }

  private JsonNode get(String path) throws Exception {
    return send(asked(path));
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.request().uri() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder asked(String path) {
    URI address = URI.create(base).resolve(path);
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + TOKEN);
  }

  private Process startNginx(Path nginx, int port, Path files) throws Exception {
    Path settings =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off; worker_processes auto; pid %1$s/nginx.pid; error_log stderr;
            events { worker_connections 1024; }
            http {
              access_log off; sendfile on; tcp_nopush on;
              client_body_temp_path %1$s/n1; proxy_temp_path %1$s/n2; fastcgi_temp_path %1$s/n3;
              uwsgi_temp_path %1$s/n4; scgi_temp_path %1$s/n5;
              server { listen 127.0.0.1:%2$d; root %3$s; }
            }
            """
                .formatted(folder, port, files));
    // The workers of a server that was started by root are somebody else, who must get in.
    folder.toFile().setExecutable(true, false);
    Process process =
        new ProcessBuilder(nginx.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    String address = "http://127.0.0.1:" + port + "/file.mp3";
    long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < until) {
      try {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return process;
        }
      } catch (IOException e) {
        // Not yet.
      }
      Thread.sleep(50);
    }
    process.destroy();
    throw new IOException(Files.readString(folder.resolve("nginx.log")));
  }

  private static Path nginx() {
    for (String place : List.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")) {
      if (Files.isExecutable(Path.of(place))) {
        return Path.of(place);
      }
    }
    return null;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Of a process and all below it that live. */
  private static double cpuSeconds(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToDouble(
            each ->
                each.info()
                    .totalCpuDuration()
                    .map(Duration::toMillis)
                    .map(ms -> ms / 1e3)
                    .orElse(0.0))
        .sum();
  }

  private static long residentMib(Process process) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** A text that is different for each seed, so that nothing is there already. */
  private static String text(int chapters, int words, int seed) {
    String[] some = {
      "Ibu", "guru", "membacakan", "buku", "cerita", "di", "serambi", "sebelum", "hujan", "turun",
      "nelayan", "menyalin", "peta", "laut", "pada", "pagi", "hari", "anak", "desa", "pasar"
    };
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int chapter = 1; chapter <= chapters; chapter++) {
      text.append("\n\nBAB ").append(chapter).append("\n\n");
      for (int word = 1; word <= words; word++) {
        text.append(some[random.nextInt(some.length)]);
        text.append(word % 12 == 0 ? ". " : word % 90 == 89 ? "\n\n" : " ");
      }
    }
    return text.toString();
  }
}
