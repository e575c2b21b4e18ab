package org.titiktutur.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whole-process benchmark: our command and the raw tools on the same text, in turn, in the same
 * run. Prints seconds of wall and CPU (all processes of a command together) and the ratio of the
 * medians.
 *
 * <p>Needs {@code espeak-ng}, {@code lame} and {@code lou_translate}; what is missing is named and
 * left out. The text is Debian's handbook in Indonesian and English where it is installed, else
 * sentences put together from a word list.
 */
public final class AgainstRawTools {

  private static final int ROUNDS = Integer.getInteger("titik.rounds", 3);
  private static final int MP3_WORDS = Integer.getInteger("titik.mp3.words", 27_000);
  private static final int WORDS = 27_000;
  private static final double TICKS_PER_SECOND = 100;

  private final Path folder;
  private final String titik;
  private final Map<String, String> environment;

  private AgainstRawTools(Path folder, Path titik, Map<String, String> environment) {
    this.folder = folder;
    this.titik = titik.toString();
    this.environment = environment;
  }

  /**
   * Runs it all.
   *
   * @param args the launcher, by default {@code ./titik}
   */
  public static void main(String[] args) throws Exception {
    Path titik = Path.of(args.length > 0 ? args[0] : "titik").toAbsolutePath();
    Path folder = Files.createTempDirectory("titik-bench");
    try {
      AgainstRawTools bench = new AgainstRawTools(folder, titik, Map.of());
      bench.run("warm-up", titik + " --version");
      bench.all(titik.getParent().resolve("braille-tables"));
    } finally {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void all(Path tables) throws Exception {
    Path indonesian = text("id-ID", "book-id.txt", 1, WORDS);
    Path part = text("id-ID", "part-id.txt", 1, MP3_WORDS);
    Path chapters = text("id-ID", "chapters-id.txt", 12, MP3_WORDS);
    Path english = text("en-US", "book-en.txt", 1, WORDS);
    Path twoSentences =
        Files.writeString(
            folder.resolve("short.txt"), "Selamat pagi, Bu Guru. Hari ini kita membaca.\n");

    String raw = "espeak-ng -v id -f %s --stdout | lame --quiet - raw.mp3";
    if (has("espeak-ng") && has("lame")) {
      compare("MP3, a single part", mp3(part), String.format(raw, part));
      compare("MP3, 12 parts", mp3(chapters), String.format(raw, chapters));
    }
    if (has("lou_translate")) {
      compare(
          "BRF, Indonesian, " + WORDS + " words",
          titik + " convert " + indonesian + " --lang id --to brf --quiet --out out",
          "LOUIS_TABLEPATH="
              + tables
              + " lou_translate --forward id-g1.ctb <"
              + indonesian
              + " >raw");
      compare(
          "BRF, English grade 2, " + WORDS + " words",
          titik + " convert " + english + " --lang en --to brf --quiet --out out",
          "lou_translate --forward en-ueb-g2.ctb <" + english + " >raw");
    }
    alone(
        "PEF of two sentences, cold",
        titik + " convert " + twoSentences + " --to pef --quiet --out out");
    for (int parts : new int[] {10, 1000}) {
      Path book = text("id-ID", "parts-" + parts + ".txt", parts, parts * 1000);
      alone(
          parts + " chapters of 1,000 words to BRF, TXT, HTML",
          titik + " convert " + book + " --lang id --to brf,txt,html --quiet --out out");
    }
    for (int parts : new int[] {10, 100}) {
      Path book = text("id-ID", "parts-" + parts + ".txt", parts, parts * 500);
      alone(
          parts + " chapters of 500 words to MP3",
          titik + " convert " + book + " --lang id --to mp3 --quiet --out out");
    }
  }

  private String mp3(Path book) {
    return titik + " convert " + book + " --lang id --to mp3 --quiet --out out";
  }

  private record Cost(double wall, double cpu, long peakKib) {}

  private void compare(String what, String ours, String raw) throws Exception {
    List<Cost> our = new ArrayList<>();
    List<Cost> their = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      our.add(run(what, ours));
      their.add(run(what, raw));
    }
    Cost mine = median(our);
    Cost other = median(their);
    System.out.printf(
        Locale.ROOT,
        "%-46s ours %6.2f s wall %6.2f s CPU | raw %6.2f s wall %6.2f s CPU | ratio wall %.2f CPU %.2f%n",
        what,
        mine.wall(),
        mine.cpu(),
        other.wall(),
        other.cpu(),
        mine.wall() / other.wall(),
        mine.cpu() / other.cpu());
  }

  private void alone(String what, String ours) throws Exception {
    List<Cost> costs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      costs.add(run(what, ours));
    }
    Cost mine = median(costs);
    System.out.printf(
        Locale.ROOT,
        "%-46s ours %6.2f s wall %6.2f s CPU, at most %d MiB resident in all%n",
        what,
        mine.wall(),
        mine.cpu(),
        mine.peakKib() / 1024);
  }

