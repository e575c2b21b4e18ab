package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.titiktutur.publication.FindingCode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads EPUB 2 and 3. The container, package, navigation and encryption files are read here; what
 * they name is read in the order of the spine, one document at a time, and what they do not name is
 * not read at all.
 */
final class EpubReader implements SourceReader {

  private static final String CONTAINER = "META-INF/container.xml";

  /** Bytes of a style sheet; those with fonts inside are larger and hide nothing. */
  private static final long MOST_OF_SHEET = 2 << 20;

  private static final int MOST_SHEETS = 20;

  /** A part that begins in a document. */
  private record PartStart(String title, int level) {}

  private Reading reading;
  private PublicationBuilder book;
  private EpubArchive archive;
  private EpubProtection protection;

  /** The documents in reading order, those outside the main flow last, with their numbers. */
  private final Map<String, Integer> documents = new LinkedHashMap<>();

  /** The documents that the table of contents leads to. */
  private final Set<String> navigated = new HashSet<>();

  private final Map<String, String> sheets = new HashMap<>();
  private boolean navigationFound;

  private final Map<String, Map<String, PartStart>> starts = new HashMap<>();
  private final Map<String, Map<String, String>> pages = new HashMap<>();

  @Override
  public void read(Reading asked, PublicationBuilder told) throws IOException, Refusal {
    reading = asked;
    book = told;
    try (EpubArchive opened = new EpubArchive(reading.source(), reading.name())) {
      archive = opened;
      protection = new EpubProtection(archive);
      EpubPackage opf = opf();
      opf.describe(book);
      spine(opf);
      if (protection.hasObfuscatedFonts()) {
        book.found(FindingCode.FONTS_OBFUSCATED);
      }
      navigation(opf);
      for (String path : documents.keySet()) {
        document(path);
      }
    }
  }

  // The package.

  private EpubPackage opf() throws IOException, Refusal {
    String path = opfPath();
    EpubArchive.Content content = path == null ? null : archive.read(path);
    if (content == null) {
      throw reading.damaged();
    }
    if (protection.locks(path)) {
      throw locked();
    }
    try {
      return EpubPackage.parse(content.bytes(), path);
    } catch (SafeXml.Swelling e) {
      throw reading.swelling();
    } catch (SAXException e) {
      throw reading.damaged();
    }
  }

  private Refusal locked() {
    return new Refusal(FindingCode.SOURCE_DRM, reading.name(), protection.scheme());
  }

