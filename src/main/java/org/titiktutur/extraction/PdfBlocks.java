package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what each paragraph of a PDF is (heading, item of a list, verse, caption, program code)
 * and tells the book. Pictures and notes wait until the paragraph that they interrupt has ended.
 */
final class PdfBlocks {

  private static final Pattern LEADER = Pattern.compile("(?:\\s?[.\u2026\u00B7_]){4,}\\s*");
  private static final Pattern SCENE =
      Pattern.compile("\\s*(?:[*\u2042\u2022~#\u2014\u2013-]\\s*){1,7}");

  /** A note that waits for the end of the paragraph that calls it. */
  private record Waiting(PdfNotes.Note note, PdfPicture picture, String name) {}

  private final PublicationBuilder book;
  private final PdfType type;
  private final PdfHyphens hyphens;
  private final PdfBookmarks bookmarks;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<PdfParagraph> items = new ArrayList<>();
  private final List<PdfParagraph> verse = new ArrayList<>();
  private final Set<String> noteKeys = new HashSet<>();
  private PdfPicture picture;
  private String pictureName = "";
  private PdfParagraph chapterNumber;
  private boolean hasChapters;
  private boolean lastIsGuessed;
  private int guessedHeadings;
  private int joined;

  PdfBlocks(PublicationBuilder book, PdfType type, PdfHyphens hyphens, PdfBookmarks bookmarks) {
    this.book = book;
    this.type = type;
    this.hyphens = hyphens;
    this.bookmarks = bookmarks;
  }

  int guessedHeadings() {
    return guessedHeadings;
  }

  int joinedHyphens() {
    return joined;
  }

  /** Notes of a page are known before its lines, so that their calls are recognised. */
  void notesComing(List<PdfNotes.Note> notes) {
    notes.forEach(note -> noteKeys.add(note.key()));
  }

  void note(PdfNotes.Note note) {
    waiting.add(new Waiting(note, null, ""));
  }

  void picture(PdfPicture shown, String name) {
    waiting.add(new Waiting(null, shown, name));
  }

  /** A paragraph has ended. */
  void paragraph(PdfParagraph paragraph) {
    if (!joinsChapter(paragraph)) {
      tell(paragraph);
    }
    for (Waiting wait : List.copyOf(waiting)) {
      if (wait.note() != null) {
        endRuns();
        tellNote(wait.note());
      } else {
        endRuns();
        endPicture();
        picture = wait.picture();
        pictureName = wait.name();
      }
    }
    waiting.clear();
  }

  /** The book has ended, or something comes that is not a paragraph. */
  void end() {
    endChapter();
    for (Waiting wait : List.copyOf(waiting)) {
      endRuns();
      endPicture();
      if (wait.note() != null) {
        tellNote(wait.note());
      } else {
        picture = wait.picture();
        pictureName = wait.name();
      }
    }
    waiting.clear();
    endRuns();
    endPicture();
  }

  private void endPicture() {
    if (picture != null) {
      book.image(pictureName, picture.description());
      picture = null;
    }
  }

  /** "BAB IV" alone is a heading together with the line below it. */
  private boolean joinsChapter(PdfParagraph paragraph) {
    if (chapterNumber != null) {
      PdfParagraph number = chapterNumber;
      chapterNumber = null;
      boolean near =
          paragraph.page() == number.page()
              && paragraph.lines.size() <= 3
              && paragraph.text().length() < 150
              && paragraph.first().size() >= type.body() * 0.98f
              && (type.isLarger(paragraph.first())
                  || paragraph.mostly(PdfLine.BOLD)
                  || paragraph.isCentred())
              && HeadingWords.chapterLevel(paragraph.text()) == 0;
      if (near) {
        number.lines.addAll(paragraph.lines);
      }
      tell(number);
      return near;
    }
    if (HeadingWords.isBareChapter(paragraph.text())
        && paragraph.first().tag().role() != PdfTag.Role.HEADING
        && headingLevel(paragraph) > 0) {
      chapterNumber = paragraph;
      return true;
    }
    return false;
  }

