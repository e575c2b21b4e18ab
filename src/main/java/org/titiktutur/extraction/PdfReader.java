package org.titiktutur.extraction;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.titiktutur.publication.FindingCode;

/**
 * Reads a PDF with text.
 *
 * <p>Each page is looked at once ({@link PdfEye}), its letters are put into lines ({@link
 * PdfLayout}), and the lines go to a file on disk. When all pages have been seen, the book knows
 * its running heads ({@link PdfFurniture}), its type ({@link PdfType}) and its words ({@link
 * PdfHyphens}), and the lines are read back and become paragraphs ({@link PdfParagraphs}) and
 * blocks ({@link PdfBlocks}). Memory does not grow with the number of pages.
 */
final class PdfReader implements SourceReader {

  /** More than this is not looked at: the rest of the book would come too late. */
  private static final Duration LOOKING = Duration.ofSeconds(35);

  /** For one page. */
  private static final Duration PAGE = Duration.ofSeconds(5);

  /** Pages of a book; the longest encyclopedias in one file have some ten thousand. */
  private static final int MOST_PAGES = 20_000;

  private static final int MOST_BOOKMARKS = 20_000;

  private static final Pattern UNKNOWN_LOCK =
      Pattern.compile("No security handler for filter (\\S+)");

  @Override
  public void read(Reading reading, PublicationBuilder book) throws IOException, Refusal {
    PdfFonts.install();
    try (PDDocument document = open(reading)) {
      new Run(reading, book, document).read();
    } catch (RuntimeException | StackOverflowError e) {
      // PDFBox trusts the structure of a file in many places
      throw new IOException("not a PDF that can be read: " + e, e);
    }
  }