  private static Cost median(List<Cost> costs) {
    return costs.stream()
        .sorted(Comparator.comparingDouble(Cost::cpu))
        .skip(costs.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private Cost run(String what, String command) throws IOException, InterruptedException {
    double before = childrenSeconds();
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    long peak = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, residentKib(process.toHandle()));
    }
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(what + ": " + command + "\n" + Files.readString(folder.resolve("log")));
    }
    return new Cost(wall, childrenSeconds() - before, peak);
  }

  /** User and system time of all children that were waited for, with theirs. */
  private static double childrenSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
  }

  /** Shared pages are counted in every process: an upper bound. */
  private static long residentKib(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(
            each -> {
              try (Stream<String> lines = Files.lines(Path.of("/proc/" + each.pid() + "/status"))) {
                return lines
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
              } catch (IOException | RuntimeException e) {
                return 0;
              }
            })
        .sum();
  }

  private static boolean has(String tool) {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    if (!there) {
      System.out.println("SKIPPED: " + tool + " is not installed");
    }
    return there;
  }

  /** A text of so many words in so many chapters. */
  private Path text(String edition, String name, int chapters, int words) throws IOException {
    List<String> paragraphs = paragraphs(edition);
    StringBuilder book = new StringBuilder();
    int perChapter = words / chapters;
    int next = 0;
    for (int chapter = 1; chapter <= chapters; chapter++) {
      if (chapters > 1) {
        book.append("\n\nBAB ").append(chapter).append("\n\n");
      }
      for (int written = 0; written < perChapter; ) {
        String paragraph = paragraphs.get(next++ % paragraphs.size());
        written += paragraph.split(" ").length;
        book.append(paragraph).append("\n\n");
      }
    }
    return Files.writeString(folder.resolve(name), book);
  }

  private static List<String> paragraphs(String edition) throws IOException {
    Path handbook = Path.of("/usr/share/doc/debian-handbook/html", edition);
    if (!Files.isDirectory(handbook)) {
      return made();
    }
    Pattern paragraph = Pattern.compile("<div class=\"para\">(.*?)</div>", Pattern.DOTALL);
    List<String> found = new ArrayList<>();
    try (Stream<Path> pages = Files.list(handbook)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
        Matcher matcher = paragraph.matcher(Files.readString(page, StandardCharsets.UTF_8));
        while (matcher.find()) {
          String text =
              matcher
                  .group(1)
                  .replaceAll("<[^>]*>", "")
                  .replace("&nbsp;", " ")
                  .replace("&lt;", "<")
                  .replace("&gt;", ">")
                  .replace("&amp;", "&")
                  .replaceAll("\\s+", " ")
                  .strip();
          boolean fits =
              edition.startsWith("en") || text.matches(".*\\b(yang|dan|untuk|dari)\\b.*");
          if (text.length() > 80 && fits) {
            found.add(text);
          }
        }
      }
    }
    return found;
  }

  private static List<String> made() {
    String[] subjects = {"Ibu guru", "Petugas perpustakaan", "Anak-anak desa", "Seorang nelayan"};
    String[] verbs = {"membacakan", "meminjam", "mengembalikan", "menyalin", "mencari"};
    String[] objects = {
      "buku cerita", "peta laut", "majalah lama", "catatan harian", "kamus besar"
    };
    String[] places = {"di serambi", "pada pukul 07.30", "sebelum hujan turun", "di tepi pasar"};
    Random random = new Random(1);
    return Stream.generate(
            () ->
                Stream.generate(
                        () ->
                            pick(subjects, random)
                                + " "
                                + pick(verbs, random)
                                + " "
                                + pick(objects, random)
                                + " "
                                + pick(places, random)
                                + ".")
                    .limit(6)
                    .collect(Collectors.joining(" ")))
        .limit(2000)
        .toList();
  }

  private static String pick(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }
}