  private void endChapter() {
    if (chapterNumber != null) {
      PdfParagraph number = chapterNumber;
      chapterNumber = null;
      tell(number);
    }
  }

  private void tell(PdfParagraph paragraph) {
    PdfTag.Role role = paragraph.first().tag().role();
    if (picture != null) {
      boolean caption =
          role == PdfTag.Role.CAPTION || HeadingWords.isFigureCaption(paragraph.text());
      if (caption) {
        endRuns();
        book.openFigure();
        book.image(pictureName, picture.description());
        picture = null;
        book.openCaption();
        words(paragraph, 0, false);
        book.close();
        book.close();
        return;
      }
      endRuns();
      endPicture();
    }
    int level = headingLevel(paragraph);
    if (level > 0) {
      endRuns();
      guessedHeadings += lastIsGuessed ? 1 : 0;
      book.openHeading(level);
      words(paragraph, 0, true);
      book.close();
      return;
    }
    if (paragraph.lines.size() == 1
        && SCENE.matcher(paragraph.text()).matches()
        && paragraph.isCentred()) {
      endRuns();
      pages(paragraph.lines.get(0));
      book.sceneBreak();
      return;
    }
    if (role == PdfTag.Role.CODE || paragraph.mostly(PdfLine.MONO)) {
      endRuns();
      lines(List.of(paragraph), true);
      return;
    }
    if (addsToList(paragraph)) {
      return;
    }
    if (addsToVerse(paragraph)) {
      return;
    }
    endRuns();
    plain(paragraph);
  }

  private void plain(PdfParagraph paragraph) {
    boolean quoted = paragraph.first().tag().role() == PdfTag.Role.QUOTATION;
    if (quoted) {
      book.openQuotation();
    }
    String language = paragraph.first().tag().language();
    if (language != null) {
      book.openLanguage(language);
    }
    book.openParagraph();
    words(paragraph, 0, false);
    book.close();
    if (language != null) {
      book.closeLanguage();
    }
    if (quoted) {
      book.close();
    }
  }

  private void endRuns() {
    endList();
    endVerse();
  }

  // Headings.

  private int headingLevel(PdfParagraph paragraph) {
    PdfLine first = paragraph.first();
    lastIsGuessed = false;
    if (first.tag().role() == PdfTag.Role.HEADING) {
      return first.tag().level();
    }
    String text = paragraph.text().strip();
    int letters = (int) text.codePoints().filter(Character::isLetter).count();
    if ((letters < 2 && !text.matches("\\d{1,2}|[IVXLC]{1,5}")) || text.length() > 220) {
      return 0;
    }
    int marked = bookmarks.level(paragraph.page(), text);
    if (marked > 0) {
      return marked;
    }
    if (first.tag().role() != PdfTag.Role.NONE && bookmarks.tagsHaveHeadings()) {
      return 0;
    }
    lastIsGuessed = true;
    return guess(paragraph, text);
  }

  private int guess(PdfParagraph paragraph, String text) {
    PdfLine first = paragraph.first();
    boolean larger = type.isLarger(first);
    boolean bold = paragraph.mostly(PdfLine.BOLD) && !type.isBoldThroughout();
    boolean small = type.isSmaller(first);
    boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
    boolean listed = LEADER.matcher(text).find() || endsInCell(paragraph);
    if (HeadingWords.isFigureCaption(text) || HeadingWords.isTableCaption(text)) {
      return 0;
    }
    if (listed || small || paragraph.lines.size() > 5 || first.tag().table() != 0) {
      return 0;
    }
    int chapter = HeadingWords.chapterLevel(text);
    boolean alone = paragraph.setOff || paragraph.opensPage;
    if (chapter > 0 && (larger || bold || (alone && (capitals || paragraph.isCentred())))) {
      hasChapters = true;
      return chapter;
    }
    if (HeadingWords.isNamed(text)
        && (larger || bold || capitals || paragraph.isCentred())
        && alone) {
      return larger ? Math.min(2, type.level(first)) : 1;
    }
    if (!larger && !(bold && looksLikeTitle(paragraph, text))) {
      return 0;
    }
    if (text.endsWith(",") || text.endsWith(";")) {
      return 0;
    }
    if (larger) {
      return type.level(first);
    }
    // as large as the text: only its number can tell how deep it stands
    int decimals = HeadingWords.decimals(text);
    if (decimals > 0) {
      return Math.min(6, decimals > 1 ? decimals : hasChapters ? 3 : 2);
    }
    if (HeadingWords.isLettered(text) && hasChapters) {
      return 2;
    }
    return Math.max(type.level(first), hasChapters ? 2 : 1);
  }

