package org.titiktutur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReaderTest {

  @TempDir Path folder;

  @Test
  void theHeadTellsAboutTheBook() throws Exception {
    Trial trial =
        read(
            """
            <!DOCTYPE html><html lang="id-ID"><head><title>Laut &amp; Kita</title>
            <meta name="author" content="Ayu Lestari"></head><body><p>Laut itu luas.</p></body></html>
            """);
    assertThat(trial.publication.metadata().title()).isEqualTo("Laut & Kita");
    assertThat(trial.publication.metadata().authors()).containsExactly("Ayu Lestari");
    assertThat(trial.publication.metadata().language().tag()).isEqualTo("id-ID");
    assertThat(trial.findings()).isEmpty();
  }

  @Test
  void whatNobodySeesIsNotRead() throws Exception {
    Trial trial =
        body(
            """
            <p>Terlihat.</p><script>jahat()</script><style>p{}</style>
            <template><p>Cetakan.</p></template><noscript>Tanpa skrip.</noscript>
            <p hidden>Tersembunyi.</p><p style="DISPLAY : none">Gaya.</p>
            <p aria-hidden="true">Hiasan.</p><textarea>Kotak.</textarea><!-- catatan -->
            <iframe srcdoc="<p>Bingkai.</p>"></iframe><p>Terakhir.</p>
            """);
    assertThat(trial.plain()).isEqualTo("Terlihat. Terakhir.");
    assertThat(trial.findings()).contains("hidden-text-skipped @1 s1");
  }

  @Test
  void tablesKeepHeadersSpansAndCaption() throws Exception {
    assertThat(
            body("""
                    <table><caption>Harga</caption>
                    <thead><tr><th>Buah</th><th colspan="2">Rupiah</th></tr></thead>
                    <tbody><tr><td>Mangga</td><td>10.000</td><td><ul><li>manis</li></ul></td></tr></tbody>
                    </table>
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              table [s1 Harga]
                row
                  th
                    p [s2 Buah]
                  th 2x1
                    p [s3 Rupiah]
                row
                  td
                    p [s4 Mangga]
                  td
                    p [s5 10.000]
                  td
                    ul
                      -
                        p [s6 manis]
            """);
  }

  @Test
  void listsQuotationsDetails() throws Exception {
    assertThat(
            body("""
                    <ol start="3"><li>Tiga<ul><li>bawah</li></ul></li><li><p>Empat</p></li></ol>
                    <blockquote><p>Kata beliau.</p></blockquote>
                    <details><summary>Lebih lanjut</summary>Isinya.</details>
                    <dl><dt>Braille</dt><dd>Huruf timbul.</dd><dt>Tutur</dt><dd>Suara.</dd></dl>
                    <hr><pre>baris satu
                    baris dua</pre>
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              ol 3
                -
                  p [s1 Tiga]
                  ul
                    -
                      p [s2 bawah]
                -
                  p [s3 Empat]
              quotation
                p [s4 Kata beliau.]
              p [s5 Lebih lanjut]
              p [s6 Isinya.]
              ul
                -
                  p [s7 Braille]
                  p [s8 Huruf timbul.]
                -
                  p [s9 Tutur]
                  p [sa Suara.]
              break
              lines [sb baris satu] [sc baris dua]
            """);
  }

  @Test
  void picturesAndTheirWords() throws Exception {
    Trial trial =
        body(
            """
            <p>Lihat ini.</p>
            <figure><img src="a/peta.png" alt="Peta Jawa"><figcaption>Gambar 1: <b>Jawa</b></figcaption></figure>
            <p>Dan ini <img src="logo.png"> juga.</p>
            <img src="garis.png" role="presentation">
            """);
    assertThat(trial.text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Lihat ini.]
              image peta.png [s2 Peta Jawa]
                caption [s3 Gambar 1: **Jawa**]
              p [s4 Dan ini juga.]
              image logo.png
            """);
    assertThat(trial.findings()).contains("image-without-description logo.png @1 s4");
  }

  @Test
  void languageEmphasisPowersRuby() throws Exception {
    assertThat(
            body("""
                    <p>Kata <i lang="en">the quick fox</i> dan <em>penting <strong>sekali</strong></em>.</p>
                    <p>Jaraknya 10<sup>6</sup> km, H<sub>2</sub>O, <ruby>漢<rt>kan</rt></ruby>.</p>
                    <p lang="en">This is English.</p>
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata {en:*the quick fox*} dan *penting ***sekali**.]
              p [s2 Jaraknya 10⁶ km, H2O, {zh:漢}.]
              p (en) [s3 This is English.]
            """);
  }

  @Test
  void formulasAndFilms() throws Exception {
    Trial trial =
        body(
            """
            <p>Luas <math alttext="pi r kuadrat"><msup><mi>r</mi><mn>2</mn></msup></math>,
            tinggi <math><mi>x</mi><mo>=</mo><mn>2</mn></math>,
            akar <math><msqrt><mi>y</mi></msqrt></math>.</p><video src="f.mp4">Unduh.</video>
            """);
    assertThat(trial.plain()).isEqualTo("Luas pi r kuadrat, tinggi x=2, akar y.");
    assertThat(trial.findings()).contains("formula-lost @1 s1", "media-ignored f.mp4 @1 s1");
  }

  @Test
  void notesAreKnownByTheirLinks() throws Exception {
    assertThat(
            body("""
                    <p>Kata ini<sup><a href="#fn1" id="r1">1</a></sup> punya catatan.</p>
                    <p id="fn1"><sup><a href="#r1">1</a></sup> Ini catatannya.</p>
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Kata ini^n1:1^ punya catatan.]
              note n1 (1)
                p [s2 Ini catatannya.]
            """);
  }

  @Test
  void linksThatCallNoNoteKeepWhatIsInThem() throws Exception {
    assertThat(
            body("""
                    <p>Lihat <a href="#b2"><em>Bab</em> 2 tentang <i lang="en">the sea</i></a>, hal. <a href="#p3">3</a>.</p>
                    <a href="#atas"><h2>Judul</h2></a><p><a href="#x"><img src="x.png" alt="Peta laut"></a></p>
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Lihat *Bab* 2 tentang {en:*the sea*}, hal. 3.]
            part 1 (Judul)
              h2 [s2 Judul]
              image x.png [s3 Peta laut]
            """);
  }

  @Test
  void drawingsAndFormulasSayOnlyWhatTheyMean() throws Exception {
    assertThat(
            body("""
                    <p>Rumus <math><semantics><mrow><mi>x</mi></mrow>
                    <annotation encoding="application/x-tex">\\frac{}</annotation></semantics></math>.</p>
                    <svg><style>.a{fill:red}</style><title>Grafik curah hujan</title><image xlink:href="g.png"/></svg>
                    <table role="presentation"><tr><td>Kiri</td><td>Kanan</td></tr></table>
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Rumus x.]
              image g.png [s2 Grafik curah hujan]
              p [s3 Kiri]
              p [s4 Kanan]
            """);
  }

  @Test
  void starsAndPageNumbersOfDigitalLibraries() throws Exception {
    assertThat(
            body("""
                    <p>Satu <span class="pagenum">[Pg 12]</span>dua.</p><p class="c">* * *</p><p>Tiga.</p>
                    """)
                .text())
        .isEqualTo(
            """
            part 1 ()
              p [s1 Satu |12|dua.]
              break
              p [s2 Tiga.]
            """);
  }

  @Test
  void encodingOfTheMetaElement() throws Exception {
    Path file = folder.resolve("buku.html");
    String page =
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"
            + "</head><body><p>Добрый день</p></body></html>";
    Files.write(file, page.getBytes(Charset.forName("windows-1251")));
    assertThat(Trial.of(file).plain()).isEqualTo("Добрый день");
  }

  @Test
  void whatStyleSheetsHideIsNotRead() throws Exception {
    String style =
        "<style>/* .a{} */ .gone, div.menu { color: red; DISPLAY: none } #kotak{visibility:hidden}"
            + " .back{display:none} .back{display:block} @media print{.seen{display:none}}"
            + " @media screen{.small{display:none}} p .inner{display:none}</style>";
    String body =
        "<p class='x gone'>Satu.</p><div class='menu'>Dua.</div><p class='menu'>Tiga.</p>"
            + "<p id='kotak'>Empat.</p><p class='back'>Lima.</p><p class='seen'>Enam.</p>"
            + "<p class='small'>Tujuh.</p><p><i class='inner'>Delapan.</i></p>";
    Trial trial = read("<html><head>" + style + "</head><body>" + body + "</body></html>");
    assertThat(trial.plain()).isEqualTo("Tiga. Lima. Enam. Delapan.");
    assertThat(trial.findings()).contains("hidden-text-skipped @1");
  }

  @Test
  void whatAScriptMayShowAgainIsRead() throws Exception {
    assertThat(
            read("<html><head><style>.tab{display:none}</style><script>x</script></head>"
                    + "<body><p class='tab'>Isi.</p></body></html>")
                .plain())
        .isEqualTo("Isi.");
  }

  @Test
  void lineEndsMakeVerseOrParagraphs() throws Exception {
    assertThat(body("<p>Bulan bersinar<br>di atas laut</p>").text())
        .isEqualTo("part 1 ()\n  lines [s1 Bulan bersinar] [s2 di atas laut]\n");
    String prose = "Kalimat ini panjang sekali dan tidak mungkin baris sajak. ".repeat(4).strip();
    assertThat(body("<p>" + prose + "<br><br>" + prose + "</p>").part(1).blocks()).hasSize(2);
  }

  @Test
  void thousandsOfNestedTablesLoseTheirNestingAlone() throws Exception {
    Trial trial =
        body(
            "<p>Awal.</p>"
                + "<table><tr><td>".repeat(10_000)
                + "Dalam."
                + "</td></tr></table>".repeat(10_000));
    assertThat(trial.plain()).isEqualTo("Awal. Dalam.");
    assertThat(trial.findings()).contains("nesting-flattened 24 @1 s1");
  }

  private Trial body(String body) throws Exception {
    return read(
        "<!DOCTYPE html><html lang=id><head><title>Buku</title></head><body>"
            + body
            + "</body></html>");
  }

  private Trial read(String html) throws Exception {
    Path file = folder.resolve("buku.html");
    Files.write(file, html.getBytes(StandardCharsets.UTF_8));
    return Trial.of(file);
  }
}
