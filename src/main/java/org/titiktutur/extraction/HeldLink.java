package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * What stands inside a link, held back until it is known whether the link is the sign of a note
 * ({@code 3}, {@code [*]}). As soon as it cannot be one, all of it is played again.
 */
final class HeldLink {

  private static final Pattern SIGN =
      Pattern.compile("[\\[({]?\\s*([0-9]{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶#]{1,4})\\s*[\\])}.]?");

  private static final Set<String> INLINE =
      Set.of("sup", "sub", "span", "i", "b", "em", "strong", "small", "font", "u");

  /** UTF-16 units of the longest sign, white space around it included. */
  private static final int LONGEST = 40;

  @FunctionalInterface
  private interface Event {
    void play(ContentHandler handler) throws SAXException;
  }

  private final List<Event> events = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final String target;
  private final String caller;
  private boolean raised;
  private int depth;

  /**
   * An empty link.
   *
   * @param target unique name of what it leads to
   * @param caller unique name of the link itself; null if it has none
   * @param raised whether it stands above the line
   */
  HeldLink(String target, String caller, boolean raised) {
    this.target = target;
    this.caller = caller;
    this.raised = raised;
  }

  String target() {
    return target;
  }

  String caller() {
    return caller;
  }

  boolean isRaised() {
    return raised;
  }

  /** What it says. */
  String text() {
    return text.toString().strip();
  }

  boolean isSign() {
    return isSign(text());
  }

  static boolean isSign(String text) {
    return SIGN.matcher(text).matches();
  }

  /** An arrow or the like, which leads back and says nothing. */
  boolean isWordless() {
    return text().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Holds the beginning of an element; false if a sign has no such thing in it. */
  boolean start(String uri, String local, String name, Attributes attributes) {
    if (!INLINE.contains(local.isEmpty() ? name : local)) {
      return false;
    }
    depth++;
    raised |= "sup".equals(local.isEmpty() ? name : local);
    AttributesImpl copy = new AttributesImpl(attributes);
    events.add(handler -> handler.startElement(uri, local, name, copy));
    return true;
  }

  /** Holds text; false if a sign is never so long. */
  boolean characters(char[] chars, int start, int length) {
    if (text.length() + length > LONGEST) {
      return false;
    }
    text.append(chars, start, length);
    char[] copy = Arrays.copyOfRange(chars, start, start + length);
    events.add(handler -> handler.characters(copy, 0, copy.length));
    return true;
  }

  /** Holds the end of an element; false if it is the link itself that ends. */
  boolean end(String uri, String local, String name) {
    if (depth == 0) {
      return false;
    }
    depth--;
    events.add(handler -> handler.endElement(uri, local, name));
    return true;
  }

  /** Tells a handler all that was held. */
  void play(ContentHandler handler) throws SAXException {
    for (Event event : events) {
      event.play(handler);
    }
  }
}
