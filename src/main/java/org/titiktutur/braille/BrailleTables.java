package org.titiktutur.braille;

import static java.util.Comparator.comparing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.titiktutur.publication.Language;
import org.titiktutur.workshop.Bundle;
import org.titiktutur.workshop.NativeStore;

/**
 * The braille tables there are, found by reading files alone: no engine is loaded.
 *
 * <p>They lie in folders, ours before liblouis' own; a file in an earlier folder hides one of the
 * same name in a later one.
 */
public final class BrailleTables {

  /** Those that a book can be brailled with, where several share a name: the first is meant. */
  private static final List<String> EXTENSIONS = List.of(".ctb", ".utb", ".tbl");

  /** Chosen by people; for every other language the headers of the tables decide. */
  private static final Map<String, String> BY_LANGUAGE = Map.of("id", "id-g1", "en", "en-ueb-g2");

  /** Contracted tables whose code leaves foreign words uncontracted. */
  private static final Map<String, String> SPELLING = Map.of("id-g2", "id-g1");

  /**
   * For languages without a table. It knows the letters of Latin script with and without marks, and
   * those who read in an Indonesian library know it.
   */
  private static final String FOR_ALL_OTHERS = "id-g1";

  private final List<Path> folders;

  BrailleTables(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Ours, then those of liblouis; unpacked the first time. */
  public static BrailleTables standard() {
    NativeStore store = NativeStore.standard();
    return new BrailleTables(List.of(ourTables(store), LiblouisLibrary.tables(store)));
  }

  /** The folder of this project's tables, filled when one of them is new or was edited. */
  private static Path ourTables(NativeStore store) {
    String folder = "braille-tables/";
    URL sample = BrailleTables.class.getClassLoader().getResource(folder + "id-g1.ctb");
    if (sample == null) {
      throw new IllegalStateException("our jar has no " + folder);
    }
    Bundle tables = Bundle.of(sample);
    return store.folder("braille-tables-" + tables.fingerprint(), tables::unpack);
  }

  /**
   * Changes with every byte of a table and of the files that it includes; of a table of ours with
   * those of all our tables. Lower-case hex.
   *
   * @throws BrailleUnavailable if there is no such table
   */
  public String fingerprint(String id) throws BrailleUnavailable {
    Path table =
        file(id).orElseThrow(() -> new BrailleUnavailable(BrailleUnavailable.Reason.NO_TABLE, id));
    try {
      Map<String, Path> files = new TreeMap<>();
      gather(table, files);
      if (table.startsWith(folders.get(0))) {
        try (Stream<Path> ours = Files.list(folders.get(0))) {
          ours.filter(Files::isRegularFile).forEach(file -> files.put(file.toString(), file));
        }
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.values()) {
        digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void gather(Path file, Map<String, Path> files) throws IOException {
    if (files.putIfAbsent(file.toString(), file) != null) {
      return;
    }
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\\R")) {
      String[] words = line.strip().split("\\s+");
      if (words.length > 1 && words[0].equals("include")) {
        Optional<Path> included = included(words[1], file);
        if (included.isPresent()) {
          gather(included.get(), files);
        }
      }
    }
  }

  /** All tables that say what language they are for, by language and then by name. */
  public List<BrailleTable> list() {
    Map<String, BrailleTable> byId = new TreeMap<>();
    for (Path folder : folders) {
      for (String extension : EXTENSIONS) {
        for (Path file : filesOf(folder, extension)) {
          BrailleTable table = read(withoutExtension(file), file);
          if (!table.languages().isEmpty()) {
            byId.putIfAbsent(table.id(), table);
          }
        }
      }
    }
    return byId.values().stream()
        .sorted(
            comparing((BrailleTable table) -> table.languages().get(0))
                .thenComparing(BrailleTable::id))
        .toList();
  }

  /** A table by name, also one that does not say what language it is for. */
  public Optional<BrailleTable> find(String id) {
    return file(id).map(file -> read(id, file));
  }

  /**
   * The table for a book.
   *
   * @param asked the name of a table, or null
   * @throws BrailleUnavailable if there is none of the name asked for
   */
  public Choice choose(Language language, String asked) throws BrailleUnavailable {
    if (asked != null) {
      return new Choice(get(asked), true);
    }
    String usual = BY_LANGUAGE.get(language.primary());
    if (usual != null && file(usual).isPresent()) {
      return new Choice(get(usual), true);
    }
    Optional<BrailleTable> best =
        list().stream()
            .filter(table -> table.literary() && table.dots() == 6)
            .filter(table -> nearness(table, language) > 0)
            .min(
                comparing((BrailleTable table) -> -nearness(table, language))
                    .thenComparing(table -> !table.ours())
                    .thenComparing(BrailleTable::special)
                    .thenComparing(BrailleTable::contraction)
                    .thenComparing(BrailleTable::id));
    return best.isPresent() ? new Choice(best.get(), true) : new Choice(get(FOR_ALL_OTHERS), false);
  }

  /**
   * The table that spells what a contracted one shortens, in the same code: for words that are not
   * of its language, which contractions would hide.
   */
  Optional<String> spelling(String id) {
    return Optional.ofNullable(SPELLING.get(id));
  }

  /**
   * A table for a book.
   *
   * @param fits whether it was asked for or is made for the language
   */
  public record Choice(BrailleTable table, boolean fits) {}

  /** 3 for the very tag, 2 for the language, 1 for a table that writes it among others, 0. */
  private static int nearness(BrailleTable table, Language language) {
    String first = table.languages().get(0);
    if (first.equalsIgnoreCase(language.tag())) {
      return 3;
    }
    if (first.equalsIgnoreCase(language.primary())) {
      return 2;
    }
    boolean amongOthers =
        table.languages().stream().anyMatch(tag -> tag.equalsIgnoreCase(language.primary()));
    return amongOthers ? 1 : 0;
  }

  private BrailleTable get(String id) throws BrailleUnavailable {
    return find(id)
        .orElseThrow(() -> new BrailleUnavailable(BrailleUnavailable.Reason.NO_TABLE, id));
  }

  /** The file of a table that is asked for by name. */
  Optional<Path> file(String id) {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      return Optional.empty();
    }
    return folders.stream()
        .flatMap(folder -> EXTENSIONS.stream().map(extension -> folder.resolve(id + extension)))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * A file that another one includes.
   *
   * @param base the file that includes it; it is never the answer, so that a table of ours may
   *     include the one whose name it has
   */
  Optional<Path> included(String name, Path base) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(file -> !file.equals(base) && Files.isRegularFile(file))
        .findFirst();
  }

  private static List<Path> filesOf(Path folder, String extension) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(extension)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutExtension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private BrailleTable read(String id, Path file) {
    try {
      return BrailleTable.of(id, metadata(file), file.startsWith(folders.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The lines {@code #+key: value} and {@code #-key: value} of the comment that a table begins
   * with. A key may repeat.
   */
  private static Map<String, List<String>> metadata(Path file) throws IOException {
    Map<String, List<String>> metadata = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine();
          line != null && (line.isBlank() || line.startsWith("#"));
          line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 2 && (line.startsWith("#+") || line.startsWith("#-"))) {
          metadata
              .computeIfAbsent(
                  line.substring(2, colon).strip().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
              .add(line.substring(colon + 1).strip());
        }
      }
    }
    return metadata;
  }
}