  private static boolean endsInCell(PdfParagraph paragraph) {
    List<PdfLine.Run> runs = paragraph.last().runs();
    PdfLine.Run end = runs.get(runs.size() - 1);
    return runs.size() > 1
        && end.is(PdfLine.APART)
        && end.text().strip().matches("\\d{1,4}|[ivxlc]{1,6}");
  }

  private static boolean looksLikeTitle(PdfParagraph paragraph, String text) {
    char end = text.charAt(text.length() - 1);
    return paragraph.lines.size() <= 2
        && text.length() <= 110
        && end != '.'
        && end != ':'
        && end != '!'
        && (paragraph.setOff || paragraph.opensPage || paragraph.isCentred())
        && Character.isLetterOrDigit(text.charAt(0))
        && !Character.isLowerCase(text.charAt(0));
  }

  // Lists: held back until a second item shows that it is one.

  private boolean addsToList(PdfParagraph paragraph) {
    Sign sign = sign(paragraph);
    if (sign == null || paragraph.isCentred()) {
      return false;
    }
    if (!items.isEmpty()) {
      Sign last = sign(items.get(items.size() - 1));
      boolean follows =
          paragraph.first().tag().item() != 0
              || (sign.bullet() && last.bullet())
              || sign.number() == last.number() + 1
              || sign.bullet() != last.bullet()
              || sign.number() == 1
              || comesBack(sign, paragraph);
      if (!follows) {
        endList();
      }
    }
    endVerse();
    items.add(paragraph);
    return true;
  }

  /** After a list inside an item, the outer list goes on. */
  private boolean comesBack(Sign sign, PdfParagraph paragraph) {
    for (int i = items.size() - 1; i >= 0; i--) {
      Sign earlier = sign(items.get(i));
      if (!earlier.bullet()
          && Math.abs(items.get(i).first().x() - paragraph.first().x()) < 6
          && earlier.number() == sign.number() - 1) {
        return true;
      }
    }
    return false;
  }

  /**
   * The sign of an item.
   *
   * @param number 0 for a bullet
   * @param length of the sign in the text
   */
  private record Sign(int number, int length) {
    boolean bullet() {
      return number == 0;
    }
  }

  private static Sign sign(PdfParagraph paragraph) {
    String text = paragraph.first().text();
    Matcher marker = PdfParagraphs.MARKER.matcher(text);
    boolean found = marker.find();
    if (paragraph.first().tag().item() != 0 && !found) {
      return new Sign(0, 0);
    }
    if (!found) {
      return null;
    }
    if (marker.group(2) != null) {
      return new Sign(Math.max(1, Integer.parseInt(marker.group(2))), marker.end());
    }
    if (marker.group(1) != null) {
      String bullet = marker.group(1);
      // a dash at the beginning is as often somebody speaking
      boolean speech = "-\u2013\u2014".contains(bullet) && !text.startsWith(bullet + " ");
      boolean nothingElse = text.length() == marker.end() && paragraph.lines.size() == 1;
      return speech || nothingElse ? null : new Sign(0, marker.end());
    }
    return null;
  }

  private void endList() {
    if (items.isEmpty()) {
      return;
    }
    List<PdfParagraph> list = List.copyOf(items);
    items.clear();
    boolean sure = list.size() > 1 || list.get(0).first().tag().item() != 0;
    if (!sure) {
      plain(list.get(0));
      return;
    }
    list(list, 0);
  }

