package org.titiktutur.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in every state and both languages, as Chromium shows it and as checkers judge it. */
class PagesInABrowserTest {

  private static final List<String> BAR =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The rules with these tags, and contrast of 7:1. */
  private static final String AXE =
      """
      async (tags) => {
        const { violations } = await axe.run({
          runOnly: { type: 'tag', values: tags },
          rules: { 'color-contrast-enhanced': { enabled: true } },
          resultTypes: ['violations'],
        });
        return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
      }
      """;

  private static final String OPEN_ALL =
      "() => document.querySelectorAll('details').forEach((more) => (more.open = true))";

  /** WCAG 1.4.12: what a reader's own style sheet may do to a page. */
  private static final String WIDE_TEXT =
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
          + " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

  /** Things to press that are smaller than 44 px: controls, and links that stand by themselves. */
  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('button, select, input:not([type=hidden]), summary, .deed,'
              + ' header a, nav a, .chapters a')]
          .filter((e) => e.offsetParent !== null)
          .map((e) => e.matches('[type=radio], [type=checkbox]') ? e.closest('.pick') : e)
          .filter((e) => e.getBoundingClientRect().height < 43.5)
          .map((e) => e.outerHTML.slice(0, 120))
      """;

  private static final String DEEDS_WITHOUT_EDGE =
      """
      () => [...document.querySelectorAll('button:not(.plain), .deed')]
          .filter((e) => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
          .map((e) => e.outerHTML.slice(0, 120))
      """;

  /**
   * With a reader's own palette: controls without an edge that is seen, with no ring where they
   * have the focus, and drawings that do not stand out from the page.
   */
  private static final String UNSEEN =
      """
      () => {
        const dot = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const light = (colour) => {
          dot.fillStyle = '#000';
          dot.fillRect(0, 0, 1, 1);
          dot.fillStyle = colour;
          dot.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...dot.getImageData(0, 0, 1, 1).data].map((part) => {
            const c = part / 255;
            return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = light(getComputedStyle(document.documentElement).backgroundColor);
        const seen = (colour) => {
          const own = light(colour);
          return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05) >= 3;
        };
        const unseen = [];
        const say = (e, what) => unseen.push(`${what}: ${e.outerHTML.slice(0, 90)}`);
        for (const e of document.querySelectorAll('button:not(.plain), .deed, input, select, textarea')) {
          if (!e.checkVisibility() || e.matches('[type=radio], [type=checkbox]')) continue;
          const style = getComputedStyle(e);
          if (parseFloat(style.borderTopWidth) < 1 || !seen(style.borderTopColor)) say(e, 'edge');
        }
        for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
          if (!e.checkVisibility()) continue;
          e.focus({ focusVisible: true });
          const style = getComputedStyle(e);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || !seen(style.outlineColor)) {
            say(e, 'focus');
          }
        }
        for (const e of document.querySelectorAll('.leaf path, .cover path')) {
          if (!seen(getComputedStyle(e).stroke)) say(e, 'drawing');
        }
        const link = (e) => getComputedStyle(e);
        for (const e of document.querySelectorAll('.top [aria-current], .chapters [aria-current]')) {
          if (Number(link(e).fontWeight) < 700) say(e, 'current');
        }
        return unseen;
      }
      """;

  /** Words that do not fit where they stand, and things that stand still while the page moves. */
  private static final String CUT_OFF =
      """
      () => {
        const cut = [];
        for (const e of document.querySelectorAll('body *')) {
          if (!e.checkVisibility() || e.matches('.heard, .heard *, .skip, svg *, option')) continue;
          const style = getComputedStyle(e);
          if (['fixed', 'sticky'].includes(style.position)) cut.push(`stuck: ${e.outerHTML.slice(0, 90)}`);
          const hides = ['hidden', 'clip'].includes(style.overflowX);
          if (hides && !e.matches('input, textarea, select, audio, svg') && e.scrollWidth > e.clientWidth + 1) {
            cut.push(`cut: ${e.outerHTML.slice(0, 90)}`);
          }
          if (e.matches('select')) {
            const words = document.createElement('span');
            words.style.font = style.font;
            words.style.letterSpacing = style.letterSpacing;
            words.style.whiteSpace = 'nowrap';
            words.style.position = 'absolute';
            words.textContent = e.selectedOptions[0].textContent;
            document.body.append(words);
            const room = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 16;
            if (words.getBoundingClientRect().width > room) cut.push(`cut: ${e.outerHTML.slice(0, 90)}`);
            words.remove();
          }
        }
        return cut;
      }
      """;

  /** The policy of the service lets no strange style in; a reader's own comes from the browser. */
  private static final String OWN_STYLE =
      """
      (css) => {
        const style = new CSSStyleSheet();
        style.replaceSync(css);
        document.adoptedStyleSheets = [style];
      }
      """;

  /** Numbers what Tab should stop at, in the order of the document; a radio group is one stop. */
  private static final String MARK_STOPS =
      """
      () => {
        const stops = [...document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, textarea, summary, audio, [tabindex="0"]')]
            .filter((e) => e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)'))
            .filter((e) => e.type !== 'radio' || e.checked);
        stops.forEach((e, i) => (e.dataset.stop = i));
        return stops.length;
      }
      """;

  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (e === document.body) return 'the end';
        const box = e.getBoundingClientRect();
        const seen = box.top < innerHeight && box.bottom > 0
            && (e.matches('audio') || getComputedStyle(e).outlineStyle !== 'none');
        return `${e.dataset.stop} ${seen ? 'in sight' : 'out of sight'}`;
      }
      """;

  private static final Pattern TITLE =
      Pattern.compile("<head>\\s*<meta charset=\"utf-8\">\\s*<title>\\S");

  private static SampleSite site;
  private static Optional<Browsing> browsing;
  private static Page page;
  private static Page zoomed;

  @BeforeAll
  static void open() throws IOException {
    site = new SampleSite();
    browsing = Browsing.begin();
    browsing.ifPresent(
        chromium -> {
          page = chromium.browser().newPage(new Browser.NewPageOptions().setLocale("id"));
          zoomed =
              chromium
                  .browser()
                  .newPage(
                      new Browser.NewPageOptions()
                          .setViewportSize(320, 256)
                          .setDeviceScaleFactor(4)
                          .setLocale("id"));
        });
  }

  @AfterAll
  static void close() {
    browsing.ifPresent(Browsing::close);
    site.close();
  }

  static Stream<String> pages() {
    return site.pages().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void standsTheBar(String path) {
    show(path);
    page.evaluate(AxeBuilder.getAxeScript());
    assertThat((List<?>) page.evaluate(AXE, BAR)).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat((List<?>) page.evaluate(AXE, List.of("cat.color"))).isEmpty();
    assertThat((List<?>) page.evaluate(SMALL_TARGETS)).isEmpty();
    assertThat((List<?>) page.evaluate(DEEDS_WITHOUT_EDGE)).isEmpty();
    page.setViewportSize(320, 640);
    page.evaluate(OPEN_ALL);
    assertThat(width()).isEqualTo(320);
    page.evaluate(OWN_STYLE, WIDE_TEXT);
    assertThat(width()).isEqualTo(320);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isSeenInAReadersOwnColours(String path) {
    show(path);
    page.evaluate(OPEN_ALL);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setForcedColors(ForcedColors.ACTIVE)
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      assertThat((List<?>) page.evaluate(UNSEEN)).isEmpty();
    }
    assertThat(page.evaluate("() => document.getAnimations().length")).isEqualTo(0);
  }

  /** 1280 by 1024 pixels at 400 % are these, and each is drawn with 16. */
  @ParameterizedTest
  @MethodSource("pages")
  void isWholeAtFourHundredPercent(String path) {
    assumeTrue(browsing.isPresent(), "no Chromium on this machine");
    zoomed.navigate(site.address(path));
    zoomed.evaluate(OPEN_ALL);
    assertThat(zoomed.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(320);
    assertThat((List<?>) zoomed.evaluate(CUT_OFF)).isEmpty();
    zoomed.evaluate(OWN_STYLE, WIDE_TEXT);
    assertThat(zoomed.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(320);
  }

  @Test
  void everyPageHasATitleAndAHeadingOfItsOwn() {
    assertThat(
            site.pages().entrySet().stream()
                .filter(each -> !TITLE.matcher(each.getValue()).find())
                .map(Map.Entry::getKey))
        .isEmpty();
    List<String> titles =
        Stream.of(
                "shelf",
                "shelf-found",
                "item",
                "findings",
                "edit",
                "contents",
                "read",
                "rendition",
                "listen",
                "braille",
                "sign-in",
                "sign-out",
                "account",
                "staff",
                "embossings",
                "embossing",
                "lexicon",
                "lexicon-item",
                "lexeme",
                "outdated",
                "help")
            .map(name -> site.pages().get("/id/" + name))
            .map(html -> html.substring(html.indexOf("<title>"), html.indexOf("</title>")))
            .toList();
    assertThat(titles).doesNotHaveDuplicates();
    assertThat(site.pages().values())
        .allSatisfy(html -> assertThat(html.split("<h1", -1)).hasSize(2));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isLightEnoughForASlowConnection(String path) {
    int bytes = site.pages().get(path).getBytes(StandardCharsets.UTF_8).length;
    assertThat(bytes + resource("/web/titik.css").length).isLessThan(30 << 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shelf",
        "item-staff",
        "listen",
        "listen-early",
        "braille",
        "staff",
        "account",
        "lexicon"
      })
  void isWalkedByKeyboardInReadingOrderWithFocusInSight(String name) {
    show("/id/" + name);
    int stops = (int) page.evaluate(MARK_STOPS);
    Set<String> walked = new LinkedHashSet<>();
    String at = tab();
    while (!at.equals("the end")) {
      walked.add(at);
      at = tab();
    }
    assertThat(walked)
        .containsExactlyElementsOf(
            IntStream.range(0, stops).mapToObj(i -> i + " in sight").toList());
  }

  @Test
  void theFirstLinkLeadsPastTheNavigation() {
    show("/id/shelf");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
  }

  @Test
  void aFormWithMistakesIsReadFromItsSummary() {
    show("/id/item-wrong");
    assertThat(page.title()).startsWith("Kesalahan: ");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("errors");
    page.locator("#errors a").nth(1).click();
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("speed");
  }

  /** Written anew by {@code -Dpages.write=true}; a change of what is read aloud shows as a diff. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "shelf",
        "item",
        "item-wrong",
        "findings",
        "read",
        "making",
        "listen",
        "listen-early",
        "braille",
        "staff",
        "sign-in-wrong",
        "account",
        "embossing",
        "embossing-on",
        "staff-wrong",
        "lexicon",
        "lexeme",
        "problem"
      })
  void readsAloudAsAgreed(String name) throws IOException {
    Path agreed = Path.of("src/test/resources/pages/" + name + ".txt");
    show("/id/" + name);
    String heard = page.locator("body").ariaSnapshot() + "\n";
    if (Boolean.getBoolean("pages.write")) {
      Files.createDirectories(agreed.getParent());
      Files.writeString(agreed, heard);
    }
    assertThat(heard).isEqualTo(Files.readString(agreed));
  }

  @Test
  void theNuCheckerHasNothingToSay(@TempDir Path folder) throws Exception {
    Path site = Files.createDirectory(folder.resolve("site"));
    for (var page : PagesInABrowserTest.site.pages().entrySet()) {
      Files.writeString(
          site.resolve(page.getKey().substring(1).replace('/', '-') + ".html"), page.getValue());
    }
    Files.write(site.resolve("titik.css"), resource("/web/titik.css"));
    Path said = folder.resolve("said.txt");

    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Files.readString(Path.of("target/nu.classpath")),
                "nu.validator.client.SimpleCommandLineValidator",
                "--format",
                "gnu",
                "--also-check-css",
                site.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();

    // Text is written so that it is XML too; the checker remarks on it and finds nothing wrong.
    assertThat(Files.readAllLines(said))
        .filteredOn(line -> !line.contains("info: Trailing slash on void elements"))
        .isEmpty();
    assertThat(exit).isZero();
  }

  private static void show(String path) {
    assumeTrue(browsing.isPresent(), "no Chromium on this machine");
    page.setViewportSize(1280, 900);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.LIGHT)
            .setForcedColors(ForcedColors.NONE));
    page.navigate(site.address(path));
  }

  private static String tab() {
    page.keyboard().press("Tab");
    return (String) page.evaluate(FOCUSED);
  }

  private static int width() {
    return (int) page.evaluate("() => document.documentElement.scrollWidth");
  }

  private static byte[] resource(String name) {
    try (InputStream in = PagesInABrowserTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
