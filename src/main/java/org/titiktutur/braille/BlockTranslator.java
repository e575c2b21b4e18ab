package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.SentenceStart;
import org.titiktutur.language.IndonesianSyllables;
import org.titiktutur.publication.Language;

/** Translates the text of blocks and marks where its lines may end. */
final class BlockTranslator {

  /** Shorter words, in cells, are not broken: they fit every page. */
  private static final int LONG_WORD = 12;

  /** Longer ones may end a line inside a number or between signs too. */
  private static final int VERY_LONG_WORD = 32;

  /** Languages whose syllables we know. */
  private static final Set<String> WITH_SYLLABLES = Set.of("id", "ms");

  private final Liblouis liblouis;
  private final Passages.Tables tables;
  private final boolean hyphenated;

  /** By table; none for tables whose words depend on their neighbours. */
  private final Map<String, Optional<WordMemo>> memos = new HashMap<>();

  /**
   * A translator for one book.
   *
   * @param hyphenated whether places to divide words at are marked in all of them
   */
  BlockTranslator(Liblouis liblouis, Passages.Tables tables, boolean hyphenated) {
    this.liblouis = liblouis;
    this.tables = tables;
    this.hyphenated = hyphenated;
  }

  /**
   * A block in braille.
   *
   * @param missing is given the characters that the table does not define
   */
  BrailleBlock translate(Flattening.Flat flat, Set<Integer> missing) throws BrailleUnavailable {
    PrintText text = flat.text();
    Liblouis.Braille braille = translate(text);
    missing.addAll(braille.undefined());
    List<PageStart> labels = new ArrayList<>();
    for (PrintText.Point page : text.pages()) {
      Liblouis.Braille label = liblouis.translate(tables.book(), page.name(), List.of(), false);
      labels.add(new PageStart(page.at(), label.cells()));
    }
    return new Marking(text, braille, labels).block(flat);
  }

  /** A stretch of a text that one table writes. */
  private record Run(int start, int end, String table) {}

  private Liblouis.Braille translate(PrintText text) throws BrailleUnavailable {
    List<Run> runs = runs(text);
    if (runs.size() == 1) {
      return translate(runs.get(0).table(), text.text(), text.emphasis());
    }
    Output output = new Output(true);
    Set<Integer> undefined = new LinkedHashSet<>();
    for (Run run : runs) {
      List<Liblouis.Emphasized> emphasis =
          text.emphasis().stream()
              .filter(each -> each.start() < run.end() && each.end() > run.start())
              .map(
                  each ->
                      new Liblouis.Emphasized(
                          Math.max(each.start(), run.start()) - run.start(),
                          Math.min(each.end(), run.end()) - run.start(),
                          each.kind()))
              .toList();
      Liblouis.Braille braille =
          translate(run.table(), text.text().substring(run.start(), run.end()), emphasis);
      output.add(braille.cells(), braille.sources(), run.start());
      undefined.addAll(braille.undefined());
    }
    return new Liblouis.Braille(output.text(), output.sources(), undefined);
  }

  private Liblouis.Braille translate(String table, String text, List<Liblouis.Emphasized> emphasis)
      throws BrailleUnavailable {
    Optional<WordMemo> memo =
        memos.computeIfAbsent(
            table,
            name ->
                WordMemo.suits(name) ? Optional.of(WordMemo.of(liblouis, name)) : Optional.empty());
    return memo.isPresent() && emphasis.isEmpty()
        ? memo.get().translate(text)
        : liblouis.translate(table, text, emphasis, true);
  }

