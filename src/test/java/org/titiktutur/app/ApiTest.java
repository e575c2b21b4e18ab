package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API as a script meets it; every answer is also held to the OpenAPI document. */
class ApiTest {

  private static final String TEXT = "Bab satu\n\nAni membaca buku. Ia senang.\n";

  private static LibraryService library;

  @BeforeAll
  static void open(@TempDir Path data) throws Exception {
    library = new LibraryService(data);
  }

  @AfterAll
  static void close() {
    library.close();
  }

  @Test
  void everyRouteOfTheApiIsDescribedAndEveryDescribedRouteExists() {
    Set<String> ours =
        library.routes().stream()
            .filter(route -> route.contains(" /api/") || route.matches("GET /(health|metrics).*"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(library.description().routes()).isEqualTo(ours);
  }

  @Test
  void theDescriptionIsServedAsItIsWritten() throws Exception {
    assertThat(library.get("/api/v1/openapi.json").send().json())
        .isEqualTo(library.description().document());
  }

  @Test
  void anUploadIsOnTheShelfAtOnceAndReadSoon() throws Exception {
    LibraryService.Answer added =
        library
            .post("/api/v1/items")
            .signedIn()
            .form("Méong.txt", TEXT, "title", "Kucing", "authors", "Ani", "authors", "Budi")
            .send();

    assertThat(added.status()).isEqualTo(201);
    JsonNode item = added.json();
    assertThat(added.header("Location"))
        .isEqualTo(library.at("/api/v1/items/" + item.path("id").textValue()).toString());
    assertThat(item.path("title").textValue()).isEqualTo("Kucing");
    assertThat(item.path("authors")).extracting(JsonNode::textValue).containsExactly("Ani", "Budi");
    assertThat(item.path("rights").textValue()).isEqualTo("exception");
    assertThat(item.path("source").path("name").textValue()).isEqualTo("Méong.txt");
    library.until("/api/v1/items/" + item.path("id").textValue(), "ready");
  }

  @Test
  void aSourceThatCannotBeReadIsRefusedInTheReadersLanguage() throws Exception {
    LibraryService.Answer added =
        library
            .post("/api/v1/items")
            .signedIn()
            .form("rusak.pdf", "%PDF-1.7 but not really")
            .send();
    String path = "/api/v1/items/" + added.json().path("id").textValue();

    JsonNode refused = library.until(path, "refused");
    String indonesian =
        library
            .get(path)
            .signedIn()
            .with("Accept-Language", "id")
            .send()
            .json()
            .path("refusal")
            .textValue();

    assertThat(refused.path("refusal").textValue()).isNotBlank().isNotEqualTo(indonesian);
    assertThat(library.get(path + "/publication").signedIn().send().status()).isEqualTo(409);
    assertThat(
            library
                .post(path + "/renditions")
                .signedIn()
                .json("{\"format\":\"txt\"}")
                .send()
                .status())
        .isEqualTo(409);
  }

  @Test
  void aTextIsShownSentenceBySentence() throws Exception {
    String item = library.book("a.txt", TEXT);

    JsonNode publication =
        library.get("/api/v1/items/" + item + "/publication").signedIn().send().json();

    assertThat(publication.findValuesAsText("text")).contains("Ani membaca buku.", "Ia senang.");
    assertThat(library.get("/api/v1/items/" + item + "/findings").signedIn().send().status())
        .isEqualTo(200);
  }

  @Test
  void theSameWishTwiceIsOneRendition() throws Exception {
    String item = library.book("b.txt", TEXT);
    String path = "/api/v1/items/" + item + "/renditions";

    LibraryService.Answer first = library.post(path).signedIn().json("{\"format\":\"txt\"}").send();
    LibraryService.Answer second =
        library.post(path).signedIn().json("{\"format\":\"txt\"}").send();

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void aRenditionIsDownloadedWholeInPartsAndByItsHead() throws Exception {
    String rendition = library.rendition(library.book("c.txt", TEXT, "title", "Émak"), "brf");
    String path = "/api/v1/renditions/" + rendition;
    JsonNode file = library.get(path).signedIn().send().json().path("files").get(0);

    LibraryService.Answer whole = library.get(path + "/content").signedIn().send();
    String tag = "\"" + sha256(whole.response().body()) + "\"";
    LibraryService.Answer named = library.get(file.path("href").textValue()).signedIn().send();
    LibraryService.Answer part =
        library
            .get(path + "/content")
            .signedIn()
            .with("Range", "bytes=1-3")
            .with("If-Range", tag)
            .send();
    LibraryService.Answer head = library.call("HEAD", path + "/content").signedIn().send();
    LibraryService.Answer same =
        library.get(path + "/content").signedIn().with("If-None-Match", tag).send();
    LibraryService.Answer beyond =
        library.get(path + "/content").signedIn().with("Range", "bytes=999999-").send();

    assertThat(whole.header("ETag")).isEqualTo(tag);
    assertThat(file.path("sha256").textValue()).isEqualTo(sha256(whole.response().body()));
    assertThat(named.response().body()).isEqualTo(whole.response().body());
    assertThat(whole.header("Content-Disposition")).contains("filename*=UTF-8''%C3%89mak");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo(whole.text().substring(1, 4));
    assertThat(head.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
    assertThat(same.status()).isEqualTo(304);
    assertThat(beyond.problem()).isEqualTo("range");
  }

  @Test
  void aChapterIsHeardWhileTheOthersAreBeingMade() throws Exception {
    String chapters = "# Satu\n\nAni membaca.\n\n# Dua\n\n" + "Ia membaca lagi. ".repeat(1500);
    String item = library.book("bab.md", chapters);
    String path =
        "/api/v1/renditions/"
            + library
                .post("/api/v1/items/" + item + "/renditions")
                .signedIn()
                .json("{\"format\":\"mp3\"}")
                .send()
                .json()
                .path("id")
                .textValue();
    JsonNode early = library.until(path, now -> !now.path("files").isEmpty());
    JsonNode first = early.path("files").get(0);

    LibraryService.Answer part =
        library.get(first.path("href").textValue()).signedIn().with("Range", "bytes=0-2").send();
    LibraryService.Answer second = library.get(path + "/files/002-dua.mp3").signedIn().send();
    LibraryService.Answer whole = library.get(path + "/content").signedIn().send();

    assertThat(early.path("state").textValue()).isEqualTo("making");
    assertThat(first.path("name").textValue()).isEqualTo("001-satu.mp3");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("ID3");
    assertThat(part.header("ETag")).isEqualTo("\"" + first.path("sha256").textValue() + "\"");
    assertThat(second.problem()).isEqualTo("not-ready");
    assertThat(whole.status()).isEqualTo(409);
    assertThat(whole.problem()).isEqualTo("not-ready");
    assertThat(whole.json().path("detail").textValue()).contains(path);
    JsonNode files = library.until(path, "ready").path("files");
    assertThat(files.get(0)).isEqualTo(first);
    String href = files.get(1).path("href").textValue();
    byte[] two = library.get(href).signedIn().send().response().body();
    assertThat(sha256(two)).isEqualTo(files.get(1).path("sha256").textValue());
    assertThat(two).hasSizeGreaterThan(300_000);
    assertThat(
            library
                .get(href)
                .signedIn()
                .with("Range", "bytes=70001-250000")
                .send()
                .response()
                .body())
        .isEqualTo(Arrays.copyOfRange(two, 70_001, 250_001));
    assertThat(library.get(path + "/files/003-tiga.mp3").signedIn().send().status()).isEqualTo(404);
    assertThat(library.call("DELETE", path).signedIn().send().status()).isEqualTo(204);
    assertThat(library.call("DELETE", path).signedIn().send().status()).isEqualTo(404);
    assertThat(library.get(path).signedIn().send().status()).isEqualTo(404);
  }

  @Test
  void eventsTellThePresentStateFirstAndEndAfterTheFinalOne() throws Exception {
    String item = library.book("d.txt", TEXT.repeat(30));
    LibraryService.Answer wished =
        library
            .post("/api/v1/items/" + item + "/renditions")
            .signedIn()
            .json("{\"format\":\"brf\"}")
            .send();
    String id = wished.json().path("id").textValue();

    String[] events =
        library
            .get("/api/v1/renditions/" + id + "/events")
            .signedIn()
            .send()
            .text()
            .strip()
            .split("\n\n");

    for (String event : events) {
      assertThat(event).startsWith("data: ");
      assertThat(library.description().validate("Progress", event.substring(6))).isEmpty();
    }
    assertThat(events[events.length - 1])
        .isEqualTo("data: {\"state\":\"ready\",\"stage\":\"\",\"percent\":100,\"files\":1}");
  }

  @Test
  void aRequestThatIsSentAgainMakesNothingTwice() throws Exception {
    LibraryService.Answer first = keyed("k-1", "e.txt");
    LibraryService.Answer again = keyed("k-1", "e.txt");
    LibraryService.Answer other = keyed("k-1", "f.txt");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("key-reused");
  }

  private static LibraryService.Answer keyed(String key, String name) throws Exception {
    return library
        .post("/api/v1/items")
        .signedIn()
        .with("Idempotency-Key", key)
        .form(name, TEXT)
        .send();
  }

  @Test
  void aChangeMeantForAnotherStateIsRefused() throws Exception {
    String path = "/api/v1/items/" + library.book("g.txt", TEXT);
    String tag = library.get(path).signedIn().send().header("ETag");

    LibraryService.Answer first =
        library
            .call("PATCH", path)
            .signedIn()
            .with("If-Match", tag)
            .json("{\"title\":\"Baru\",\"rights\":\"open\"}")
            .send();
    LibraryService.Answer second =
        library
            .call("PATCH", path)
            .signedIn()
            .with("If-Match", tag)
            .json("{\"title\":\"Lain\"}")
            .send();

    assertThat(first.json().path("title").textValue()).isEqualTo("Baru");
    assertThat(first.header("ETag")).isNotEqualTo(tag);
    assertThat(second.problem()).isEqualTo("changed-meanwhile");
    assertThat(library.get(path).send().json().path("rights").textValue()).isEqualTo("open");
  }

  @Test
  void anItemThatOneHasIsNotSentAgainUntilItLooksDifferent() throws Exception {
    String path = "/api/v1/items/" + library.book("g.txt", TEXT);
    String tag = library.get(path).signedIn().send().header("ETag");

    LibraryService.Answer same = library.get(path).signedIn().with("If-None-Match", tag).send();
    library.rendition(path.replaceFirst(".*/", ""), "txt");
    LibraryService.Answer other = library.get(path).signedIn().with("If-None-Match", tag).send();
    LibraryService.Answer mended =
        library
            .call("PATCH", path)
            .signedIn()
            .with("If-Match", tag)
            .json("{\"title\":\"Gajah\"}")
            .send();
    LibraryService.Answer late =
        library
            .call("PATCH", path)
            .signedIn()
            .with("If-Match", tag)
            .json("{\"title\":\"Gajah\"}")
            .send();

    assertThat(same.status()).isEqualTo(304);
    assertThat(same.response().body()).isEmpty();
    assertThat(other.status()).isEqualTo(200);
    assertThat(mended.status()).isEqualTo(200);
    assertThat(late.status()).isEqualTo(412);
  }

  @Test
  void whatIsDeletedIsGoneAndCanBeBroughtBack() throws Exception {
    String path = "/api/v1/items/" + library.book("h.txt", TEXT);

    assertThat(library.call("DELETE", path).signedIn().send().status()).isEqualTo(204);
    assertThat(library.get(path).signedIn().send().status()).isEqualTo(404);
    assertThat(library.call("DELETE", path).signedIn().send().status()).isEqualTo(404);
    assertThat(library.post(path + "/restore").signedIn().send().status()).isEqualTo(200);
    assertThat(library.get(path).signedIn().send().status()).isEqualTo(200);
  }

  @Test
  void anotherSourceIsReadInItsPlace() throws Exception {
    String path = "/api/v1/items/" + library.book("i.txt", TEXT);

    LibraryService.Answer replaced =
        library.call("PUT", path + "/source").signedIn().form("j.txt", "Isi yang lain.").send();
    library.until(path, "ready");

    assertThat(replaced.json().path("source").path("name").textValue()).isEqualTo("j.txt");
    assertThat(library.get(path + "/publication").signedIn().send().json().findValuesAsText("text"))
        .contains("Isi yang lain.");
  }

  @Test
  void aStrangerMeetsOnlyWhatIsForEverybody() throws Exception {
    String closed = library.book("tertutup.txt", TEXT, "title", "Tertutup");
    String open = library.book("terbuka.txt", TEXT, "title", "Terbuka", "rights", "public-domain");
    String closedRendition = library.rendition(closed, "txt");
    String openRendition = library.rendition(open, "txt");

    for (String path : doorsOf(closed, closedRendition)) {
      assertThat(library.get(path).send().status()).as(path).isEqualTo(404);
    }
    for (String path : doorsOf(open, openRendition)) {
      assertThat(library.get(path).send().status()).as(path).isEqualTo(200);
    }
    assertThat(titles("/api/v1/items?q=ter")).contains("Terbuka").doesNotContain("Tertutup");
  }

  private static Set<String> doorsOf(String item, String rendition) {
    return Set.of(
        "/api/v1/items/" + item,
        "/api/v1/items/" + item + "/publication",
        "/api/v1/items/" + item + "/findings",
        "/api/v1/renditions/" + rendition,
        "/api/v1/renditions/" + rendition + "/content",
        "/api/v1/renditions/" + rendition + "/events");
  }

  private static java.util.List<String> titles(String path) throws Exception {
    return library.get(path).send().json().path("items").findValuesAsText("title");
  }

  @Test
  void theShelfIsWalkedPageByPage() throws Exception {
    for (int i = 0; i < 3; i++) {
      library.book("rak" + i + ".txt", TEXT, "title", "Raksasa " + i, "rights", "open");
    }

    Set<String> met = new TreeSet<>();
    String next = "/api/v1/items?q=raksasa&limit=1";
    int pages = 0;
    while (next != null) {
      JsonNode page = library.get(next).send().json();
      met.addAll(page.path("items").findValuesAsText("title"));
      next = page.path("next").textValue();
      pages++;
    }

    assertThat(met).containsExactly("Raksasa 0", "Raksasa 1", "Raksasa 2");
    assertThat(pages).isBetween(3, 4);
  }

  @Test
  void aTextIsSaidAndBrailledAndReadBack() throws Exception {
    LibraryService.Answer said =
        library.post("/api/v1/say").signedIn().json("{\"text\":\"Selamat pagi\"}").send();
    JsonNode brailled =
        library.post("/api/v1/braille").signedIn().json("{\"text\":\"buku\"}").send().json();
    JsonNode back =
        library
            .post("/api/v1/braille")
            .signedIn()
            .json("{\"text\":\"⠃⠥⠅⠥\",\"back\":true}")
            .send()
            .json();

    assertThat(said.header("Content-Type")).isEqualTo("audio/wav");
    assertThat(said.response().body()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
    assertThat(brailled.path("braille").textValue()).isEqualTo("⠃⠥⠅⠥");
    assertThat(brailled.path("positions"))
        .extracting(JsonNode::intValue)
        .containsExactly(0, 1, 2, 3);
    assertThat(back.path("text").textValue()).isEqualTo("buku");
  }

  @ParameterizedTest
  @CsvSource({"formats, mp3", "voices, freetts:kevin16", "tables, id-g1"})
  void listsTellWhatCanBeAskedFor(String list, String id) throws Exception {
    assertThat(library.get("/api/v1/" + list).send().json().path("items").findValuesAsText("id"))
        .contains(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /say | {\"text\": | 400 | bad-json",
        "POST | /say | {\"text\":\"a\",\"vioce\":\"x\"} | 400 | bad-value",
        "POST | /say | {\"text\":\"\"} | 400 | bad-value",
        "POST | /say | {\"text\":\"a\",\"language\":\"?\"} | 400 | bad-value",
        "POST | /say | {\"text\":\"a\",\"voice\":\"espeak:none\"} | 422 | not-there",
        "POST | /braille | {\"text\":\"a\",\"table\":\"none\"} | 422 | not-there",
        "POST | /items/none/renditions | {\"format\":\"mp3\"} | 404 | not-found",
        "GET | /items?limit=0 | | 400 | bad-value",
        "GET | /items?format=vinyl | | 400 | bad-value",
        "GET | /items?cursor=%00 | | 400 | bad-value",
        "GET | /nothing | | 404 | not-found",
        "DELETE | /say | | 405 | method-not-allowed"
      })
  void whatDoesNotFitIsAProblem(String method, String path, String body, int status, String kind)
      throws Exception {
    LibraryService.Call call = library.call(method, "/api/v1" + path).signedIn();
    LibraryService.Answer answer = (body == null ? call : call.json(body)).send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(kind);
  }

  @Test
  void aWishForWhatIsNotThereSaysSo() throws Exception {
    String path = "/api/v1/items/" + library.book("k.txt", TEXT) + "/renditions";

    assertThat(wish(path, "{\"format\":\"vinyl\"}")).isEqualTo("not-there");
    assertThat(wish(path, "{\"format\":\"brf\",\"options\":{\"braille\":\"none\"}}"))
        .isEqualTo("not-there");
    assertThat(wish(path, "{\"format\":\"mp3\",\"options\":{\"speed\":9}}")).isEqualTo("bad-value");
    assertThat(wish(path, "{\"options\":{}}")).isEqualTo("bad-value");
  }

  private static String wish(String path, String json) throws Exception {
    return library.post(path).signedIn().json(json).send().problem();
  }

  @Test
  void aFileBeyondTheLimitIsRefused() throws Exception {
    LibraryService.Answer answer =
        library.post("/api/v1/items").signedIn().form("a.txt", "x".repeat((1 << 20) + 1)).send();

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void whatWatchesTheServiceGetsItsAnswers() throws Exception {
    assertThat(library.get("/health/live").send().status()).isEqualTo(200);
    assertThat(library.get("/health/ready").send().status()).isEqualTo(200);
    assertThat(library.get("/metrics").send().text()).contains("titik_jobs_waiting");
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void whatIsMadeToHurtIsRefusedAndHurtsNobody() throws Exception {
    String id =
        library.book(
            "a\\\"b; filename=\\\"c.txt",
            TEXT,
            "rights",
            "open",
            "title",
            "../../etc/x\r\nSet-Cookie: a=b");
    LibraryService.Answer deep =
        library
            .call("PATCH", "/api/v1/items/" + id)
            .signedIn()
            .json("{\"title\":" + "[".repeat(100_000))
            .send();
    LibraryService.Answer zipped =
        library
            .call("PATCH", "/api/v1/items/" + id)
            .signedIn()
            .with("Content-Encoding", "gzip")
            .json("\u001f\u008b\b")
            .send();
    LibraryService.Answer huge =
        library
            .post("/api/v1/say")
            .signedIn()
            .json("{\"text\":\"" + "a".repeat(3_000_000) + "\"}")
            .send();
    String text = library.rendition(id, "txt");
    LibraryService.Answer file = library.get("/api/v1/renditions/" + text + "/content").send();

    assertThat(deep.status()).isEqualTo(400);
    assertThat(zipped.status()).isIn(400, 415);
    assertThat(huge.status()).isIn(400, 413, 422);
    assertThat(file.response().headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(file.header("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .doesNotContain("/etc", "../");
  }
}