  /** Where the package document is: as the container says, else the only place it can be. */
  private String opfPath() throws IOException, Refusal {
    EpubArchive.Content container = archive.read(CONTAINER);
    String[] found = new String[1];
    if (container != null) {
      DefaultHandler handler =
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes attributes) {
              String path = attributes.getValue("full-path");
              if (local.equals("rootfile") && found[0] == null && path != null) {
                found[0] = path;
              }
            }
          };
      try {
        SafeXml.parse(new ByteArrayInputStream(container.bytes()), handler);
      } catch (SAXException e) {
        // What was found before the damage may do.
      }
    }
    if (found[0] == null) {
      return archive.firstEndingWith(".opf");
    }
    String path = EpubArchive.resolve("", found[0]);
    if (path == null) {
      throw new Refusal(FindingCode.SOURCE_UNSAFE, reading.name(), found[0]);
    }
    return archive.has(path) ? path : archive.firstEndingWith(".opf");
  }

  private void spine(EpubPackage opf) throws Refusal {
    List<String> aside = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    for (EpubPackage.SpineItem place : opf.spine()) {
      EpubPackage.Item item = opf.fallbackOf(place.item());
      item = item == null ? place.item() : item;
      if (item.path() == null) {
        outside.add(item.href());
        book.found(FindingCode.OUTSIDE_REFERENCE_IGNORED, item.href());
      } else if (protection.locks(item.path())) {
        throw locked();
      } else if (item.is("nav")) {
        skippedNavigation();
      } else if (place.linear()) {
        documents.putIfAbsent(item.path(), documents.size());
      } else {
        aside.add(item.path());
      }
    }
    aside.forEach(path -> documents.putIfAbsent(path, documents.size()));
    opf.unknownIds().forEach(id -> book.found(FindingCode.CHAPTER_MISSING, id));
    if (documents.isEmpty() && !outside.isEmpty()) {
      throw new Refusal(FindingCode.SOURCE_UNSAFE, reading.name(), outside.get(0));
    }
    if (documents.isEmpty()) {
      throw new Refusal(FindingCode.SOURCE_NO_TEXT, reading.name());
    }
  }

  // Navigation.

  private void navigation(EpubPackage opf) throws IOException, Refusal {
    EpubNavigation navigation = EpubNavigation.NONE;
    EpubPackage.Item nav = opf.navigation();
    if (nav != null && nav.path() != null) {
      navigation = parsed(nav.path(), EpubNavigation::ofNav);
    }
    EpubPackage.Item ncx = opf.ncx();
    if (ncx != null
        && ncx.path() != null
        && (navigation.isEmpty() || navigation.pages().isEmpty())) {
      EpubNavigation older = parsed(ncx.path(), EpubNavigation::ofNcx);
      book.title(older.title());
      navigation =
          new EpubNavigation(
              older.title(),
              navigation.isEmpty() ? older.contents() : navigation.contents(),
              navigation.pages().isEmpty() ? older.pages() : navigation.pages());
    }
    for (EpubNavigation.Page page : navigation.pages()) {
      pages
          .computeIfAbsent(page.path(), path -> new HashMap<>())
          .putIfAbsent(page.fragment(), page.label());
    }
    List<EpubNavigation.Point> points = inSpine(navigation.contents());
    if (points.isEmpty() || (points.size() == 1 && documents.size() > 3)) {
      book.found(FindingCode.NAVIGATION_MISSING);
      return;
    }
    book.partsAreGiven();
    points.forEach(point -> navigated.add(point.path()));
    List<Integer> levels = Outline.of(sizeBefore(points), headings(points)).partLevels();
    for (int i = 0; i < points.size(); i++) {
      EpubNavigation.Point point = points.get(i);
      if (levels.get(i) > 0) {
        starts
            .computeIfAbsent(point.path(), path -> new LinkedHashMap<>())
            .putIfAbsent(point.fragment(), new PartStart(point.title(), levels.get(i)));
      }
    }
  }

  @FunctionalInterface
  private interface NavigationParser {
    EpubNavigation parse(byte[] bytes, String path) throws IOException, SAXException;
  }

  private EpubNavigation parsed(String path, NavigationParser parser) throws IOException, Refusal {
    EpubArchive.Content content = archive.read(path);
    if (content == null) {
      return EpubNavigation.NONE;
    }
    try {
      return parser.parse(content.bytes(), path);
    } catch (SAXException e) {
      return EpubNavigation.NONE;
    }
  }

  /** The lines of the table of contents that name a document of the spine, in its order. */
  private List<EpubNavigation.Point> inSpine(List<EpubNavigation.Point> contents) {
    return contents.stream()
        .filter(point -> point.path() != null && documents.containsKey(point.path()))
        .sorted(Comparator.comparingInt(point -> documents.get(point.path())))
        .toList();
  }

  private long sizeBefore(List<EpubNavigation.Point> points) {
    int first = documents.get(points.get(0).path());
    return documents.entrySet().stream()
        .filter(document -> document.getValue() < first)
        .mapToLong(document -> archive.size(document.getKey()))
        .sum();
  }

  /** The lines as headings; what follows each is told by the sizes of the documents. */
  private List<Outline.Heading> headings(List<EpubNavigation.Point> points) {
    List<String> paths = List.copyOf(documents.keySet());
    Map<String, Integer> sharing = new HashMap<>();
    points.forEach(point -> sharing.merge(point.path(), 1, Integer::sum));
    List<Outline.Heading> headings = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      EpubNavigation.Point point = points.get(i);
      int at = documents.get(point.path());
      int next = i + 1 < points.size() ? documents.get(points.get(i + 1).path()) : paths.size();
      long size = archive.size(point.path()) / sharing.get(point.path());
      for (int between = at + 1; between < next; between++) {
        size += archive.size(paths.get(between));
      }
      headings.add(new Outline.Heading(point.title(), point.level(), size));
    }
    return headings;
  }

  // Documents.

  private void document(String path) throws Refusal {
    if (reading.avoids(path)) {
      book.foundHere(FindingCode.CHAPTER_DAMAGED, path);
      return;
    }
    reading.begin(path);
    EpubArchive.Content content = archive.read(path);
    if (content == null) {
      book.foundHere(FindingCode.CHAPTER_MISSING, path);
      return;
    }
    if (!content.isWhole() || isGarbage(content.bytes())) {
      if (protection.hasKeyFiles()) {
        throw locked();
      }
      book.foundHere(FindingCode.CHAPTER_DAMAGED, path);
      if (content.bytes().length == 0 || isGarbage(content.bytes())) {
        return;
      }
    }
    try {
      parse(path, content.bytes());
    } catch (IOException | SAXException | StackOverflowError e) {
      book.foundHere(FindingCode.CHAPTER_DAMAGED, path);
    } finally {
      book.endDocument();
    }
  }

  /** No tag within its first kilobytes: not a document, whatever the package says. */
  private static boolean isGarbage(byte[] bytes) {
    for (int i = 0; i < bytes.length && i < 4096; i++) {
      if (bytes[i] == '<') {
        return hasManyZeros(bytes, i);
      }
    }
    return bytes.length > 0;
  }

  /** Encrypted bytes have a '<' too, but hardly one of them is the first that is not blank. */
  private static boolean hasManyZeros(byte[] bytes, int tag) {
    int strange = 0;
    for (int i = 0; i < tag; i++) {
      strange += bytes[i] < '\t' && bytes[i] >= 0 ? 1 : 0;
    }
    return strange > 4;
  }

  private void parse(String path, byte[] bytes) throws IOException, SAXException, Refusal {
    EpubPreview preview = new EpubPreview(path);
    boolean wellFormed = true;
    try {
      SafeXml.parse(new ByteArrayInputStream(bytes), preview);
    } catch (IOException | SAXException e) {
      wellFormed = false;
    }
    if (wellFormed && preview.isContentsOf(navigated)) {
      skippedNavigation();
      return;
    }
    if (!wellFormed) {
      book.foundHere(FindingCode.CHAPTER_REPAIRED, path);
    }
    String latin = wellFormed ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    Map<String, PartStart> partsHere = starts.getOrDefault(path, Map.of());
    Map<String, String> pagesHere = pages.getOrDefault(path, Map.of());
    Map<String, PartStart> later = new HashMap<>();
    boolean[] begun = new boolean[1];
    partsHere.forEach(
        (fragment, part) -> {
          boolean there = preview.has(fragment) || latin.contains('"' + fragment + '"');
          if (fragment.isEmpty() || (!there && !begun[0] && later.isEmpty())) {
            begun[0] = true;
            book.startPart(part.title(), part.level());
          } else if (there) {
            later.put(fragment, part);
          }
        });
    if (pagesHere.containsKey("")) {
      book.pageStart(pagesHere.get(""));
    }
    DocumentHandler handler = new DocumentHandler(path, preview, later, pagesHere);
    if (wellFormed) {
      SafeXml.parse(new ByteArrayInputStream(bytes), handler);
    } else {
      LenientHtml.parse(bytes, LenientHtml.decoding(bytes), handler);
    }
  }

  /** A list of links that each format makes anew is left out; that is said once. */
  private void skippedNavigation() {
    if (!navigationFound) {
      navigationFound = true;
      book.found(FindingCode.NAVIGATION_SKIPPED);
    }
  }

  private HidingRules hiding(EpubPreview preview) throws Refusal {
    if (preview.style().isEmpty() && preview.sheets().isEmpty()) {
      return HidingRules.NONE;
    }
    HidingRules rules = new HidingRules();
    for (String path : preview.sheets()) {
      String sheet = sheets.get(path);
      if (sheet == null) {
        EpubArchive.Content content =
            archive.size(path) > MOST_OF_SHEET ? null : archive.read(path);
        sheet = content == null ? "" : new String(content.bytes(), StandardCharsets.UTF_8);
        sheets.put(path, sheets.size() < MOST_SHEETS ? sheet : "");
      }
      rules.add(sheet);
    }
    rules.add(preview.style());
    return rules;
  }

  /** One document of the spine, which knows where it stands in the book. */
  private final class DocumentHandler extends XhtmlHandler {
    private final String path;
    private final String folder;
    private final Map<String, PartStart> partsHere;
    private final Map<String, String> pagesHere;
    private final String sample;

    DocumentHandler(
        String path,
        EpubPreview preview,
        Map<String, PartStart> partsHere,
        Map<String, String> pagesHere)
        throws Refusal {
      super(EpubReader.this.book, hiding(preview));
      this.path = path;
      this.sample = preview.sample();
      this.folder = EpubArchive.folderOf(path);
      this.partsHere = partsHere;
      this.pagesHere = pagesHere;
    }

    @Override
    protected void reached(String id) {
      PartStart part = partsHere.remove(id);
      if (part != null) {
        book.startPart(part.title(), part.level());
      }
      String page = pagesHere.get(id);
      if (page != null) {
        book.pageStart(page);
      }
    }

    @Override
    protected boolean isListedPage(String id) {
      return pagesHere.containsKey(id);
    }

    /** Many programs write their own language into every document. */
    @Override
    protected void rootLanguage(String tag) {
      if (!book.contradicts(tag, sample)) {
        book.openLanguage(tag);
      }
    }

    @Override
    protected String target(String href) {
      String fragment = EpubArchive.fragment(href);
      if (fragment.isEmpty()) {
        return null;
      }
      String file = href.startsWith("#") ? path : EpubArchive.resolve(folder, href);
      return file == null ? null : file + "#" + fragment;
    }

    @Override
    protected String ownTarget(String id) {
      return path + "#" + id;
    }
  }
}
