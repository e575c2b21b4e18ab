package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.titiktutur.publication.Sentence;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * The text of a talking book. Its dialects have elements and classes of their own for what XHTML
 * says by role; each is dressed as what {@link XhtmlHandler} knows. A producer's note is the
 * description of the picture that it stands with.
 */
abstract class TalkingHandler extends XhtmlHandler {

  /** UTF-16 units of a description. */
  private static final int LONGEST_DESCRIPTION = 100_000;

  /** What is done with an element beside what XHTML says of it. */
  enum Act {
    PLAIN,
    /** Left out with all that is in it. */
    SKIP,
    PICTURE,
    /** Holds pictures, their descriptions and captions. */
    PICTURES,
    DESCRIPTION,
    /** The description says that there is none. */
    NO_DESCRIPTION,
    TITLE,
    AUTHOR,
    LINE,
    LEVEL,
    ENTRY,
    SENTENCE
  }

  /** An element as XHTML knows it. */
  protected record Dressed(Act act, String name, AttributesImpl attributes) {
    Dressed as(Act other) {
      return new Dressed(other, name, attributes);
    }

    Dressed role(String role) {
      attributes.addAttribute("", "role", "role", "CDATA", role);
      return this;
    }
  }

  private final Deque<Act> open = new ArrayDeque<>();
  private final StringBuilder captured = new StringBuilder();
  private Consumer<String> then;
  private int capturing;
  private int groups;
  private int levels;

  /** The last character of the sentence that has just ended; 0 if anything came after it. */
  private char afterSentence;

  private char last = ' ';

  private boolean pictureWaits;
  private String source = "";
  private String alternative = "";

  TalkingHandler(PublicationBuilder book) {
    super(book);
  }

  /** Dresses an element. */
  protected abstract Dressed dress(String name, Attributes attributes);

  protected static Dressed plain(String name, Attributes attributes) {
    return new Dressed(Act.PLAIN, name, new AttributesImpl(attributes));
  }

  /** Whether one of the words of its class is this. */
  protected static boolean hasClass(Attributes attributes, String... classes) {
    String given = attributes.getValue("class");
    if (given != null) {
      String words = " " + given.strip().toLowerCase(Locale.ROOT) + " ";
      for (String each : classes) {
        if (words.contains(" " + each + " ")) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many levels are open. */
  protected final int levels() {
    return levels;
  }

  protected final boolean isInside(Act act) {
    return open.contains(act);
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes)
      throws SAXException {
    if (capturing > 0) {
      capturing++;
      return;
    }
    Dressed dressed = dress((local.isEmpty() ? qName : local).toLowerCase(Locale.ROOT), attributes);
    switch (dressed.act()) {
      case SKIP -> {
        capture(text -> {});
        return;
      }
      case DESCRIPTION -> {
        capture(this::describe);
        return;
      }
      case NO_DESCRIPTION -> {
        capture(text -> describe(""));
        return;
      }
      case TITLE -> {
        capture(book::title);
        return;
      }
      case AUTHOR -> {
        capture(book::author);
        return;
      }
      case PICTURE -> {
        release();
        pictureWaits = true;
        source = orEmpty(attributes.getValue("src"));
        alternative = orEmpty(attributes.getValue("alt"));
      }
      case PICTURES -> {
        release();
        groups++;
      }
      case LEVEL -> levels++;
      default -> {}
    }
    if (groups == 0 && dressed.act() != Act.PICTURE) {
      release();
    }
    if (dressed.act() == Act.SENTENCE && afterSentence != 0) {
      space(afterSentence);
    }
    afterSentence = 0;
    open.push(dressed.act());
    String name = dressed.act() == Act.PICTURE ? "span" : dressed.name();
    super.startElement(
        "", name, name, dressed.act() == Act.PICTURE ? new AttributesImpl() : dressed.attributes());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private void capture(Consumer<String> done) {
    capturing = 1;
    captured.setLength(0);
    then = done;
  }

  @Override
  public void endElement(String uri, String local, String qName) throws SAXException {
    if (capturing > 0) {
      if (--capturing == 0) {
        then.accept(captured.toString());
      }
      return;
    }
    Act act = open.poll();
    if (act == Act.PICTURES) {
      release();
      groups--;
    } else if (act == Act.LEVEL) {
      levels--;
    } else if (act == Act.LINE) {
      book.lineBreak();
    }
    super.endElement(uri, local, qName);
    if (act == Act.ENTRY) {
      book.text(" ");
    }
    afterSentence = act == Act.SENTENCE ? last : 0;
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (capturing > 0) {
      if (captured.length() < LONGEST_DESCRIPTION) {
        captured.append(chars, start, length);
      }
      return;
    }
    if (pictureWaits && groups == 0 && !new String(chars, start, length).isBlank()) {
      release();
    }
    if (length > 0) {
      afterSentence = 0;
      last = chars[start + length - 1];
    }
    super.characters(chars, start, length);
  }

  /** Producers leave out the space between two sentences, for each is an element. */
  private void space(char before) throws SAXException {
    if (!Character.isWhitespace(before)) {
      Sentence one = new Sentence("s", String.valueOf(before), List.of());
      char[] between = Sentence.between(one, one).toCharArray();
      super.characters(between, 0, between.length);
    }
  }

  /**
   * A producer's note has ended: it tells of the picture that waits, or of one that is not here.
   */
  private void describe(String text) {
    String words = text.strip();
    boolean waited = pictureWaits;
    if (waited && words.isEmpty()) {
      release();
      return;
    }
    String name = waited ? source : "";
    pictureWaits = false;
    book.image(fileName(name), words);
  }

  /** Tells of the picture that waits for a description: none came. */
  protected final void release() {
    if (pictureWaits) {
      pictureWaits = false;
      book.image(fileName(source), alternative.strip());
    }
  }

  private static String fileName(String path) {
    String plain = path.replaceFirst("[?#].*", "");
    return plain.substring(plain.lastIndexOf('/') + 1);
  }
}