  /** Items further right than the first are lists inside the item before them. */
  private int list(List<PdfParagraph> list, int from) {
    PdfParagraph first = list.get(from);
    Sign sign = sign(first);
    book.openList(!sign.bullet(), sign.bullet() ? 1 : sign.number());
    int i = from;
    boolean open = false;
    int last = sign.number() - 1;
    while (i < list.size()) {
      PdfParagraph item = list.get(i);
      Sign own = sign(item);
      boolean samePlace = depth(item) == depth(first) && own.bullet() == sign.bullet();
      boolean deeper = open && isDeeper(item, first);
      if (deeper) {
        i = list(list, i);
        continue;
      }
      if (i > from && (isDeeper(first, item) || (!samePlace && own.bullet() != sign.bullet()))) {
        break;
      }
      if (i > from && !own.bullet() && own.number() != last + 1) {
        break;
      }
      if (open) {
        book.close();
      }
      book.openItem();
      open = true;
      book.openParagraph();
      words(item, own.length(), false);
      book.close();
      last = own.number();
      i++;
    }
    if (open) {
      book.close();
    }
    book.close();
    if (from == 0 && i < list.size()) {
      list(list.subList(i, list.size()), 0);
      return list.size();
    }
    return i;
  }

  private static int depth(PdfParagraph item) {
    return item.first().tag().depth();
  }

  private static boolean isDeeper(PdfParagraph item, PdfParagraph than) {
    if (item.first().tag().item() != 0 && than.first().tag().item() != 0) {
      return depth(item) > depth(than);
    }
    return item.first().x() > than.first().x() + than.first().size() * 0.9f
        && (item.page() == than.page() || item.first().x() > than.first().x() + 14);
  }

  // Verse, addresses: short lines under each other.

  private boolean addsToVerse(PdfParagraph paragraph) {
    if (!isVerseLine(paragraph)) {
      return false;
    }
    if (!verse.isEmpty()) {
      PdfLine last = verse.get(verse.size() - 1).last();
      PdfLine line = paragraph.first();
      boolean below =
          paragraph.page() == verse.get(verse.size() - 1).page()
              && line.y() > last.y()
              && line.y() - last.y() < type.step(line.size()) * 1.3f;
      boolean aligned =
          Math.abs(line.x() - last.x()) < 2
              || (paragraph.isCentred() && PdfParagraph.isCentred(last));
      if (!below || !aligned) {
        endVerse();
      }
    }
    endList();
    verse.add(paragraph);
    return true;
  }

  private boolean isVerseLine(PdfParagraph paragraph) {
    PdfLine line = paragraph.first();
    String text = line.text().strip();
    char first = text.charAt(0);
    return paragraph.lines.size() == 1
        && line.upright()
        && line.tag().block() == 0
        && line.width() < (line.right() - line.left()) * 0.75f
        && text.length() < 70
        && !LEADER.matcher(text).find()
        && !endsInCell(paragraph)
        && "\"\u201C\u2018'\u2014\u2013-".indexOf(first) < 0;
  }

  private void endVerse() {
    if (verse.isEmpty()) {
      return;
    }
    List<PdfParagraph> held = List.copyOf(verse);
    verse.clear();
    int sentences = 0;
    for (PdfParagraph line : held) {
      sentences += PdfParagraphs.endsSentence(line.first()) ? 1 : 0;
    }
    if (held.size() >= 2 && sentences * 2 <= held.size()) {
      lines(held, false);
    } else {
      held.forEach(this::plain);
    }
  }

  private void lines(List<PdfParagraph> paragraphs, boolean code) {
    book.openLines(code);
    boolean first = true;
    for (PdfParagraph paragraph : paragraphs) {
      for (PdfParagraph.Printed printed : paragraph.lines) {
        if (!first) {
          book.lineBreak();
        }
        pages(printed);
        runs(printed.line().runs(), printed.page(), 0, false);
        first = false;
      }
    }
    book.close();
  }