  /** Whole words: marks of punctuation and endings that touch a foreign word go with it. */
  private List<Run> runs(PrintText text) {
    String all = text.text();
    List<PrintText.Passage> passages =
        text.passages().stream().filter(each -> each.start() < each.end()).toList();
    if (passages.stream().allMatch(each -> tables.of(each.language()).equals(tables.book()))) {
      return List.of(new Run(0, all.length(), tables.book()));
    }
    String[] byPlace = new String[all.length()];
    Arrays.fill(byPlace, tables.book());
    for (PrintText.Passage passage : passages) {
      String table = tables.of(passage.language());
      if (!table.equals(byPlace[passage.start()])) {
        int start = all.lastIndexOf(' ', passage.start() - 1) + 1;
        int end = all.indexOf(' ', passage.end());
        Arrays.fill(byPlace, start, end < 0 ? all.length() : end, table);
      }
    }
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int at = 1; at < all.length(); at++) {
      if (!byPlace[at].equals(byPlace[start])) {
        runs.add(new Run(start, at, byPlace[start]));
        start = at;
      }
    }
    runs.add(new Run(start, all.length(), byPlace[start]));
    return runs;
  }

  /** Puts what was known by its place in the text into its place in the cells. */
  private final class Marking {
    private final String text;
    private final List<PrintText.Passage> passages;
    private final String cells;
    private final Positions sources;
    private final Iterator<PrintText.Point> sentences;
    private final Iterator<PageStart> pages;
    private final StringBuilder out = new StringBuilder();
    private final List<SentenceStart> sentenceStarts = new ArrayList<>();
    private final List<PageStart> pageStarts = new ArrayList<>();
    private PrintText.Point nextSentence;
    private PageStart nextPage;
    private int wordStart;
    private int wordEnd;
    private Set<Integer> syllables = Set.of();

    Marking(PrintText text, Liblouis.Braille braille, List<PageStart> pages) {
      this.text = text.text();
      this.passages = text.passages();
      this.cells = braille.cells();
      this.sources = braille.sources();
      this.sentences = text.sentences().iterator();
      this.pages = pages.iterator();
      this.nextSentence = next(sentences);
      this.nextPage = next(this.pages);
    }

    BrailleBlock block(Flattening.Flat flat) {
      for (int cell = 0; cell < cells.length(); cell++) {
        startWhatStartsAt(sources.of(cell));
        if (cells.charAt(cell) != BrailleBlock.BLANK) {
          if (cell >= wordEnd) {
            findWord(cell);
          }
          if (cell > wordStart && sources.of(cell) > sources.of(cell - 1)) {
            allowLineEndBefore(cell);
          }
        }
        out.append(cells.charAt(cell));
      }
      startWhatStartsAt(Integer.MAX_VALUE);
      return new BrailleBlock(
          flat.style(), flat.level(), flat.depth(), out.toString(), sentenceStarts, pageStarts);
    }

    private void startWhatStartsAt(int place) {
      for (; nextSentence != null && nextSentence.at() <= place; nextSentence = next(sentences)) {
        sentenceStarts.add(new SentenceStart(out.length(), nextSentence.name()));
      }
      for (; nextPage != null && nextPage.at() <= place; nextPage = next(pages)) {
        pageStarts.add(new PageStart(out.length(), nextPage.label()));
      }
    }

    private void findWord(int start) {
      wordStart = start;
      int end = cells.indexOf(BrailleBlock.BLANK, start);
      wordEnd = end < 0 ? cells.length() : end;
      syllables = hyphenated || wordEnd - wordStart > LONG_WORD ? findSyllables() : Set.of();
    }

    /** Places of the text where syllables of the word begin, if we know its language's. */
    private Set<Integer> findSyllables() {
      int from = sources.of(wordStart);
      int to = Math.min(text.length(), sources.of(wordEnd - 1) + 1);
      if (!hasSyllables(from)) {
        return Set.of();
      }
      Set<Integer> found = new HashSet<>();
      for (int at = from; at < to; ) {
        int start = at;
        while (at < to && Character.isLetter(text.charAt(at))) {
          at++;
        }
        for (int each : IndonesianSyllables.breaks(text.substring(start, at))) {
          found.add(start + each);
        }
        at = Math.max(at, start + 1);
      }
      return found;
    }

    private boolean hasSyllables(int place) {
      Language language = tables.language();
      for (PrintText.Passage passage : passages) {
        if (passage.start() <= place && place < passage.end()) {
          language = passage.language();
        }
      }
      return WITH_SYLLABLES.contains(language.primary());
    }

    private void allowLineEndBefore(int cell) {
      int before = text.codePointBefore(sources.of(cell));
      int after = text.codePointAt(sources.of(cell));
      if (endsALine(before, sources.of(cell)) && Character.isLetterOrDigit(after)) {
        out.append(BrailleBlock.BREAK);
      } else if (!syllables.isEmpty() && syllables.contains(sources.of(cell))) {
        out.append(BrailleBlock.HYPHEN);
      } else if (wordEnd - wordStart > LONG_WORD
          && (syllables.isEmpty() || wordEnd - wordStart > VERY_LONG_WORD)
          && cell > wordStart + 1
          && cell < wordEnd - 1
          && ((Character.isLetter(before) && Character.isLetter(after))
              || wordEnd - wordStart > VERY_LONG_WORD)) {
        out.append(BrailleBlock.SPLIT);
      }
    }

    /** After a hyphen, dash or slash between letters or digits; not after a minus. */
    private boolean endsALine(int character, int place) {
      return switch (character) {
        case '-', '\u2010', '\u2013', '\u2014', '/' ->
            place >= 2 && Character.isLetterOrDigit(text.codePointBefore(place - 1));
        default -> false;
      };
    }
  }

  private static <T> T next(Iterator<T> iterator) {
    return iterator.hasNext() ? iterator.next() : null;
  }
}
