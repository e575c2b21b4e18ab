package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * The real service on a free port, and a script that comes to it over HTTP. Every answer of the API
 * is held to the OpenAPI document.
 */
final class LibraryService implements AutoCloseable {

  static final String TOKEN = "token-of-the-administrator";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Description description = new Description();
  private final Service service;
  private final Set<String> routes;

  LibraryService(Path data) throws Exception {
    Map<ConfigurationKey, String> flags = new EnumMap<>(ConfigurationKey.class);
    flags.put(ConfigurationKey.PORT, "0");
    flags.put(ConfigurationKey.UPLOAD_LIMIT, "1");
    service = new Service(Configuration.read(data, flags, Map.of()), Optional.of(TOKEN));
    service.start();
    routes = Routes.of(service.resources());
  }

  Service service() {
    return service;
  }

  Set<String> routes() {
    return routes;
  }

  Description description() {
    return description;
  }

  URI at(String path) {
    return path.startsWith("http")
        ? URI.create(path)
        : service.address().resolve(path.substring(1));
  }

  /** One request as it will be sent. */
  final class Call {
    private final String method;
    private final URI address;
    private final HttpRequest.Builder request;
    private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

    Call(String method, String path) {
      this.method = method;
      this.address = at(path);
      this.request = HttpRequest.newBuilder(address).header("Accept-Language", "en");
    }

    Call with(String header, String value) {
      request.setHeader(header, value);
      return this;
    }

    Call signedIn() {
      return with("Authorization", "Bearer " + TOKEN);
    }

    Call json(String json) {
      body = HttpRequest.BodyPublishers.ofString(json);
      return with("Content-Type", "application/json");
    }

    /** What a page's form without files posts. */
    Call fields(String encoded) {
      body = HttpRequest.BodyPublishers.ofString(encoded);
      return with("Content-Type", "application/x-www-form-urlencoded");
    }

    /** A multipart form: name, value, name, value; the file comes last as {@code source}. */
    Call form(String filename, String content, String... fields) {
      StringBuilder form = new StringBuilder();
      for (int i = 0; i < fields.length; i += 2) {
        form.append("--x\r\nContent-Disposition: form-data; name=\"").append(fields[i]);
        form.append("\"\r\n\r\n").append(fields[i + 1]).append("\r\n");
      }
      form.append("--x\r\nContent-Disposition: form-data; name=\"source\"; filename=\"");
      form.append(filename).append("\"\r\n\r\n").append(content).append("\r\n--x--\r\n");
      body = HttpRequest.BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8);
      return with("Content-Type", "multipart/form-data; boundary=x");
    }

    Answer send() throws IOException, InterruptedException {
      HttpResponse<byte[]> response =
          client.send(
              request.method(method, body).build(), HttpResponse.BodyHandlers.ofByteArray());
      Answer answer = new Answer(response);
      String path = address.getRawPath();
      Optional<String> route =
          routes.stream().filter(each -> Routes.fits(each, method, path)).findFirst();
      if (route.isPresent() && description.routes().contains(route.get())) {
        String text = method.equals("HEAD") ? "" : answer.text();
        if (!(method.equals("HEAD") && answer.status() >= 400)) {
          assertThat(
                  description.check(
                      route.get(), answer.status(), answer.header("Content-Type"), text))
              .isEmpty();
        }
      }
      return answer;
    }
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return MAPPER.readTree(response.body());
    }

    /** The last word of the problem's type. */
    String problem() throws IOException {
      return json().path("type").textValue().replaceFirst(".*/", "");
    }
  }

  Call get(String path) {
    return new Call("GET", path);
  }

  Call post(String path) {
    return new Call("POST", path);
  }

  Call call(String method, String path) {
    return new Call(method, path);
  }

  /** Uploads a text and waits until it has been read. */
  String book(String filename, String text, String... fields) throws Exception {
    Answer added = post("/api/v1/items").signedIn().form(filename, text, fields).send();
    assertThat(added.status()).isEqualTo(201);
    String id = added.json().path("id").textValue();
    until("/api/v1/items/" + id, "ready");
    return id;
  }

  /** Wishes for a format and waits until it is there. */
  String rendition(String item, String format) throws Exception {
    Answer wished =
        post("/api/v1/items/" + item + "/renditions")
            .signedIn()
            .json("{\"format\":\"" + format + "\"}")
            .send();
    String id = wished.json().path("id").textValue();
    until("/api/v1/renditions/" + id, "ready");
    return id;
  }

  /** Waits for a state. */
  JsonNode until(String path, String state) {
    return until(path, json -> json.path("state").asText().equals(state));
  }

  /** Waits until something holds. */
  JsonNode until(String path, Predicate<JsonNode> holds) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> get(path).signedIn().send().json(), holds);
  }

  @Override
  public void close() {
    service.close();
  }
}