  // Notes.

  private void tellNote(PdfNotes.Note note) {
    book.openNote(note.key(), note.label());
    book.openParagraph();
    words(note.paragraph(), note.signLength(), false);
    book.close();
    book.close();
  }

  // Words.

  private void pages(PdfParagraph.Printed printed) {
    printed.pagesBefore().forEach(book::pageStart);
  }

  /**
   * Tells the text of a paragraph, its lines joined.
   *
   * @param skip letters of the sign of an item or note, left out
   * @param heading whose bold says nothing more
   */
  private void words(PdfParagraph paragraph, int skip, boolean heading) {
    boolean flat = heading || paragraph.mostly(PdfLine.BOLD) || paragraph.mostly(PdfLine.ITALIC);
    int left = skip;
    for (int i = 0; i < paragraph.lines.size(); i++) {
      PdfParagraph.Printed printed = paragraph.lines.get(i);
      pages(printed);
      List<PdfLine.Run> runs = printed.line().runs();
      boolean glued = false;
      if (i + 1 < paragraph.lines.size()) {
        String text = printed.line().text().stripTrailing();
        String next = paragraph.lines.get(i + 1).line().text().strip();
        if (text.length() > 1
            && text.endsWith("-")
            && Character.isLetterOrDigit(text.charAt(text.length() - 2))) {
          glued = true;
          if (!hyphens.stays(text.substring(0, text.length() - 1), next)) {
            joined++;
            runs = withoutHyphen(runs);
          }
        } else if (isWideScript(text, next)) {
          glued = true;
        }
      }
      runs(runs, printed.page(), left, flat);
      left = 0;
      if (heading && i == 0 && HeadingWords.isBareChapter(printed.line().text())) {
        book.lineBreak();
      } else if (!glued) {
        book.text(" ");
      }
    }
  }

  /** Chinese and its neighbours have no space at the end of a line. */
  private static boolean isWideScript(String text, String next) {
    return !text.isEmpty()
        && !next.isEmpty()
        && isWide(text.codePointBefore(text.length()))
        && isWide(next.codePointAt(0));
  }

  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x3000 && codePoint <= 0x9FFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFF)
        || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
  }

  private static List<PdfLine.Run> withoutHyphen(List<PdfLine.Run> runs) {
    List<PdfLine.Run> cut = new ArrayList<>(runs);
    PdfLine.Run last = cut.get(cut.size() - 1);
    String text = last.text().stripTrailing();
    cut.set(
        cut.size() - 1,
        new PdfLine.Run(last.x(), last.style(), text.substring(0, text.length() - 1)));
    return cut;
  }

  private void runs(List<PdfLine.Run> runs, int page, int skip, boolean flat) {
    int left = skip;
    for (PdfLine.Run run : runs) {
      String text = run.text();
      if (left > 0) {
        int cut = Math.min(left, text.length());
        left -= cut;
        text = text.substring(cut);
      }
      if (text.isEmpty()) {
        continue;
      }
      if (run.is(PdfLine.RAISED)) {
        raised(text, page);
      } else {
        boolean strong = !flat && run.is(PdfLine.BOLD) && !type.isBoldThroughout();
        boolean slanted = !flat && run.is(PdfLine.ITALIC);
        if (strong) {
          book.openEmphasis(true);
        }
        if (slanted) {
          book.openEmphasis(false);
        }
        book.text(LEADER.matcher(text).replaceAll(" "));
        if (slanted) {
          book.closeEmphasis(false);
        }
        if (strong) {
          book.closeEmphasis(true);
        }
      }
    }
  }

  /** The call of a note, or an exponent. */
  private void raised(String text, int page) {
    String label = text.strip();
    String key = PdfNotes.key(page, PdfNotes.plainLabel(label));
    if (noteKeys.contains(key)) {
      book.noteCall(key, label);
      if (text.endsWith(" ")) {
        book.text(" ");
      }
      return;
    }
    book.text(Superscript.of(text));
  }
}
