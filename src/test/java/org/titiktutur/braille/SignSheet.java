package org.titiktutur.braille;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sheet on which teachers sign off the signs of Indonesian braille: one HTML page, made from
 * our tables, in Indonesian. Each sign has its dots drawn, as Unicode braille and as dot numbers in
 * words that a screen reader says, what it rests on, and room for a verdict.
 */
final class SignSheet {

  /** In the order of reading; the other files are not signs to sign off. */
  private static final List<String> FILES =
      List.of(
          "id-chardefs.uti", "id-common.uti", "id-options.uti", "id-g2.ctb", "id-g2-options.uti");

  private static final Pattern HEADING =
      Pattern.compile("# --- (?<english>[^/]+) / (?<title>[^\\[-]+?) *(\\[(?<ground>[^]]+)])? *-*");

  /** Lines that say what cells a text has, and where; the others rule over many texts. */
  private static final Pattern SIGN =
      Pattern.compile(
          "(noback )?(?<place>lowercase|digit|punctuation|math|sign|midnum|word|partword|begmidword"
              + "|midword|endword|repword|always|prepunc|postpunc) (?<text>\\S+) (?<dots>[0-9-]+)( +(?<remark>.*))?");

  private static final Pattern INDICATOR =
      Pattern.compile(
          "(?<name>capsletter|begcapsword|numsign|nonumsign|nocontractsign|begemphword italic"
              + "|begemphphrase italic) (?<dots>[0-9-]+)");

  private static final Map<String, String> INDICATORS =
      Map.of(
          "capsletter", "tanda huruf kapital",
          "begcapsword", "tanda kata berhuruf kapital semua",
          "numsign", "tanda angka",
          "nonumsign", "tanda pugar, sesudah angka",
          "nocontractsign", "tanda pugar, di depan huruf yang berdiri sendiri",
          "begemphword italic", "tanda huruf miring",
          "begemphphrase italic", "tanda huruf miring, tiga kata atau lebih");

  private static final Map<String, String> PLACES =
      Map.of(
          "prepunc", "pembuka",
          "postpunc", "penutup",
          "repword", "kata ulang",
          "word", "berdiri sendiri",
          "partword", "di dalam kata",
          "begmidword", "awal, tengah",
          "midword", "tengah",
          "endword", "akhir",
          "midnum", "di dalam bilangan");

  private static final Map<String, String> GROUNDS =
      Map.of(
          "two sources", "dua sumber",
          "one source", "satu sumber",
          "inferred", "disimpulkan",
          "inferred, weak", "disimpulkan, lemah",
          "ours", "pilihan kami");

  private static final Pattern GROUND = Pattern.compile("\\[([^]]+)]");

  private record Sign(String text, String dots, String place, String ground) {}

  private record Group(String title, List<Sign> signs) {}

  private SignSheet() {}

  static String of(Path tables) throws IOException {
    StringBuilder html = new StringBuilder(HEAD);
    Set<String> seen = new LinkedHashSet<>();
    for (String file : FILES) {
      for (Group group : groups(Files.readAllLines(tables.resolve(file)), file)) {
        html.append("<h2>")
            .append(escaped(group.title()))
            .append("</h2>\n<table>\n")
            .append(COLUMNS);
        for (Sign sign : group.signs()) {
          if (seen.add(sign.text() + sign.dots() + sign.place())) {
            html.append(row(sign));
          }
        }
        html.append("</table>\n");
      }
    }
    return html.append("</main>\n</html>\n").toString();
  }