  private static PDDocument open(Reading reading) throws IOException, Refusal {
    try {
      return Loader.loadPDF(reading.source().toFile(), "");
    } catch (InvalidPasswordException e) {
      throw new Refusal(FindingCode.SOURCE_ENCRYPTED, reading.name());
    } catch (IOException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        String message = String.valueOf(cause.getMessage());
        Matcher unknown = UNKNOWN_LOCK.matcher(message);
        if (unknown.find()) {
          throw new Refusal(FindingCode.SOURCE_DRM, reading.name(), unknown.group(1));
        }
        if (message.contains("decryption material") || message.contains("Recipients")) {
          throw new Refusal(FindingCode.SOURCE_ENCRYPTED, reading.name());
        }
      }
      throw e;
    }
  }

  /** The reading of one file. */
  private static final class Run {
    private final Reading reading;
    private final PublicationBuilder book;
    private final PDDocument document;
    private final COSDictionary catalog;

    private final PdfFurniture furniture = new PdfFurniture();
    private final PdfType type = new PdfType();
    private final PdfHyphens hyphens = new PdfHyphens();
    private final PdfBookmarks bookmarks = new PdfBookmarks();
    private final Map<String, Integer> pictureUse = new HashMap<>();
    private final Set<String> outside = new HashSet<>();
    private final Set<String> lines = new HashSet<>();
    private int pages;
    private int withText;
    private int withPicture;
    private int unreadable;
    private int hidden;
    private boolean headingTags;

    Run(Reading reading, PublicationBuilder book, PDDocument document) {
      this.reading = reading;
      this.book = book;
      this.document = document;
      this.catalog = document.getDocumentCatalog().getCOSObject();
    }

    void read() throws IOException, Refusal {
      if (PdfDescription.isDynamicForm(catalog)) {
        throw new Refusal(FindingCode.SOURCE_UNSUPPORTED, reading.name(), "XFA");
      }
      Path file = reading.folder().resolve("pages.json");
      try (PdfPageFile store = new PdfPageFile(file)) {
        look(store);
        refuseWithoutText();
        describe();
        type.conclude();
        if (!type.liesAboutArtifacts() && headingTags) {
          bookmarks.tagsHaveHeadings(true);
        }
        try (MappingIterator<PdfPage> again = store.pages()) {
          while (again.hasNext()) {
            furniture.conclude(again.next());
          }
        }
        tell(store);
      }
    }

    private void describe() {
      PdfDescription description = PdfDescription.of(document.getDocument().getTrailer(), catalog);
      book.title(description.title());
      description.authors().forEach(book::author);
      book.language(description.language());
      book.identifier(description.identifier());
      PdfDescription.attachments(catalog)
          .forEach(name -> book.found(FindingCode.ATTACHMENT_IGNORED, name));
      outside.forEach(name -> book.found(FindingCode.OUTSIDE_REFERENCE_IGNORED, name));
      if (hidden > 20) {
        book.found(FindingCode.HIDDEN_TEXT_SKIPPED);
      }
      if (unreadable > 0) {
        book.found(FindingCode.CHARACTERS_REPLACED, unreadable);
      }
    }

    // The first look.

    private void look(PdfPageFile store) throws IOException {
      long end = System.nanoTime() + LOOKING.toNanos();
      PdfEye eye = new PdfEye(PdfDescription.hiddenLayers(catalog));
      PdfStructure structure = PdfStructure.of(catalog);
      PdfPageTree tree = new PdfPageTree(catalog);
      Map<COSObjectKey, List<Outlined>> outlined = outline();
      Map<Integer, String> labels = labels();
      boolean cut = false;
      while (tree.hasNext()) {
        if (pages >= MOST_PAGES || System.nanoTime() - end > 0) {
          cut = true;
          break;
        }
        int index = pages++;
        String unit = "page " + (index + 1);
        PdfPageTree.Leaf leaf = tree.next();
        for (Outlined mark : outlined.getOrDefault(leaf.key(), List.of())) {
          bookmarks.add(index, mark.title(), mark.level());
        }
        reading.begin(unit);
        PdfPage page =
            reading.avoids(unit)
                ? new PdfPage(index, labels.get(index), 595, 842, List.of(), List.of(), 0, false)
                : look(eye, structure, leaf, index, labels.get(index));
        learn(page);
        store.add(page);
      }
      int there = Math.max(tree.declared(), pages + tree.lost());
      if (cut || tree.lost() > 0) {
        book.found(FindingCode.PAGES_CUT, pages, there);
      }
    }

    private PdfPage look(
        PdfEye eye, PdfStructure structure, PdfPageTree.Leaf leaf, int index, String label) {
      structure.page(leaf.dictionary());
      PdfEye.Sight sight =
          eye.look(
              new Page(leaf.dictionary(), document.getResourceCache()),
              structure::tag,
              structure::description,
              PAGE.toNanos());
      unreadable += sight.unreadable();
      hidden += sight.hidden();
      outside.addAll(sight.outside());
      return new PdfPage(
          index,
          label,
          sight.width(),
          sight.height(),
          PdfLayout.lines(sight),
          sight.pictures(),
          sight.strokes(),
          sight.whole());
    }

    private void learn(PdfPage page) {
      furniture.learn(page);
      type.learn(page, page.lines());
      for (PdfLine line : page.lines()) {
        String text = line.text();
        hyphens.learn(text);
        headingTags |= line.tag().role() == PdfTag.Role.HEADING;
        if (lines.size() < 50) {
          lines.add(text.replaceAll("\\d+", "").strip());
        }
      }
      Set<String> once = new HashSet<>();
      for (PdfPicture picture : page.pictures()) {
        if (!picture.key().isEmpty() && once.add(picture.key())) {
          pictureUse.merge(picture.key(), 1, Integer::sum);
        }
      }
      withText += page.letters() > 0 ? 1 : 0;
      withPicture += page.isPicture() || (page.letters() == 0 && !page.isBlank()) ? 1 : 0;
    }

    private void refuseWithoutText() throws Refusal {
      boolean mostlyPictures = withPicture * 5 >= pages * 4;
      // a scanner's program may sign every page
      boolean signedOnly = withText >= 3 && lines.size() <= 3;
      if (withText > 0 && !(mostlyPictures && signedOnly)) {
        return;
      }
      if (withPicture > 0) {
        throw new Refusal(FindingCode.SOURCE_SCAN, reading.name());
      }
      if (pages == 0 || isCutOff(reading.source())) {
        throw reading.damaged();
      }
      throw new Refusal(FindingCode.SOURCE_NO_TEXT, reading.name());
    }

    // The second look.

    private void tell(PdfPageFile store) throws IOException {
      PdfBlocks blocks = new PdfBlocks(book, type, hyphens, bookmarks);
      PdfParagraphs paragraphs = new PdfParagraphs(type, blocks::paragraph);
      PdfPageNumbers numbers = new PdfPageNumbers(furniture.countsPages());
      int removed = 0;
      try (MappingIterator<PdfPage> again = store.pages()) {
        while (again.hasNext()) {
          PdfPage page = again.next();
          PdfFurniture.Found found =
              type.liesAboutArtifacts() ? furniture.ofUntagged(page) : furniture.of(page);
          removed += found.lines().size();
          paragraphs.pageBegins(numbers.label(page, found.number()));
          tell(page, found, paragraphs, blocks);
        }
      }
      paragraphs.end();
      blocks.end();
      if (removed > 0) {
        book.found(FindingCode.PAGE_FURNITURE_REMOVED, removed);
      }
      if (blocks.joinedHyphens() > 0) {
        book.found(FindingCode.HYPHENS_JOINED, blocks.joinedHyphens());
      }
      if (blocks.guessedHeadings() > 0) {
        book.found(FindingCode.HEADINGS_GUESSED, blocks.guessedHeadings());
      }
      if (isCutOff(reading.source())) {
        book.found(FindingCode.CHAPTER_REPAIRED, reading.name());
      }
    }

    private void tell(
        PdfPage page, PdfFurniture.Found found, PdfParagraphs paragraphs, PdfBlocks blocks) {
      if (!page.whole() || (page.letters() == 0 && !page.isBlank())) {
        paragraphs.end();
        blocks.end();
        paragraphs.takePages().forEach(book::pageStart);
        book.foundHere(page.whole() ? FindingCode.PAGE_WITHOUT_TEXT : FindingCode.PAGE_DAMAGED);
      }
      List<PdfLine> text = new ArrayList<>(page.lines());
      text.removeAll(new HashSet<>(found.lines()));
      PdfNotes.Parted parted = PdfNotes.part(text, page, type);
      blocks.notesComing(parted.notes());
      List<PdfPictures.Shown> pictures = PdfPictures.of(page, pictureUse);
      int next = 0;
      boolean opens = true;
      List<PdfLine> kept = parted.lines();
      for (int from = 0; from < kept.size(); ) {
        int to = from;
        while (to < kept.size() && kept.get(to).column() == kept.get(from).column()) {
          to++;
        }
        List<PdfLine> column = kept.subList(from, to);
        int done = 0;
        for (int i = 0; i < column.size(); i++) {
          while (next < pictures.size() && pictures.get(next).isAbove(column.get(i))) {
            if (i > done) {
              paragraphs.add(column, done, i, page, opens);
              opens = false;
              done = i;
            }
            show(pictures.get(next++), paragraphs, blocks);
          }
        }
        paragraphs.add(column, done, column.size(), page, opens);
        opens = false;
        from = to;
      }
      for (; next < pictures.size(); next++) {
        show(pictures.get(next), paragraphs, blocks);
      }
      parted.notes().forEach(blocks::note);
    }

    private static void show(
        PdfPictures.Shown picture, PdfParagraphs paragraphs, PdfBlocks blocks) {
      blocks.picture(picture.picture(), picture.name());
      if (!paragraphs.isOpen()) {
        blocks.end();
      }
    }

    // Bookmarks and labels.

    private record Outlined(String title, int level) {}

    private Map<COSObjectKey, List<Outlined>> outline() {
      Map<COSObjectKey, List<Outlined>> marks = new HashMap<>();
      COSDictionary outlines = catalog.getCOSDictionary(COSName.OUTLINES);
      if (outlines == null) {
        return marks;
      }
      PdfDestinations destinations = new PdfDestinations(catalog);
      Set<COSDictionary> seen = new HashSet<>();
      List<COSDictionary> path = new ArrayList<>();
      COSDictionary item = outlines.getCOSDictionary(COSName.FIRST);
      while (item != null && seen.size() < MOST_BOOKMARKS) {
        if (!seen.add(item)) {
          break;
        }
        COSObjectKey page = destinations.page(item);
        String title = item.getString(COSName.TITLE);
        if (page != null && title != null) {
          marks
              .computeIfAbsent(page, p -> new ArrayList<>())
              .add(new Outlined(title, path.size() + 1));
        }
        COSDictionary first = item.getCOSDictionary(COSName.FIRST);
        if (first != null && path.size() < 20) {
          path.add(item);
          item = first;
          continue;
        }
        item = item.getCOSDictionary(COSName.NEXT);
        while (item == null && !path.isEmpty()) {
          item = path.remove(path.size() - 1).getCOSDictionary(COSName.NEXT);
        }
      }
      return marks;
    }

    private Map<Integer, String> labels() {
      Map<Integer, String> labels = new HashMap<>();
      COSDictionary given = catalog.getCOSDictionary(COSName.PAGE_LABELS);
      if (given == null) {
        return labels;
      }
      try {
        String[] names = new PDPageLabels(document, given).getLabelsByPageIndices();
        for (int i = 0; i < names.length; i++) {
          labels.put(i, names[i]);
        }
      } catch (IOException | RuntimeException | StackOverflowError e) {
        // labels that make no sense: printed numbers will have to do
        labels.clear();
      }
      return labels;
    }
  }

  /** A page whose fonts are kept for the next one; PDFBox only does so on its own walk. */
  private static final class Page extends PDPage {
    private final ResourceCache cache;

    Page(COSDictionary dictionary, ResourceCache cache) {
      super(dictionary);
      this.cache = cache;
    }

    @Override
    public PDResources getResources() {
      COSBase resources = PDPageTree.getInheritableAttribute(getCOSObject(), COSName.RESOURCES);
      return resources instanceof COSDictionary dictionary
          ? new PDResources(dictionary, cache)
          : null;
    }
  }

  /** Whether the file lacks its end. */
  private static boolean isCutOff(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(bytes.length(), 4096);
      bytes.seek(bytes.length() - length);
      byte[] tail = new byte[length];
      bytes.readFully(tail);
      return !new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
    } catch (IOException e) {
      return true;
    }
  }

  /** Where bookmarks lead to. */
  private static final class PdfDestinations {
    private final COSDictionary named;
    private final COSDictionary tree;

    PdfDestinations(COSDictionary catalog) {
      named = catalog.getCOSDictionary(COSName.DESTS);
      COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
      tree = names == null ? null : names.getCOSDictionary(COSName.DESTS);
    }

    /** The object of the page that a bookmark leads to, or null. */
    COSObjectKey page(COSDictionary item) {
      COSBase destination = item.getDictionaryObject(COSName.DEST);
      COSDictionary action = item.getCOSDictionary(COSName.A);
      if (destination == null && action != null) {
        destination = action.getDictionaryObject(COSName.D);
      }
      for (int i = 0; i < 3; i++) {
        if (destination instanceof COSName name && named != null) {
          destination = named.getDictionaryObject(name);
        } else if (destination instanceof org.apache.pdfbox.cos.COSString string) {
          destination = tree == null ? null : find(tree, string.getString(), 0);
        } else if (destination instanceof COSDictionary dictionary) {
          destination = dictionary.getDictionaryObject(COSName.D);
        }
      }
      if (destination instanceof COSArray array
          && array.size() > 0
          && array.get(0) instanceof COSObject page) {
        return page.getKey();
      }
      return null;
    }

    private static COSBase find(COSDictionary node, String name, int depth) {
      COSArray pairs = node.getCOSArray(COSName.NAMES);
      for (int i = 0; pairs != null && i + 1 < pairs.size(); i += 2) {
        if (pairs.getObject(i) instanceof org.apache.pdfbox.cos.COSString key
            && key.getString().equals(name)) {
          return pairs.getObject(i + 1);
        }
      }
      COSArray kids = node.getCOSArray(COSName.KIDS);
      for (int i = 0; kids != null && i < kids.size() && depth < 20; i++) {
        if (kids.getObject(i) instanceof COSDictionary kid) {
          COSArray limits = kid.getCOSArray(COSName.LIMITS);
          if (limits != null
              && limits.size() == 2
              && limits.getObject(0) instanceof org.apache.pdfbox.cos.COSString low
              && limits.getObject(1) instanceof org.apache.pdfbox.cos.COSString high
              && (low.getString().compareTo(name) > 0 || high.getString().compareTo(name) < 0)) {
            continue;
          }
          COSBase found = find(kid, name, depth + 1);
          if (found != null) {
            return found;
          }
        }
      }
      return null;
    }
  }
}
