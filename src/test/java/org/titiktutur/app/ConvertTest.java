package org.titiktutur.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.titiktutur.EpubCheck;

/** One book through the whole house, with the real engines; then we listen to it and feel it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvertTest {

  private static final List<String> INDONESIAN =
      List.of(
          "Setiap pagi Bu Sri membuka pintu perpustakaan dengan kunci yang besar.",
          "Anak-anak sudah menunggu di tangga, dan yang paling kecil membawa payung.",
          "Hari ini ada buku baru tentang laut: tebalnya 47 halaman, dan semuanya boleh dibaca.");
  private static final List<String> ENGLISH =
      List.of(
          "Every morning the librarian opens the door with a heavy key.",
          "The children are waiting on the steps, and the smallest one carries an umbrella.",
          "Today there is a new book about the sea, and all of it may be read.");

  /** By how much a clip may be off: 30 ms. */
  private static final int SLACK = 22050 * 30 / 1000;

  /** Sound is looked for in pieces of 3 ms, and is what is louder than this, in dB. */
  private static final int PIECE = 64;

  private static final double HEARD = -48;

  private Path folder;
  private Path out;
  private Ran ran;
  private JsonNode report;

  @BeforeAll
  void convert(@TempDir Path temporary) throws IOException {
    folder = temporary;
    String book =
        "Perpustakaan di Tepi Laut\n\nBAB 1\n\n"
            + String.join(" ", INDONESIAN)
            + "\n\nBAB 2\n\n"
            + String.join(" ", ENGLISH)
            + "\n\nBAB 3\n\n"
            + String.join(" ", INDONESIAN).repeat(2)
            + "\n";
    Path source = Files.writeString(folder.resolve("laut.txt"), book);
    out = folder.resolve("out");
    ran =
        Ran.titik(
            "convert",
            source,
            "--lang",
            "id",
            "--to",
            "mp3,epub3,epub,m4b,brf,pef,html,txt",
            "--out",
            out,
            "--report",
            folder.resolve("report.json"));
    report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }

  @Test
  void everythingThatWasAskedForIsThereAndReported() throws IOException {
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(names(out))
        .containsExactlyInAnyOrder(
            "laut-mp3",
            "laut.m3u8",
            "laut.epub",
            "laut-text.epub",
            "laut.m4b",
            "laut.brf",
            "laut.pef",
            "laut.html",
            "laut.txt");
    assertThat(report.get("title").asText()).isEqualTo("laut");
    assertThat(report.get("language").asText()).isEqualTo("id");
    Map<String, JsonNode> made = new HashMap<>();
    report.get("made").forEach(row -> made.put(row.get("format").asText(), row));
    assertThat(made.keySet())
        .containsExactlyInAnyOrder("mp3", "epub3", "epub", "m4b", "brf", "pef", "html", "txt");
    assertThat(made.get("brf").get("bytes").asLong())
        .isEqualTo(Files.size(out.resolve("laut.brf")));
    assertThat(made.get("brf").has("seconds")).isFalse();
    assertThat(out.resolve(made.get("mp3").get("path").asText())).isDirectory();
  }

  @Test
  void thereIsAnAudioFileForEachChapterAndSpeechInEveryTwoSecondsOfIt() throws Exception {
    List<String> chapters = chapters();
    assertThat(chapters).hasSizeGreaterThanOrEqualTo(3);
    double seconds = 0;
    for (String chapter : chapters) {
      short[] sound = decode(out.resolve("laut-mp3").resolve(chapter));
      seconds += sound.length / 22050.0;
      for (int at = 0; at + 44100 <= sound.length; at += 22050) {
        assertThat(loudness(sound, at, at + 44100)).as(chapter + " at " + at).isGreaterThan(-50);
      }
    }
    JsonNode mp3 = report.get("made").get(0);
    assertThat(seconds).isCloseTo(mp3.get("seconds").asDouble(), within(0.3));
    assertThat(Files.readString(out.resolve("laut.m3u8")).lines().filter(l -> l.endsWith(".mp3")))
        .hasSameSizeAs(chapters);
  }

  @Test
  void theManifestOfTheAudioBookNamesEveryChapter() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(out.resolve("laut-mp3").resolve("manifest.json").toFile());
    assertThat(manifest.at("/metadata/conformsTo").asText())
        .isEqualTo("https://readium.org/webpub-manifest/profiles/audiobook");
    assertThat(manifest.at("/metadata/title").asText()).isEqualTo("laut");
    assertThat(manifest.at("/metadata/language").asText()).isEqualTo("id");
    assertThat(manifest.at("/metadata/duration").asDouble())
        .isCloseTo(report.get("made").get(0).get("seconds").asDouble(), within(0.01));
    List<String> files = new ArrayList<>();
    manifest
        .get("readingOrder")
        .forEach(
            chapter -> {
              assertThat(chapter.get("duration").asDouble()).isPositive();
              assertThat(chapter.get("type").asText()).isEqualTo("audio/mpeg");
              files.add(chapter.get("href").asText());
            });
    assertThat(files).containsExactlyElementsOf(chapters());
    assertThat(manifest.get("toc")).isNotEmpty();
  }

  @Test
  void theOneFileAudioBookIsAsLongAsAllChapters() {
    Map<String, Double> seconds = new HashMap<>();
    report
        .get("made")
        .forEach(row -> seconds.put(row.get("format").asText(), row.path("seconds").asDouble()));
    assertThat(seconds.get("m4b")).isCloseTo(seconds.get("mp3"), within(0.5));
  }

  @Test
  void bothEpubsAreValid() throws Exception {
    assertThat(EpubCheck.messages(out.resolve("laut.epub"))).isEmpty();
    assertThat(EpubCheck.messages(out.resolve("laut-text.epub"))).isEmpty();
  }

  @Test
  void everySentenceOfTheEpubSoundsWhereItsClipSays() throws Exception {
    int clips = 0;
    double overlaid = 0;
    try (ZipFile epub = new ZipFile(out.resolve("laut.epub").toFile())) {
      for (ZipEntry smil :
          epub.stream().filter(entry -> entry.getName().endsWith(".smil")).toList()) {
        Path mp3 = folder.resolve("part.mp3");
        String audio = smil.getName().replace(".smil", ".mp3");
        Files.write(mp3, epub.getInputStream(epub.getEntry(audio)).readAllBytes());
        short[] sound = decode(mp3);
        Matcher clip =
            Pattern.compile("clipBegin=\"([0-9.]+)s\" clipEnd=\"([0-9.]+)s\"")
                .matcher(new String(epub.getInputStream(smil).readAllBytes(), UTF_8));
        for (; clip.find(); clips++) {
          int begin = (int) (Double.parseDouble(clip.group(1)) * 22050);
          int end = (int) (Double.parseDouble(clip.group(2)) * 22050);
          assertThat(end).isLessThanOrEqualTo(sound.length);
          assertThat(loudness(sound, begin, end)).isGreaterThan(-30);
          assertThat(heardFrom(sound, begin - SLACK * 4, begin + SLACK * 4))
              .as(audio + " " + clip.group())
              .isBetween(begin - SLACK, begin + SLACK);
          assertThat(heardTo(sound, end - SLACK * 4, end + SLACK * 4))
              .as(audio + " " + clip.group())
              .isBetween(end - SLACK, end + SLACK);
          overlaid += (end - begin) / 22050.0;
        }
      }
      String listing =
          new String(epub.getInputStream(epub.getEntry("EPUB/package.opf")).readAllBytes(), UTF_8);
      assertThat(clips).isGreaterThanOrEqualTo(12);
      assertThat(
              Double.parseDouble(
                  listing.replaceAll(
                      "(?s).*<meta property=\"media:duration\">([0-9.]+)s<.*", "$1")))
          .isCloseTo(overlaid, within(0.1));
    }
  }

  private static int heardFrom(short[] sound, int from, int to) {
    int at = Math.max(0, from);
    while (at < to && loudness(sound, at, at + PIECE) < HEARD) {
      at += PIECE;
    }
    return at;
  }

  private static int heardTo(short[] sound, int from, int to) {
    int at = Math.min(sound.length, to);
    while (at > from && loudness(sound, at - PIECE, at) < HEARD) {
      at -= PIECE;
    }
    return at;
  }

  @Test
  void lengthGoesWithTheTextAndEachLanguageHasItsVoice() throws Exception {
    List<String> chapters = chapters();
    int last = chapters.size() - 1;
    double first = seconds(chapters.get(last - 2));
    double twice = seconds(chapters.get(last));
    assertThat(twice / first).isBetween(1.6, 2.1);

    // Kevin was recorded at 16 kHz: above 8 kHz there is nothing of him, and much of eSpeak NG.
    assertThat(above8000Hz(chapters.get(last - 2))).isGreaterThan(-85);
    assertThat(above8000Hz(chapters.get(last - 1))).isLessThan(-100);
  }

  @Test
  void theBrailleReadsBackAsTheText() throws IOException {
    String cells =
        Stream.of(Files.readString(out.resolve("laut.brf")).split("\f"))
            .flatMap(page -> page.lines().skip(1))
            .map(line -> line.stripTrailing())
            .map(ConvertTest::unicode)
            .reduce("", (all, line) -> all + "⠀" + line);
    Ran back = Ran.titik("braille", cells.replaceAll("⠀+", "⠀"), "--back");
    assertThat(back.exit()).as(back.err()).isZero();
    String text = back.out().replaceAll("\\s+", " ");
    for (String sentence : INDONESIAN) {
      assertThat(text).contains(sentence);
    }
  }

  @Test
  void brfAndPefHoldTheSamePages() throws IOException {
    String brf = Files.readString(out.resolve("laut.brf"));
    String pef = Files.readString(out.resolve("laut.pef"));
    int pages = brf.split("\f", -1).length;
    assertThat(pef.split("<page", -1)).hasSizeBetween(pages, pages + 1);
  }

  @Test
  void textAndPageHoldEverySentence() throws IOException {
    String text = Files.readString(out.resolve("laut.txt"));
    String page = Files.readString(out.resolve("laut.html")).replaceAll("<[^>]*>", "");
    for (String sentence : Stream.concat(INDONESIAN.stream(), ENGLISH.stream()).toList()) {
      assertThat(text).contains(sentence);
      assertThat(page).contains(sentence);
    }
  }

  /** Mean power behind the heading, about 8.5 to 9.5 kHz, in dB of full scale (Goertzel). */
  private double above8000Hz(String chapter) throws Exception {
    short[] sound = decode(out.resolve("laut-mp3").resolve(chapter));
    int block = 1024;
    double power = 0;
    int measured = 0;
    for (int from = 3 * 22050; from + block <= sound.length; from += block) {
      for (int pitch = 8500; pitch <= 9500; pitch += 250) {
        double twice = 2 * Math.cos(2 * Math.PI * pitch / 22050);
        double one = 0;
        double two = 0;
        for (int i = 0; i < block; i++) {
          double window = Math.sin(Math.PI * i / block);
          double next = sound[from + i] / 32768.0 * window * window + twice * one - two;
          two = one;
          one = next;
        }
        power += (one * one + two * two - twice * one * two) / block / block;
        measured++;
      }
    }
    return 10 * Math.log10(power / measured + 1e-15);
  }

  private List<String> chapters() throws IOException {
    return names(out.resolve("laut-mp3")).stream().filter(name -> name.endsWith(".mp3")).toList();
  }

  private double seconds(String chapter) throws Exception {
    return decode(out.resolve("laut-mp3").resolve(chapter)).length / 22050.0;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** North American ASCII braille, read from the dots of its 64 characters in order. */
  private static String unicode(String line) {
    String ascii = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=";
    return line.codePoints()
        .map(cell -> 0x2800 + ascii.indexOf(cell))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static double loudness(short[] sound, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) sound[i] * sound[i];
    }
    return 10 * Math.log10(sum / (to - from) / (32768.0 * 32768) + 1e-12);
  }

  /** Decoded by a library that shares nothing with the encoder. */
  private static short[] decode(Path file) throws IOException, JavaLayerException {
    List<short[]> frames = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Bitstream stream = new Bitstream(in);
      Decoder decoder = new Decoder();
      for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
        SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, stream);
        frames.add(java.util.Arrays.copyOf(samples.getBuffer(), samples.getBufferLength()));
        stream.closeFrame();
      }
    }
    short[] all = new short[frames.stream().mapToInt(frame -> frame.length).sum()];
    int at = 0;
    for (short[] frame : frames) {
      System.arraycopy(frame, 0, all, at, frame.length);
      at += frame.length;
    }
    return all;
  }

  private static org.assertj.core.data.Offset<Double> within(double seconds) {
    return org.assertj.core.data.Offset.offset(seconds);
  }
}
