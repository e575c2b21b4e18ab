package org.titiktutur.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.titiktutur.formats.daisy.TalkingBook.all;
import static org.titiktutur.formats.daisy.TalkingBook.meta;
import static org.titiktutur.formats.daisy.TalkingBook.millis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.formats.daisy.TalkingBook;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A book becomes both DAISY books with the real engines, and we listen to every clip. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkingBooksTest {

  private static final double RATE = 22_050;

  static final String BOOK =
      """
      <!DOCTYPE html><html lang="id"><head><title>Laut dan Kita</title>
      <meta name="author" content="Ayu Lestari"></head><body>
      <h1>Bab Satu</h1>
      <p><span role="doc-pagebreak" aria-label="ii"></span>Setiap pagi Bu Sri membuka pintu.
      Anak-anak sudah menunggu<a href="#fn1" role="doc-noteref" id="r1">1</a> di tangga.</p>
      <aside id="fn1" role="doc-footnote"><p>Ini catatan pertama. Ia punya dua kalimat.</p></aside>
      <ul><li>Apel merah.</li><li>Jeruk manis.<ol start="3"><li>Satu lagi.</li></ol></li></ul>
      <h2>Anak judul</h2>
      <p>Halaman<span role="doc-pagebreak" aria-label="1"></span> baru di tengah kalimat.</p>
      <table><caption>Harga buah</caption><tr><th>Buah</th><th>Harga</th></tr>
      <tr><th>Apel</th><td>Lima ribu</td></tr></table>
      <figure><img src="laut.png" alt="Laut biru."><figcaption>Gambar satu.</figcaption></figure>
      <h1>Bab Dua</h1>
      <div role="doc-pagebreak" aria-label="2"></div>
      <blockquote><p>Kata orang, <span lang="en">the library is open</span> setiap hari.</p>
      </blockquote>
      </body></html>
      """;

  private Path out;
  private JsonNode report;
  private TalkingBook older;
  private TalkingBook newer;

  @BeforeAll
  void convert(@TempDir Path folder) throws IOException {
    out = folder.resolve("out");
    Path source = Files.writeString(folder.resolve("laut.html"), BOOK);
    Ran ran =
        Ran.titik(
            "convert",
            source,
            "--to",
            "daisy202,daisy3",
            "--out",
            folder.resolve("out"),
            "--report",
            folder.resolve("report.json"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    older = new TalkingBook(folder.resolve("out/laut-daisy202.zip"));
    newer = new TalkingBook(folder.resolve("out/laut-daisy3.zip"));
  }

  @Test
  void theReportSaysHowLongTheyPlay() throws Exception {
    JsonNode made = report.get("made");
    assertThat(made.findValuesAsText("path"))
        .containsExactly("laut-daisy202.zip", "laut-daisy3.zip");
    long total = millis(meta(newer.document("package.opf"), "dtb:totalTime"));
    assertThat(made.findValuesAsText("seconds")).containsOnly(String.valueOf(total / 1000.0));
    assertThat(millis(meta(older.document("ncc.html"), "ncc:totalTime")))
        .isBetween(total - 500, total + 500);
  }

  @Test
  void bothHaveTheSameSoundAndTheSameClips() throws Exception {
    assertThat(older.named(".mp3")).isEqualTo(newer.named(".mp3")).hasSize(2);
    for (String name : older.named(".mp3")) {
      assertThat(older.files().get(name)).isEqualTo(newer.files().get(name));
      String smil = name.replace(".mp3", ".smil");
      assertThat(clips(older.document(smil), "clip-begin", "clip-end"))
          .isEqualTo(clips(newer.document(smil), "clipBegin", "clipEnd"));
    }
  }

  private static List<String> clips(Document smil, String begin, String end) {
    return all(smil, "audio").stream()
        .map(clip -> millis(clip.getAttribute(begin)) + "-" + millis(clip.getAttribute(end)))
        .toList();
  }

  /** The clip begins in the silence before the words, speaks at once, and ends inside the file. */
  @Test
  void everyClipBeginsWithItsWordsAndNoneIsSilentOrPastItsFile() throws Exception {
    int heard = 0;
    for (String name : newer.named(".smil")) {
      short[] sound = decode(newer.files().get(name.replace(".smil", ".mp3")));
      for (Element clip : all(newer.document(name), "audio")) {
        int begin = (int) (millis(clip.getAttribute("clipBegin")) * RATE / 1000);
        int end = (int) (millis(clip.getAttribute("clipEnd")) * RATE / 1000);
        assertThat(end).isLessThanOrEqualTo(sound.length);
        assertThat(loudness(sound, begin, end)).isGreaterThan(-40);
        assertThat(loudness(sound, begin - (int) (RATE * 0.05), begin)).isLessThan(-55);
        assertThat(loudness(sound, begin, begin + (int) (RATE * 0.15))).isGreaterThan(-50);
        heard++;
      }
    }
    assertThat(heard).isEqualTo(22);
  }

  /** Sentences and their ids, headings, pages, notes, lists, tables, pictures and languages. */
  @Test
  void bothComeBackInAsTheyWentOut() throws Exception {
    String page = asPage(Files.writeString(out.resolve("laut.html"), BOOK));
    assertThat(asPage(out.resolve("laut-daisy202.zip"))).isEqualTo(page);
    assertThat(asPage(out.resolve("laut-daisy3.zip"))).isEqualTo(page);
    Path alone = Files.write(out.resolve("sendiri.xml"), newer.files().get("book.xml"));
    assertThat(asPage(alone)).isEqualTo(page);
  }

  private String asPage(Path source) throws IOException {
    Path made = Files.createTempDirectory(out, "page");
    Ran ran = Ran.titik("convert", source, "--to", "html", "--out", made, "--quiet");
    assertThat(ran.exit()).as(ran.err()).isZero();
    String name = source.getFileName().toString().replaceFirst("\\.[a-z]+$", ".html");
    return Files.readString(made.resolve(name));
  }

  private static double loudness(short[] sound, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) sound[i] * sound[i];
    }
    return 10 * Math.log10(sum / (to - from) / (32768.0 * 32768) + 1e-12);
  }

  private static short[] decode(byte[] mp3) throws JavaLayerException {
    short[] all = new short[22_050 * 120];
    int at = 0;
    Bitstream stream = new Bitstream(new ByteArrayInputStream(mp3));
    Decoder decoder = new Decoder();
    for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
      SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, stream);
      System.arraycopy(samples.getBuffer(), 0, all, at, samples.getBufferLength());
      at += samples.getBufferLength();
      stream.closeFrame();
    }
    return java.util.Arrays.copyOf(all, at);
  }
}
