package org.titiktutur.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A file of twenty letters, {@code 0123456789abcdefghij}, as players and download managers ask for
 * it.
 */
class FileContentTest {

  private static Doors doors;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    doors = new Doors(folder);
  }

  @AfterAll
  static void close() {
    doors.close();
  }

  @Test
  void whole() throws IOException, InterruptedException {
    HttpResponse<String> answer = doors.get("/file");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Doors.CONTENT);
    assertThat(answer.headers().firstValue("ETag")).contains("\"c0ffee\"");
    assertThat(answer.headers().firstValue("Content-Length")).contains("20");
    assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains(
            "attachment; filename=\"Laskar _Pelangi_ _ bab 1.txt\";"
                + " filename*=UTF-8''Laskar%20%E2%80%9CPelangi%E2%80%9D%20%E2%80%94%20bab%201.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-4, 01234, bytes 0-4/20",
    "bytes=15-, fghij, bytes 15-19/20",
    "bytes=-3, hij, bytes 17-19/20",
    "bytes=-99, 0123456789abcdefghij, bytes 0-19/20",
    "bytes=18-99, ij, bytes 18-19/20"
  })
  void oneRange(String range, String content, String contentRange)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = doors.get("/file", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(answer.headers().firstValue("Content-Range")).contains(contentRange);
    assertThat(answer.headers().firstValue("ETag")).contains("\"c0ffee\"");
  }

  @Test
  void manyRanges() throws IOException, InterruptedException {
    HttpResponse<String> answer = doors.get("/file", "Range", "bytes=0-1, -2");

    String type = answer.headers().firstValue("Content-Type").orElseThrow();
    assertThat(type).startsWith("multipart/byteranges;boundary=");
    String boundary = type.substring(type.indexOf('=') + 1);
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body())
        .isEqualTo(
            ("\r\n--B\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/20\r\n\r\n01"
                    + "\r\n--B\r\nContent-Type: text/plain\r\nContent-Range: bytes 18-19/20\r\n\r\nij\r\n--B--\r\n")
                .replace("--B", "--" + boundary));
  }

  @ParameterizedTest
  @CsvSource({"bytes=20-", "bytes=99-100", "bytes=-0"})
  void aRangeOutsideIsAProblem(String range) throws IOException, InterruptedException {
    HttpResponse<String> answer = doors.get("/file", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */20");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"bytes=4-2", "bytes=a-b", "pages=1-2", "'bytes=0-19,0-19'", "bytes="})
  void aRangeThatMeansNothingIsIgnored(String range) throws IOException, InterruptedException {
    assertThat(doors.get("/file", "Range", range).statusCode()).isEqualTo(200);
  }

  @Test
  void aRangeOfAnotherFileIsTheWholeOfThisOne() throws IOException, InterruptedException {
    assertThat(doors.get("/file", "Range", "bytes=0-4", "If-Range", "\"other\"").body())
        .isEqualTo(Doors.CONTENT);
    assertThat(doors.get("/file", "Range", "bytes=0-4", "If-Range", "\"c0ffee\"").body())
        .isEqualTo("01234");
  }

  @Test
  void whatOneHasIsNotSentAgain() throws IOException, InterruptedException {
    HttpResponse<String> same = doors.get("/file", "If-None-Match", "\"a\", W/\"c0ffee\"");
    HttpResponse<String> other = doors.get("/file", "If-Match", "\"other\"");

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(other.statusCode()).isEqualTo(412);
  }

  @Test
  void headTellsWithoutSending() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        doors.send(
            HttpRequest.newBuilder(doors.at("/file"))
                .header("Range", "bytes=0-4")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("20");
    assertThat(answer.headers().firstValue("ETag")).contains("\"c0ffee\"");
    assertThat(answer.body()).isEmpty();
  }
}
