package org.titiktutur.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy says of a request, and what strangers would like us to believe. */
class ProxyTest {

  private static final SlowClients.Patience USUAL = SlowClients.Patience.USUAL;

  private static Doors behindX;
  private static Doors behindForwarded;
  private static Doors behindNobody;

  @BeforeAll
  static void open(@TempDir Path x, @TempDir Path forwarded, @TempDir Path nobody)
      throws IOException {
    String proxies = "127.0.0.1, 10.0.0.0/8";
    behindX = new Doors(x, "", Proxies.at(proxies, Proxies.Dialect.X_FORWARDED), USUAL, "");
    behindForwarded =
        new Doors(forwarded, "", Proxies.at(proxies, Proxies.Dialect.FORWARDED), USUAL, "");
    behindNobody = new Doors(nobody, "", Proxies.NONE, USUAL, "");
  }

  @AfterAll
  static void close() {
    behindX.close();
    behindForwarded.close();
    behindNobody.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7 | 203.0.113.7",
        // The client wrote the first itself, the proxy appended what it saw.
        "1.2.3.4, 203.0.113.7 | 203.0.113.7",
        // Two proxies of ours.
        "1.2.3.4, 203.0.113.7, 10.1.2.3 | 203.0.113.7",
        "2001:db8:1:2:3::7 | 2001:db8:1:2:0:0:0:0",
        "203.0.113.7:51234 | 203.0.113.7",
        "unknown | 127.0.0.1",
        "203.0.113.7, nonsense; x | 127.0.0.1"
      })
  void theAddressIsTheNearestThatIsNoProxyOfOurs(String said, String counted) throws Exception {
    assertThat(who(behindX, "X-Forwarded-For", said)).startsWith(counted + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=203.0.113.7 | 203.0.113.7",
        "for=1.2.3.4, for=203.0.113.7;proto=https, for=10.1.2.3 | 203.0.113.7",
        "For=\"[2001:db8:1:2:3::7]:4711\" | 2001:db8:1:2:0:0:0:0",
        "for=_hidden;proto=https | 127.0.0.1",
        "for=unknown | 127.0.0.1"
      })
  void soItIsInForwarded(String said, String counted) throws Exception {
    assertThat(who(behindForwarded, "Forwarded", said)).startsWith(counted + " ");
  }

  @Test
  void schemeHostAndPrefixMakeTheAddressesThatWeGiveOut() throws Exception {
    String x =
        who(
            behindX,
            "X-Forwarded-For",
            "203.0.113.7",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "evil.example, buku.example.org",
            "X-Forwarded-Prefix",
            "/titik/");
    String forwarded =
        who(
            behindForwarded,
            "Forwarded",
            "for=203.0.113.7;proto=https;host=\"buku.example.org:8443\"");

    assertThat(x).isEqualTo("203.0.113.7 https://buku.example.org/titik/ /titik/x true");
    assertThat(forwarded).isEqualTo("203.0.113.7 https://buku.example.org:8443/ /x true");
  }

  @Test
  void cookiesAndProblemsStandUnderThePrefix() throws Exception {
    String[] proxy = {"X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/titik"};

    HttpResponse<String> page = behindX.get("/page", proxy);
    HttpResponse<String> none = behindX.get("/none", proxy);

    assertThat(page.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie -> assertThat(cookie).contains("Path=/titik/", "Secure", "HttpOnly"));
    assertThat(none.body()).contains("\"/titik/problems/not-found\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "/a<b", "titik", "/a/../b", "https://evil.example/"})
  void aPrefixThatIsNoPathIsNone(String prefix) throws Exception {
    assertThat(who(behindX, "X-Forwarded-Prefix", prefix)).contains(" /x ");
  }

  @Test
  void theOtherDialectAndStrangersAreNotBelieved() throws Exception {
    String[] lies = {
      "Forwarded",
      "for=1.2.3.4;proto=https;host=evil.example",
      "X-Forwarded-For",
      "1.2.3.4",
      "X-Forwarded-Host",
      "evil.example",
      "X-Forwarded-Prefix",
      "/evil"
    };

    assertThat(who(behindNobody, lies))
        .startsWith("127.0.0.1 http://127.0.0.1:")
        .endsWith("/ /x false");
    assertThat(who(behindX, "Forwarded", lies[1])).startsWith("127.0.0.1 http://127.0.0.1:");
    assertThat(who(behindForwarded, lies[2], lies[3], lies[4], lies[5]))
        .startsWith("127.0.0.1 http://127.0.0.1:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.org", "10.0.0.0/8,", "10.0.0.0/99", ""})
  void proxiesAreNamedByTheirAddresses(String addresses) {
    assertThatThrownBy(() -> Proxies.at(addresses, Proxies.Dialect.X_FORWARDED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String who(Doors doors, String... headers) throws Exception {
    return doors.get("/api/who", headers).body();
  }
}
