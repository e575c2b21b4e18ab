package org.titiktutur.embossing;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.titiktutur.braille.BrailleBook;
import org.titiktutur.braille.Page;

/**
 * What a device is to be given, all of it known and found to fit before the first byte: copy after
 * copy, page after page, with blank sides where the next page must begin a sheet.
 */
public final class Plan {

  private static final Page BLANK = new Page(List.of());

  /**
   * A page on its sheet.
   *
   * @param beginsSheet whether it stands on the front
   * @param blankBack whether the back of its sheet stays blank, and is sent so
   */
  record Item(Stop at, Page page, boolean beginsSheet, boolean blankBack) {}

  private final Device device;
  private final BrailleBook book;
  private final PageRange range;
  private final int copies;
  private final List<Item> items;

  /** What is sent for each item; null until somebody asks. */
  private List<byte[]> pieces;

  private Plan(Device device, BrailleBook book, PageRange range, int copies, List<Item> items) {
    this.device = device;
    this.book = book;
    this.range = range;
    this.copies = copies;
    this.items = List.copyOf(items);
  }

  /**
   * Plans a run.
   *
   * @param copies 1 or more, one after the other
   */
  public static Plan of(Device device, BrailleBook book, PageRange range, int copies)
      throws DoesNotFitException {
    if (copies < 1) {
      throw new IllegalArgumentException(copies + " copies");
    }
    int first = range.first();
    int last = range.last().orElse(book.pages().size());
    if (first > book.pages().size() || last > book.pages().size()) {
      throw new DoesNotFitException(
          DoesNotFitException.Reason.NO_SUCH_PAGES, range, book.pages().size());
    }
    check(device, book, first, last);
    List<Item> items = new ArrayList<>();
    for (int copy = 1; copy <= copies; copy++) {
      items.addAll(lay(device, book, copy, first, last));
    }
    return new Plan(device, book, range, copies, items);
  }

  /** One copy; its first page stands on the front of a sheet. */
  private static List<Item> lay(Device device, BrailleBook book, int copy, int first, int last) {
    List<Item> items = new ArrayList<>();
    int sheet = first;
    for (int number = first; number <= last; number++) {
      Stop at = new Stop(copy, number, sheet);
      boolean front = number == sheet;
      boolean sheetEnds = number == last || book.sheets().contains(number + 1);
      boolean blankBack = device.duplex() && front && sheetEnds;
      items.add(new Item(at, book.page(number), front, blankBack));
      if (!device.duplex() || !front || sheetEnds) {
        sheet = number + 1;
      }
    }
    return items;
  }

  private static void check(Device device, BrailleBook book, int first, int last)
      throws DoesNotFitException {
    Paper room = device.room();
    int cells = 0;
    int rows = 0;
    for (int number = first; number <= last; number++) {
      Page page = book.page(number);
      cells = Math.max(cells, page.cells());
      rows = Math.max(rows, page.rows().size());
      if (page.hasEightDots() && !device.model().hasEightDots()) {
        throw new DoesNotFitException(DoesNotFitException.Reason.EIGHT_DOTS, number);
      }
    }
    Paper wanted =
        new Paper(
            Math.max(cells + device.paper().cells() - room.cells(), device.paper().cells()),
            Math.max(rows + device.paper().rows() - room.rows(), device.paper().rows()));
    for (int number = first; number <= last; number++) {
      Page page = book.page(number);
      if (page.cells() > room.cells()) {
        throw new DoesNotFitException(
            DoesNotFitException.Reason.TOO_WIDE, number, page.cells(), room.cells(), wanted, room);
      }
      if (page.rows().size() > room.rows()) {
        throw new DoesNotFitException(
            DoesNotFitException.Reason.TOO_LONG,
            number,
            page.rows().size(),
            room.rows(),
            wanted,
            room);
      }
    }
  }

  /**
   * The rest of it, from the page that a stopped run names or any other.
   *
   * <p>That page stands on the front of a sheet.
   *
   * @throws IllegalArgumentException if it has no such copy or page
   */
  public Plan from(int copy, int page) {
    Item stopped =
        items.stream()
            .filter(item -> item.at().copy() == copy && item.at().page() == page)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no page " + page + " in copy " + copy));
    int last = range.last().orElse(book.pages().size());
    List<Item> rest = new ArrayList<>(lay(device, book, stopped.at().copy(), page, last));
    items.stream().filter(item -> item.at().copy() > copy).forEach(rest::add);
    return new Plan(device, book, range, copies, rest);
  }

  public Device device() {
    return device;
  }

  public PageRange range() {
    return range;
  }

  /** Copies from the first one on, also where the rest of a run begins later. */
  public int copies() {
    return copies;
  }

  /** Pages of all copies. */
  public int pages() {
    return items.size();
  }

  /** Sheets of paper for all copies. */
  public int sheets() {
    return (int) items.stream().filter(Item::beginsSheet).count();
  }

  /** Bytes for all copies. */
  public long bytes() {
    return pieces().stream().mapToLong(piece -> piece.length).sum();
  }

  /** What is sent for one item, its blank back included. */
  byte[] bytes(int item) {
    return pieces().get(item);
  }

  private synchronized List<byte[]> pieces() {
    if (pieces == null) {
      List<Page> sides = new ArrayList<>();
      for (Item item : items) {
        sides.add(item.page());
        if (item.blankBack()) {
          sides.add(BLANK);
        }
      }
      Iterator<byte[]> sent = device.model().run(sides, device.paper(), device.duplex()).iterator();
      List<byte[]> whole = new ArrayList<>();
      for (Item item : items) {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        piece.writeBytes(sent.next());
        if (item.blankBack()) {
          piece.writeBytes(sent.next());
        }
        whole.add(piece.toByteArray());
      }
      pieces = whole;
    }
    return pieces;
  }

  /** How long the device may need. */
  public Duration estimate() {
    return Duration.ofHours(1).multipliedBy(items.size()).dividedBy(device.pagesPerHour());
  }

  /** Where it can stop: at each page, in order. */
  public List<Stop> stops() {
    return items.stream().map(Item::at).toList();
  }

  List<Item> items() {
    return items;
  }
}
