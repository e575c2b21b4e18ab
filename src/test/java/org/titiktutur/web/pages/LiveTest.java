package org.titiktutur.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that follow work under way, against a clock that the test turns. */
class LiveTest {

  /**
   * Events come when the test says so; what a screen reader would speak is kept with its second.
   */
  private static final String EARS =
      """
      window.EventSource = class {
        constructor() { window.events = this; }
        close() { this.closed = true; }
      };
      window.heard = [];
      addEventListener('DOMContentLoaded', () => {
        const begin = Date.now();
        new MutationObserver(() => heard.push(Math.round((Date.now() - begin) / 1000)))
            .observe(document.querySelector('[role=status]:not(.heard)'), { childList: true, subtree: true });
      });
      """;

  private static SampleSite site;
  private static Optional<Browsing> browsing;

  private Page page;
  private int asked;

  @BeforeAll
  static void open() throws IOException {
    site = new SampleSite();
    browsing = Browsing.begin();
  }

  @AfterAll
  static void close() {
    browsing.ifPresent(Browsing::close);
    site.close();
  }

  @BeforeEach
  void begin() {
    assumeTrue(browsing.isPresent(), "no Chromium on this machine");
    page = browsing.get().browser().newPage(new Browser.NewPageOptions().setLocale("id"));
    page.clock().install();
    page.addInitScript(EARS);
  }

  private void show(String name, String address, String sentence) {
    page.navigate(site.address("/id/" + name));
    page.route(
        "**" + address,
        route -> answer(route, name, sentence.replace("{0}", String.valueOf(++asked))));
  }

  private static void answer(Route route, String name, String sentence) {
    String html =
        site.pages()
            .get("/id/" + name)
            .replaceAll("(<p class=\"state[^>]*>)[^<]*", "$1" + sentence);
    route.fulfill(
        new Route.FulfillOptions().setBody(html).setContentType("text/html;charset=utf-8"));
  }

  private static void over(Route route, String name) {
    route.fulfill(
        new Route.FulfillOptions()
            .setBody(site.pages().get("/id/" + name))
            .setContentType("text/html;charset=utf-8"));
  }

  /** A second at a time, so that what a request brings is there before the next. */
  private void pass(int seconds, String each) {
    for (int second = 0; second < seconds; second++) {
      page.evaluate(each);
      page.clock().runFor(1000);
      page.evaluate(
          "() => new Promise((done) => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); })");
    }
  }

  @SuppressWarnings("unchecked")
  private List<Integer> heard() {
    return (List<Integer>) page.evaluate("() => heard");
  }

  private void spokenAtMostEveryFifteenSeconds() {
    List<Integer> heard = heard();
    for (int i = 1; i < heard.size(); i++) {
      assertThat(heard.get(i) - heard.get(i - 1)).isGreaterThanOrEqualTo(14);
    }
  }

  @Test
  void progressMovesTheBarAtOnceAndSpeaksEveryFifteenSecondsAtMost() {
    show("making", "/renditions/01r1", "Sedang membacakan, bagian {0}.");
    pass(
        65,
        "() => { window.n = (window.n ?? 0) + 1; events.onmessage({ data: JSON.stringify({ state: 'making', percent: n, files: 0 }) }); }");
    assertThat(page.evaluate("() => document.querySelector('#live progress').value")).isEqualTo(65);
    assertThat(heard()).hasSizeBetween(3, 4);
    assertThat(heard().get(0)).isGreaterThanOrEqualTo(14);
    spokenAtMostEveryFifteenSeconds();
  }

  @Test
  void theEndIsSaidAtOnce() {
    page.navigate(site.address("/id/making"));
    page.route("**/renditions/01r1", route -> over(route, "rendition"));
    page.evaluate(
        "() => events.onmessage({ data: JSON.stringify({ state: 'ready', percent: 100, files: 2 }) })");
    page.clock().runFor(1000);
    page.waitForFunction(
        "() => document.querySelector('#state').textContent.startsWith('Sudah jadi.')");
    assertThat(page.evaluate("() => events.closed")).isEqualTo(true);
  }

  @Test
  void anEmbossingRunLooksAgainByItselfAndSpeaksCalmly() {
    show("embossing-on", "/staff/embossings/01e2", "Sedang dikirim. {0} dari 40 halaman dikirim.");
    pass(65, "() => {}");
    assertThat(asked).isBetween(8, 13);
    assertThat(heard()).hasSizeBetween(3, 4);
    spokenAtMostEveryFifteenSeconds();
  }

  @Test
  void anInterruptedRunSaysSoAndOffersToGoOnUnlessSomebodyIsAboutToPress() {
    page.navigate(site.address("/id/embossing-on"));
    page.route("**/staff/embossings/01e2", route -> over(route, "embossing"));
    page.clock().runFor(6000);
    page.waitForFunction("() => document.querySelector('#state').textContent.includes('Terputus')");
    assertThat(page.locator("#fromPage").inputValue()).isEqualTo("8");

    page.navigate(site.address("/id/embossing-on"));
    page.getByText("Jeda").focus();
    page.clock().runFor(6000);
    page.waitForFunction("() => document.querySelector('#state').textContent.includes('Terputus')");
    assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo("Jeda");
  }

  @Test
  void aPageThatCannotBeHadJustNowIsAskedForAgain() {
    page.navigate(site.address("/id/embossing-on"));
    String before = page.locator("#state").textContent();
    page.route(
        "**/staff/embossings/01e2",
        route -> {
          if (asked++ == 0) {
            route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("?"));
          } else {
            over(route, "embossing");
          }
        });
    pass(6, "() => {}");
    assertThat(page.locator("#state").textContent()).isEqualTo(before);
    pass(6, "() => {}");
    page.waitForFunction("() => document.querySelector('#state').textContent.includes('Terputus')");
  }

  @Test
  void manyFilesOnTheirWayAreCountedAndAFailureIsSaid() {
    page.navigate(site.address("/id/staff"));
    page.route("**/staff/items", Route::abort);
    page.locator("#source")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload[] {
              new com.microsoft.playwright.options.FilePayload("a.txt", "text/plain", new byte[10]),
              new com.microsoft.playwright.options.FilePayload("b.txt", "text/plain", new byte[10])
            });
    page.evaluate(
        "() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('#sending p').textContent)).observe(document.querySelector('#sending'), { childList: true, subtree: true }); }");
    page.getByText("Tambahkan ke rak").click();
    page.waitForFunction("() => said.some((words) => words.startsWith('Sambungan terputus'))");
    assertThat(((List<?>) page.evaluate("() => said")).get(0))
        .isEqualTo("Berkas 1 dari 2 sedang dikirim: 0 persen.");
  }
}
