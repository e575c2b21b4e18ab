package org.titiktutur.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;

/**
 * A formula of OOXML (22.1) or MathML, on one line: {@code (a+b)/(2c)}, {@code x^2}, {@code √(y)}.
 * What stands above, below or beside another thing is put into brackets where it has several signs.
 */
final class OfficeFormula {

  /** A group of signs. */
  private static final class Group {
    final String kind;
    final StringBuilder text = new StringBuilder();
    int pieces;
    String open = "(";
    String close = ")";

    Group(String kind) {
      this.kind = kind;
    }
  }

  private final Deque<Group> groups = new ArrayDeque<>();
  private boolean inText;

  OfficeFormula() {
    groups.push(new Group(""));
  }

  void begin(String local, Attributes attributes) {
    switch (local) {
      case "t", "mi", "mn", "mo", "mtext", "ms" -> inText = true;
      case "f",
          "num",
          "den",
          "sup",
          "sub",
          "deg",
          "rad",
          "d",
          "lim",
          "mr",
          "nary",
          "fName",
          "e",
          "mfrac",
          "msup",
          "msub",
          "msubsup",
          "msqrt",
          "mroot",
          "mover",
          "munder",
          "munderover",
          "mrow",
          "mtr",
          "mtd",
          "mfenced" ->
          groups.push(new Group(local));
      case "chr" -> groups.peek().text.append(Ooxml.value(attributes)).append(' ');
      case "begChr" -> groups.peek().open = Ooxml.value(attributes);
      case "endChr" -> groups.peek().close = Ooxml.value(attributes);
      default -> {}
    }
  }

  void characters(char[] text, int from, int length) {
    if (inText && groups.peek().text.length() < 20_000) {
      groups.peek().text.append(text, from, length);
    }
  }

  void end(String local) {
    switch (local) {
      case "t", "mi", "mn", "mo", "mtext", "ms" -> {
        inText = false;
        if (groups.peek().kind.startsWith("m")) {
          piece(groups.peek());
        }
      }
      default -> {
        if (groups.size() > 1 && groups.peek().kind.equals(local)) {
          Group ended = groups.pop();
          Group outer = groups.peek();
          String text = written(ended);
          boolean oneOfTwo = outer.kind.matches("mfrac|msup|msub|msubsup|mover|munder|munderover");
          outer.text.append(oneOfTwo ? bracketed(text) : text);
          piece(outer);
        }
      }
    }
  }

  /** In MathML the place of a child says what it is; a sign stands before the second and third. */
  private static void piece(Group group) {
    group.pieces++;
    String sign =
        switch (group.kind) {
          case "mfrac" -> group.pieces == 1 ? "/" : "";
          case "msup", "mover" -> group.pieces == 1 ? "^" : "";
          case "msub", "munder" -> group.pieces == 1 ? "_" : "";
          case "msubsup", "munderover" -> group.pieces == 1 ? "_" : group.pieces == 2 ? "^" : "";
          default -> "";
        };
    group.text.append(sign);
  }

  private static String written(Group group) {
    String text = group.text.toString().strip();
    return switch (group.kind) {
      case "den" -> "/" + bracketed(text);
      case "sup" -> text.isEmpty() ? "" : "^" + bracketed(text);
      case "sub" -> text.isEmpty() ? "" : "_" + bracketed(text);
      case "num" -> bracketed(text);
      case "deg" -> text.isEmpty() ? "" : text + " ";
      case "rad", "msqrt", "mroot" -> "\u221A(" + text + ")";
      case "d" -> group.open + text + group.close;
      case "mfenced" -> "(" + text + ")";
      case "mr", "mtr" -> text + "; ";
      case "mtd" -> text + " ";
      default -> text;
    };
  }

  private static String bracketed(String text) {
    return text.length() > 1 && !text.matches("[\\p{L}\\d.,]+") ? "(" + text + ")" : text;
  }

  /** Empty where nothing in it can be read. */
  String text() {
    while (groups.size() > 1) {
      Group ended = groups.pop();
      groups.peek().text.append(written(ended));
    }
    return groups.peek().text.toString().strip();
  }
}