  private static List<Group> groups(List<String> lines, String file) {
    List<Group> groups = new ArrayList<>();
    String ground = file.contains("options") ? "ours" : "";
    boolean inComment = false;
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      Matcher sign = SIGN.matcher(line);
      Matcher indicator = INDICATOR.matcher(line);
      if (heading.matches()) {
        groups.add(new Group(heading.group("title"), new ArrayList<>()));
        ground =
            heading.group("ground") != null
                ? heading.group("ground")
                : file.contains("options") ? "ours" : "";
      } else if (line.isBlank()) {
        continue;
      } else if (line.startsWith("#")) {
        // of a comment that names several the first is for what follows at once
        Matcher said = GROUND.matcher(line);
        if (!inComment && said.find() && GROUNDS.containsKey(said.group(1))) {
          ground = said.group(1);
          inComment = true;
        }
        continue;
      } else if (sign.matches()) {
        String remark = sign.group("remark") == null ? "" : sign.group("remark");
        Matcher said = GROUND.matcher(remark);
        groups
            .get(groups.size() - 1)
            .signs()
            .add(
                new Sign(
                    unescaped(sign.group("text")),
                    sign.group("dots"),
                    PLACES.getOrDefault(sign.group("place"), ""),
                    GROUNDS.getOrDefault(said.find() ? said.group(1) : ground, "")));
      } else if (indicator.matches()) {
        groups
            .get(groups.size() - 1)
            .signs()
            .add(
                new Sign(
                    INDICATORS.get(indicator.group("name")),
                    indicator.group("dots"),
                    "",
                    GROUNDS.getOrDefault(ground, "")));
      }
      inComment = false;
    }
    groups.removeIf(group -> group.signs().isEmpty());
    return groups;
  }

  private static String unescaped(String text) {
    Matcher code = Pattern.compile("\\\\x([0-9a-f]{4})").matcher(text);
    return code.replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))))
        .replace("\\\\", "\\");
  }

  private static String row(Sign sign) {
    StringBuilder cells = new StringBuilder();
    StringBuilder drawing = new StringBuilder();
    String[] all = sign.dots().split("-");
    for (int i = 0; i < all.length; i++) {
      int bits = 0;
      for (char dot : all[i].toCharArray()) {
        bits |= dot == '0' ? 0 : 1 << (dot - '1');
      }
      cells.appendCodePoint(0x2800 + bits);
      for (int dot = 0; dot < 6; dot++) {
        int x = 6 + 22 * i + 8 * (dot / 3);
        int y = 6 + 8 * (dot % 3);
        boolean raised = (bits >> dot & 1) == 1;
        drawing.append(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%s\"/>".formatted(x, y, raised ? "3" : "0.6"));
      }
    }
    int width = 20 + 22 * (all.length - 1);
    return """
        <tr><th scope="row">%s</th><td><svg aria-hidden="true" width="%d" height="28" viewBox="0 0 %d 28">%s</svg></td>\
        <td>%s</td><td>titik %s</td><td>%s</td><td>%s</td><td>☐</td></tr>
        """
        .formatted(
            escaped(sign.text()),
            width,
            width,
            drawing,
            cells,
            sign.dots().replace("-", ", "),
            sign.place(),
            sign.ground());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static final String COLUMNS =
      """
      <thead><tr><th scope="col">Cetak</th><th scope="col">Gambar</th><th scope="col">Braille</th>\
      <th scope="col">Titik</th><th scope="col">Letak</th><th scope="col">Dasar</th>\
      <th scope="col">Setuju</th></tr></thead>
      """;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="id">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Lembar tanda braille Indonesia</title>
      <style>
      body { font: 11pt/1.4 sans-serif; color: #000; background: #fff; margin: 1.5rem auto; max-width: 52rem; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; }
      th, td { border: 1px solid #767676; padding: .15rem .5rem; text-align: left; vertical-align: middle; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      h2 { break-after: avoid; font-size: 1.15rem; margin: 1rem 0 .3rem; }
      @page { size: A4; margin: 15mm; }
      @media print { body { margin: 0; max-width: none; padding: 0; font-size: 9pt; } }
      </style>
      </head>
      <main>
      <h1>Lembar tanda braille Indonesia</h1>
      <p>Dibuat dari tabel <code>id-g1</code> dan <code>id-g2</code> di folder <code>braille-tables</code>. Kolom
      <em>Dasar</em> menyebut seberapa pasti sebuah tanda: dari dua sumber, dari satu sumber, disimpulkan, atau pilihan
      kami karena tidak ada sumber yang terbaca. Yang terakhir bukan Sistem Braille Indonesia dan paling memerlukan
      pemeriksaan. Beri tanda pada kolom <em>Setuju</em>, atau tulis titik yang benar.</p>
      <p>Pemeriksa: ______________________ Lembaga: ______________________ Tanggal: ______________</p>
      """;
}
