package org.titiktutur.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.patrons.People;
import org.titiktutur.patrons.Repeats;
import org.titiktutur.production.DeskService;
import org.titiktutur.production.Machine;
import org.titiktutur.storage.DatabaseSettings;
import org.titiktutur.web.api.EmbossingResource;
import org.titiktutur.web.api.TextResource;

/** The embossing desk over HTTP, with a machine at the other end. */
@Timeout(120)
class EmbossingDoorTest {

  private static final String TOKEN = "rahasia-rahasia-rahasia";

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch goOn = new CountDownLatch(1);

  @TempDir private Path data;
  private Machine machine;
  private DeskService service;
  private Server server;

  @BeforeEach
  void open() throws Exception {
    machine = new Machine();
    service =
        DeskService.open(
            DatabaseSettings.sqlite(data), List.of(DeskService.embosser("everest", machine)));
    People people = new People(service.database());
    people.begin(Optional.of(TOKEN));
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            "",
            Proxies.NONE,
            1 << 20,
            0,
            false,
            Files.createDirectory(data.resolve("uploads")));
    server =
        new Server(
            settings,
            people,
            new PlainProblemPage(),
            failure -> false,
            List.of(
                new TextResource(service.production()),
                new EmbossingResource(service.desk(), new Repeats(service.database()))));
    server.start();
  }

  @AfterEach
  void close() throws Exception {
    goOn.countDown();
    server.close();
    service.close();
    machine.close();
  }

  /** An answer and what is in it. */
  private record Answer(int status, JsonNode json, HttpResponse<String> whole) {
    String text(String field) {
      return json.path(field).asText();
    }
  }

  private Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private Answer post(String path, String json, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(
        json.isEmpty()
            ? request.POST(HttpRequest.BodyPublishers.noBody())
            : request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    URI address = server.address().resolve("api/v1/" + path);
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept-Language", "en");
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), Json.MAPPER.readTree(answer.body()), answer);
  }

  private Answer await(String run, String state) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get("embossings/" + run), now -> now.text("state").equals(state));
  }

  private static String order(Rendition rendition, String more) {
    return "{\"rendition\":\"%s\",\"embosser\":\"everest\"%s}".formatted(rendition.id(), more);
  }

  @Test
  void aBookIsEmbossedAndConfirmed() throws Exception {
    Answer asked = post("embossings", order(service.braille(3), ",\"pages\":\"2-\",\"copies\":2"));
    assertThat(asked.status()).isEqualTo(202);
    String id = asked.text("id");
    assertThat(asked.whole().headers().firstValue("Location").orElseThrow())
        .endsWith("/api/v1/embossings/" + id);

    Answer sent = await(id, "sent");
    assertThat(sent.json().path("pagesHandedOver").asInt()).isEqualTo(4);
    assertThat(sent.json().path("pages").asInt()).isEqualTo(4);
    assertThat(sent.text("range")).isEqualTo("2-3");
    assertThat(machine.receivedInAll(1)).isEqualTo(DeskService.book(2, 3) + DeskService.book(2, 3));
    assertThat(post("embossings/" + id + "/confirm", "").text("state")).isEqualTo("confirmed");
  }

  @Test
  void aRunIsPausedAndGoesOnFromThePageThatIsNamed() throws Exception {
    machine.next(Machine.standingStillAfter(2, goOn));
    String id = post("embossings", order(service.braille(4), "")).text("id");
    Awaitility.await()
        .until(() -> get("embossings/" + id).json().path("pagesHandedOver").asInt() == 2);
    post("embossings/" + id + "/pause", "");
    assertThat(await(id, "paused").json().path("page").asInt()).isEqualTo(3);
    Answer resumed = post("embossings/" + id + "/resume", "{\"fromPage\":2}");
    assertThat(resumed.status()).isEqualTo(202);
    goOn.countDown();
    await(id, "sent");
    assertThat(machine.receivedInAll(2)).isEqualTo(DeskService.book(2, 4));
  }

  @Test
  void anInterruptedRunSaysWhyAndWaitsForStaff() throws Exception {
    machine.next(Machine.hangingUpAfter(1));
    String id = post("embossings", order(service.braille(3), "")).text("id");
    Answer interrupted = await(id, "interrupted");
    assertThat(interrupted.text("cause")).isEqualTo("lost");
    assertThat(interrupted.text("problem")).isEqualTo("everest: the connection broke.");
    assertThat(interrupted.json().path("resumeFrom").asInt()).isEqualTo(2);

    Answer vague = post("embossings/" + id + "/resume", "");
    assertThat(vague.status()).isEqualTo(400);
    assertThat(vague.text("type")).endsWith("/problems/bad-value");
    Answer tooSoon = post("embossings/" + id + "/confirm", "");
    assertThat(tooSoon.status()).isEqualTo(409);
    assertThat(tooSoon.text("detail")).contains("interrupted");
    assertThat(machine.connections()).isEqualTo(1);

    post("embossings/" + id + "/resume", "{\"fromPage\":2}");
    await(id, "sent");
    assertThat(machine.receivedInAll(2)).isEqualTo(DeskService.book(2, 3));
  }

  @Test
  void theSameOrderSentAgainUnderItsKeyEmbossesNothingTwice() throws Exception {
    Rendition braille = service.braille(1);
    Answer first = post("embossings", order(braille, ""), "Idempotency-Key", "a");
    await(first.text("id"), "sent");
    service.production().renditions().remove(braille.id());
    Answer again = post("embossings", order(braille, ""), "Idempotency-Key", "a");
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(machine.connections()).isEqualTo(1);
    Answer other = post("embossings", order(braille, ",\"copies\":2"), "Idempotency-Key", "a");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("type")).endsWith("/problems/key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "READY   | ,\"copies\":0          | 400 | bad-value",
        "READY   | ,\"pages\":[1]         | 400 | bad-value",
        "READY   | ,\"pages\":\"9-2\"     | 400 | bad-value",
        "READY   | ,\"colour\":\"red\"    | 400 | bad-value",
        "READY   | ,\"pages\":\"2-\"      | 422 | not-possible",
        "READY   | ,\"volumes\":2         | 422 | not-possible",
        "READY   | ,\"embosser\":\"tcp://127.0.0.1:22\" | 422 | not-there",
        "WAITING |                        | 409 | not-ready",
        "MP3     |                        | 422 | not-possible",
        "NONE    |                        | 422 | not-possible"
      })
  void whatCannotBeEmbossedIsRefusedWithAProblem(
      String which, String more, int status, String problem) throws Exception {
    String rendition =
        switch (which) {
          case "READY" -> service.braille(1).id();
          case "WAITING" -> service.waiting("brf").id();
          case "MP3" -> service.waiting("mp3").id();
          default -> "x";
        };
    String embosser = more != null && more.contains("embosser") ? "" : ",\"embosser\":\"everest\"";
    Answer refused =
        post(
            "embossings",
            "{\"rendition\":\"" + rendition + "\"" + embosser + (more == null ? "" : more) + "}");
    assertThat(refused.status()).as(refused.json().toString()).isEqualTo(status);
    assertThat(refused.text("type")).endsWith("/problems/" + problem);
    assertThat(machine.connections()).isZero();
  }

  @Test
  void strangersSeeWhichEmbossersThereAreAndNothingMore() throws Exception {
    URI embossers = server.address().resolve("api/v1/embossers");
    Answer strange = send(HttpRequest.newBuilder(embossers));
    assertThat(strange.json().path("items").path(0).toString())
        .isEqualTo(
            "{\"id\":\"everest\",\"name\":\"everest\",\"model\":\"generic\",\"paper\":\"100x90\",\"duplex\":false,"
                + "\"pagesPerHour\":300}");
    assertThat(get("embossers").json().path("items").path(0).path("address").asText())
        .isEqualTo(machine.address());
    for (String path : List.of("embossings", "embossings/x/pause", "embossings/x/resume")) {
      HttpRequest.Builder post =
          HttpRequest.newBuilder(server.address().resolve("api/v1/" + path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{}"));
      assertThat(send(post).status()).as(path).isEqualTo(401);
    }
    URI run = server.address().resolve("api/v1/embossings/x");
    assertThat(send(HttpRequest.newBuilder(run)).status()).isEqualTo(401);
    assertThat(get("embossings/x").status()).isEqualTo(404);
    assertThat(get("tables").status()).as("at the same address, another resource").isEqualTo(200);
  }
}
