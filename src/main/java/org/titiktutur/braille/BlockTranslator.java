package org.titiktutur.braille;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.titiktutur.braille.BrailleBlock.PageStart;
import org.titiktutur.braille.BrailleBlock.SentenceStart;

/** Translates the text of blocks and marks where its lines may end. */
final class BlockTranslator {

  /** Shorter words, in cells, are not broken: they fit every page. */
  private static final int LONG_WORD = 12;

  /** Longer ones may end a line inside a number or between signs too. */
  private static final int VERY_LONG_WORD = 32;

  private final Liblouis liblouis;
  private final String table;

  /** Null for tables whose words depend on their neighbours. */
  private final WordMemo memo;

  BlockTranslator(Liblouis liblouis, String table) {
    this.liblouis = liblouis;
    this.table = table;
    this.memo = WordMemo.suits(table) ? WordMemo.of(liblouis, table) : null;
  }

  /**
   * A block in braille.
   *
   * @param missing is given the characters that the table does not define
   */
  BrailleBlock translate(Flattening.Flat flat, Set<Integer> missing) throws BrailleUnavailable {
    PrintText text = flat.text();
    Liblouis.Braille braille =
        memo != null && text.emphasis().isEmpty()
            ? memo.translate(text.text())
            : liblouis.translate(table, text.text(), text.emphasis(), true);
    missing.addAll(braille.undefined());
    List<PageStart> labels = new ArrayList<>();
    for (PrintText.Point page : text.pages()) {
      Liblouis.Braille label = liblouis.translate(table, page.name(), List.of(), false);
      labels.add(new PageStart(page.at(), label.cells()));
    }
    return new Marking(text, braille, labels).block(flat);
  }

  /** Puts what was known by its place in the text into its place in the cells. */
  private static final class Marking {
    private final String text;
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

    Marking(PrintText text, Liblouis.Braille braille, List<PageStart> pages) {
      this.text = text.text();
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

    private static <T> T next(Iterator<T> iterator) {
      return iterator.hasNext() ? iterator.next() : null;
    }

    private void findWord(int start) {
      wordStart = start;
      int end = cells.indexOf(BrailleBlock.BLANK, start);
      wordEnd = end < 0 ? cells.length() : end;
    }

    private void allowLineEndBefore(int cell) {
      int before = text.codePointBefore(sources.of(cell));
      int after = text.codePointAt(sources.of(cell));
      if (endsALine(before, sources.of(cell)) && Character.isLetterOrDigit(after)) {
        out.append(BrailleBlock.BREAK);
      } else if (wordEnd - wordStart > LONG_WORD
          && cell > wordStart + 1
          && cell < wordEnd - 1
          && ((Character.isLetter(before) && Character.isLetter(after))
              || wordEnd - wordStart > VERY_LONG_WORD)) {
        out.append(BrailleBlock.HYPHEN);
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
}
