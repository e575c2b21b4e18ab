package org.titiktutur.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds at every door, whatever is behind it. */
class ServerTest {

  private static Doors doors;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    doors = new Doors(folder);
  }

  @AfterAll
  static void close() {
    doors.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /titik/none HTTP/1.1, 404, not-found",
    "GET /elsewhere HTTP/1.1, 404, not-found",
    "DELETE /titik/page HTTP/1.1, 405, method-not-allowed",
    "BREW /titik/page HTTP/1.1, 405, method-not-allowed",
    "GET /titik/%zz HTTP/1.1, 400, bad-request",
    "GET /titik/../../etc/passwd HTTP/1.1, 400, bad-request",
    "GET /titik/..%2f..%2fetc/passwd HTTP/1.1, 400, bad-request",
    "GET /titik/page HTTP/9.9, 505, http-version",
    "nonsense, 400, bad-request"
  })
  void whatIsRefusedIsAProblemDocument(String line, int status, String kind) throws IOException {
    Doors.Raw answer = doors.raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(unchunked(answer));
    assertThat(problem.path("type").textValue()).isEqualTo("/titik/problems/" + kind);
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    assertThat(problem.path("title").textValue()).isNotBlank();
    assertThat(problem.path("detail").textValue()).isNotBlank();
    assertThat(problem.path("reference").textValue()).matches("[2-9a-z]{10}");
    assertThat(answer.headers())
        .containsEntry("X-Content-Type-Options", "nosniff")
        .hasEntrySatisfying(
            "Content-Security-Policy", policy -> assertThat(policy).contains("default-src 'none'"));
  }

  @Test
  void aHeadThatIsTooLargeIsAProblemDocument() throws IOException {
    Doors.Raw headers =
        doors.raw("GET /titik/page HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(9000) + "\r\n\r\n");
    Doors.Raw address =
        doors.raw("GET /titik/" + "x".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(headers.status()).isEqualTo(431);
    assertThat(headers.body()).contains("/problems/headers-too-large");
    assertThat(address.status()).isEqualTo(414);
    assertThat(address.body()).contains("/problems/address-too-long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: a|Content-Length: 3|Transfer-Encoding: chunked||0||",
        "Host: a|Content-Length: 3|Content-Length: 4||abc",
        "Host: a|Content-Length: +3||abc",
        "Host: a|Content-Length: 3, 4||abc",
        "Host: a|Content-Length: -1||",
        "Host: a|Transfer-Encoding: xchunked||0||",
        "Host: a|Transfer-Encoding: chunked, identity||0||",
        "Host: a|Transfer-Encoding : chunked||0||",
        "Host: a|Transfer-Encoding: chunked||zz|abc|0||",
        "Host: a|Transfer-Encoding: chunked||FFFFFFFFFFFFFFFFF|abc|0||",
        "Host: a|X: y| folded||",
        "Host: a|Host: b||",
        "Host: a b||",
        "X: no host||"
      })
  void aRequestThatTwoServersCouldReadDifferentlyIsRefused(String lines) throws IOException {
    Doors.Raw answer =
        doors.raw(
            "POST /titik/form HTTP/1.1\r\nAuthorization: Bearer rahasia\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + lines.replace("|", "\r\n"));

    assertThat(answer.status()).as(answer.body()).isIn(400, 501);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
  }

  @Test
  void aFormOfHundredThousandPartsIsRefusedAndLeavesNothing() throws Exception {
    String part = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n";
    HttpResponse<String> answer =
        doors.send(
            HttpRequest.newBuilder(doors.at("/form"))
                .headers("Authorization", "Bearer rahasia")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(part.repeat(15_000) + "--x--\r\n")));

    assertThat(answer.statusCode()).isIn(400, 413);
    assertThat(doors.uploadsLeft()).isEmpty();
  }

  @Test
  void nothingIsTraced() throws IOException {
    Doors.Raw answer =
        doors.raw(
            "TRACE /titik/page HTTP/1.1\r\nHost: a\r\nCookie: x=y\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.body()).doesNotContain("x=y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id-ID,id;q=0.9,en;q=0.8 | id | Tidak ada apa-apa di sini",
        "en-GB | en | There is nothing here",
        "jv | id | Tidak ada apa-apa di sini",
        "de,en;q=0.5 | en | There is nothing here",
        "* | id | Tidak ada apa-apa di sini",
        "q=;;; | id | Tidak ada apa-apa di sini"
      })
  void problemsSpeakTheVisitorsLanguage(String accepted, String language, String title)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = doors.get("/none", "Accept-Language", accepted);

    assertThat(answer.headers().firstValue("Content-Language")).contains(language);
    assertThat(answer.body()).contains(title);
  }

  @Test
  void aBrowserGetsAPage() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        doors.get("/none", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "en");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(answer.body()).startsWith("<!doctype html>").contains("There is nothing here");
  }

  @Test
  void aFaultTellsNothingOfOurInsides() throws IOException, InterruptedException {
    HttpResponse<String> answer = doors.get("/fault", "Accept-Language", "en");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("A fault of ours").doesNotContain("titiktutur.secret");
  }

  @Test
  void whoIsNotSignedInIsToldHow() throws IOException, InterruptedException {
    HttpResponse<String> nobody = doors.get("/staff");
    HttpResponse<String> wrong = doors.get("/staff", "Authorization", "Bearer wrong");
    HttpResponse<String> basic = doors.get("/page", "Authorization", "Basic c2FyaTpyYWhhc2lh");

    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("/problems/wrong-token");
    assertThat(basic.statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenOrASessionOpensTheDoor() throws IOException, InterruptedException {
    assertThat(doors.get("/staff", "Authorization", "Bearer rahasia").body()).isEqualTo("Sari");
    assertThat(doors.get("/staff", "Cookie", "titik-sesi=sesi").body()).isEqualTo("Sari");
  }

  @Test
  void aFormNeedsTheTokenOfItsPage() throws IOException, InterruptedException {
    HttpResponse<String> page = doors.get("/page");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");

    HttpResponse<String> good = post("name=Budi+%C3%A9&name=+&csrf=" + page.body(), cookie);
    HttpResponse<String> without = post("name=Budi", cookie);
    HttpResponse<String> ofAnother = post("name=Budi&csrf=" + page.body(), "titik-sesi=sesi");

    assertThat(page.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            set -> assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/titik/"));
    assertThat(good.body()).isEqualTo("[Budi é]");
    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.body()).contains("/problems/form-expired");
    assertThat(ofAnother.statusCode()).isEqualTo(403);
  }

  @Test
  void aFormOfAnotherSiteIsRefusedBeforeItIsRead() throws IOException, InterruptedException {
    HttpResponse<String> site =
        doors.send(
            HttpRequest.newBuilder(doors.at("/form"))
                .headers("Sec-Fetch-Site", "cross-site", "Cookie", "titik-sesi=sesi")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=form-of-sesi")));
    HttpResponse<String> origin =
        doors.send(
            HttpRequest.newBuilder(doors.at("/form"))
                .headers("Origin", "https://evil.example", "Cookie", "titik-sesi=sesi")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=form-of-sesi")));

    assertThat(site.statusCode()).isEqualTo(403);
    assertThat(origin.statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> post(String form, String cookie)
      throws IOException, InterruptedException {
    return doors.send(
        HttpRequest.newBuilder(doors.at("/form"))
            .headers("Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie)
            .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8)));
  }

  @Test
  void filesComeByTheirNamesAndNothingIsLeftBehind() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        upload(
            "filename=\"C:\\\\Buku\\\\Méong.txt\"", "isi buku", "Authorization", "Bearer rahasia");

    assertThat(answer.body()).isEqualTo("[]Méong.txt=isi buku");
    assertThat(doors.uploadsLeft()).isEmpty();
  }

  @Test
  void aFileBeyondTheLimitIsRefused() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        upload("filename=a.txt", "x".repeat(1001), "Authorization", "Bearer rahasia");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large");
    assertThat(doors.uploadsLeft()).isEmpty();
  }

  @Test
  void whatSaysThatItIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
    Doors.Raw answer =
        doors.raw(
            "POST /titik/form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000000\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\nAuthorization: Bearer rahasia\r\n\r\n--x");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large");
  }

  @Test
  void aFormThatBreaksOffIsRefused() throws IOException {
    String request =
        """
        POST /titik/form HTTP/1.1
        Host: localhost
        Content-Length: 59
        Connection: close
        Content-Type: multipart/form-data; boundary=x
        Authorization: Bearer rahasia

        --x
        Content-Disposition: form-data; name=a

        value.......""";

    Doors.Raw answer = doors.raw(request.replace("\n", "\r\n"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/bad-form");
  }

  private HttpResponse<String> upload(String filename, String content, String... headers)
      throws IOException, InterruptedException {
    String body =
        """
        --x
        Content-Disposition: form-data; name="source"; %s
        Content-Type: text/plain

        %s
        --x--
        """
            .formatted(filename, content)
            .replace("\n", "\r\n");
    return doors.send(
        HttpRequest.newBuilder(doors.at("/form"))
            .headers(headers)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  @Test
  void oneAddressMayNotFloodUs() throws IOException, InterruptedException {
    HttpResponse<String> last = null;
    for (int i = 0; i < 41; i++) {
      last = doors.get("/page", "X-Forwarded-For", "203.0.113.7");
    }
    HttpResponse<String> signedIn =
        doors.get("/page", "X-Forwarded-For", "203.0.113.7", "Authorization", "Bearer rahasia");
    HttpResponse<String> another = doors.get("/page", "X-Forwarded-For", "203.0.113.8");

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).isPresent();
    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(another.statusCode()).isEqualTo(200);
  }

  private static final Pattern CHUNK = Pattern.compile("(?s)^[0-9a-f]+\r\n(.*)\r\n0\r\n\r\n$");

  private static String unchunked(Doors.Raw answer) {
    Matcher chunk = CHUNK.matcher(answer.body());
    return chunk.matches() ? chunk.group(1) : answer.body();
  }
}
