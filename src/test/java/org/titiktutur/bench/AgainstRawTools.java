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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whole-process benchmark: our command and the raw tools on the same text, in turn, in the same
 * run. Prints seconds of wall and CPU (all processes of a command together) and the ratios of the
 * medians.
 *
 * <p>System properties: {@code titik.rounds} (how often, by default 3), {@code titik.only} (some of
 * {@code mp3,braille,cold,memory}) and {@code titik.mp3.words}.
 *
 * <p>Needs {@code espeak-ng}, {@code lame} and {@code lou_translate} with liblouis' tables; what is
 * missing is named and left out. The text is Debian's handbook in Indonesian and English where it
 * is installed, else sentences put together from a word list.
 */
public final class AgainstRawTools {

  private static final int ROUNDS = Integer.getInteger("titik.rounds", 3);
  private static final int MP3_WORDS = Integer.getInteger("titik.mp3.words", 27_000);
  private static final int WORDS = 27_000;
  private static final List<String> ONLY =
      List.of(System.getProperty("titik.only", "mp3,braille,cold,memory").split(","));
  private static final Path SYSTEM_TABLES = Path.of("/usr/share/liblouis/tables");
  private static final double TICKS_PER_SECOND = 100;

  private final Path folder;
  private final Path titik;

  private AgainstRawTools(Path folder, Path titik) {
    this.folder = folder;
    this.titik = titik;
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
      AgainstRawTools bench = new AgainstRawTools(folder, titik);
      bench.rungs();
      if (ONLY.contains("mp3")) {
        bench.mp3();
      }
      if (ONLY.contains("braille")) {
        bench.braille();
      }
      if (ONLY.contains("cold")) {
        bench.cold();
      }
      if (ONLY.contains("memory")) {
        bench.memory();
      }
    } finally {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Which libraries ours uses; at the same time everything is unpacked and archived once. */
  private void rungs() throws IOException, InterruptedException {
    run("doctor", titik + " doctor");
    Files.readAllLines(folder.resolve("log")).stream()
        .filter(line -> line.matches("(espeak|freetts|mp3|braille): .*"))
        .forEach(System.out::println);
    run("voices", "TITIK_RUNG=bundled " + titik + " voices");
  }

  private void mp3() throws IOException, InterruptedException {
    if (!has("espeak-ng") || !has("lame")) {
      return;
    }
    for (int parts : new int[] {1, 12}) {
      Path book = text("id-ID", "mp3-" + parts + ".txt", parts, MP3_WORDS);
      String ours = convert(book, "id", "mp3");
      compare(
          "MP3, %,d words, %d part(s)".formatted(MP3_WORDS, parts),
          "espeak-ng -v id -f " + book + " --stdout | lame --quiet - raw.mp3 && test -s raw.mp3",
          Map.of("ours", ours, "ours, bundled libraries", "TITIK_RUNG=bundled " + ours));
    }
  }

  private void braille() throws IOException, InterruptedException {
    novel("id-ID", "id", "id-g1");
    novel("en-US", "en", "en-ueb-g2");
  }

  private void novel(String edition, String language, String table)
      throws IOException, InterruptedException {
    Path book = text(edition, "novel-" + language + ".txt", 20, WORDS);
    String what = "BRF, %s, %,d words, 20 parts".formatted(table, WORDS);
    String ours = convert(book, language, "brf");
    if (!has("lou_translate") || !Files.isDirectory(SYSTEM_TABLES)) {
      alone(what, ours);
      return;
    }
    compare(
        what,
        "LOUIS_TABLEPATH="
            + titik.resolveSibling("braille-tables")
            + ","
            + SYSTEM_TABLES
            + " lou_translate --forward unicode.dis,"
            + table
            + ".ctb <"
            + book
            + " >raw && test -s raw",
        Map.of("ours", ours));
  }

  private void cold() throws IOException, InterruptedException {
    Path book =
        Files.writeString(
            folder.resolve("short.txt"), "Selamat pagi, Bu Guru. Hari ini kita membaca.\n");
    alone("PEF of two sentences, cold", titik + " convert " + book + " --to pef --quiet --out out");
  }

  private void memory() throws IOException, InterruptedException {
    for (int parts : new int[] {10, 1000}) {
      Path book = text("id-ID", "chapters-" + parts + ".txt", parts, parts * 1000);
      held(
          "%,d chapters of 1,000 words to BRF, TXT, HTML".formatted(parts),
          convert(book, "id", "brf,txt,html"));
    }
    for (int parts : new int[] {10, 100}) {
      Path book = text("id-ID", "chapters-" + parts + ".txt", parts, parts * 200);
      held("%,d chapters of 200 words to MP3".formatted(parts), convert(book, "id", "mp3"));
    }
  }

  private String convert(Path book, String language, String formats) {
    return titik
        + " convert "
        + book
        + " --lang "
        + language
        + " --to "
        + formats
        + " --quiet --out out";
  }

  private record Cost(double wall, double cpu) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%6.2f s wall %6.2f s CPU", wall, cpu);
    }
  }

  /** Runs ours, each way, and the raw tools in turn, and prints what each took. */
  private void compare(String what, String raw, Map<String, String> ours)
      throws IOException, InterruptedException {
    Map<String, List<Cost>> costs = new TreeMap<>();
    List<Cost> rawCosts = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, String> way : new TreeMap<>(ours).entrySet()) {
        costs
            .computeIfAbsent(way.getKey(), key -> new ArrayList<>())
            .add(run(what, way.getValue()));
      }
      rawCosts.add(run(what, raw));
    }
    Cost other = median(rawCosts);
    System.out.println(what);
    System.out.printf("  %-24s %s%n", "raw tools", other);
    costs.forEach(
        (way, all) -> {
          Cost mine = median(all);
          System.out.printf(
              Locale.ROOT,
              "  %-24s %s, ratio %.2f wall %.2f CPU%n",
              way,
              mine,
              mine.wall() / other.wall(),
              mine.cpu() / other.cpu());
        });
  }

  private void alone(String what, String ours) throws IOException, InterruptedException {
    List<Cost> costs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      costs.add(run(what, ours));
    }
    System.out.printf("%s%n  %-24s %s%n", what, "ours", median(costs));
  }

  /** The most that all processes of a command held together. */
  private void held(String what, String ours) throws IOException, InterruptedException {
    Process process = start(ours);
    long all = 0;
    long largest = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      long[] each = residentKib(process.toHandle());
      all = Math.max(all, LongStream.of(each).sum());
      largest = Math.max(largest, LongStream.of(each).max().orElse(0));
    }
    check(what, ours, process);
    System.out.printf(
        "%s%n  at most %d MiB resident in all, %d MiB in one process%n",
        what, all / 1024, largest / 1024);
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
    Process process = start(command);
    process.waitFor();
    double wall = (System.nanoTime() - start) / 1e9;
    check(what, command, process);
    return new Cost(wall, childrenSeconds() - before);
  }

  private Process start(String command) throws IOException {
    return new ProcessBuilder("sh", "-c", command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private void check(String what, String command, Process process) throws IOException {
    if (process.exitValue() != 0) {
      throw new IOException(what + ": " + command + "\n" + Files.readString(folder.resolve("log")));
    }
  }

  /** User and system time of all children that were waited for, with theirs. */
  private static double childrenSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
  }

  /** Of a process and those below it. Shared pages are counted in each: an upper bound. */
  private static long[] residentKib(ProcessHandle process) {
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
        .toArray();
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
