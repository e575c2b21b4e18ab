package org.titiktutur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What an office file says of itself: Dublin Core in {@code core.xml} or {@code meta.xml}. */
final class OfficeDescription extends DefaultHandler {

  /** What programs write when nobody gave a title. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?iu)untitled.*|tanpa judul.*|document ?\\d*|dokumen ?\\d*|microsoft word.*|layout 1|cover|.*\\.(docx?"
              + "|odt|rtf|tex|dvi|indd|qxd|pdf|pmd|cdr|xlsx?|pptx?|p65|txt|html?|ps)|[\\d\\W_]+|title|slide 1"
              + "|.*[\\\\/].*[\\\\/].*|word document|powerpoint presentation");

  private static final Pattern NO_AUTHOR =
      Pattern.compile(
          "(?iu)user\\d*|pengguna|admin(istrator)?|owner|windows user|microsoft.*|acer|asus|lenovo|hp|toshiba|dell"
              + "|pc|my ?pc|computer|komputer|laptop|unknown|author|penulis|python-docx|apache poi|\\W+");

  private final StringBuilder text = new StringBuilder();
  private final List<String> creators = new ArrayList<>();
  private String title = "";
  private String language = "";
  private String first = "";

  /** The title that a person gave; empty if none did. */
  static String realTitle(String given) {
    String plain = given == null ? "" : given.strip();
    return plain.length() < 2 || NO_TITLE.matcher(plain).matches() ? "" : plain;
  }

  /** Whether this is a person, not the machine or program that a file was made with. */
  static boolean isAuthor(String name) {
    String plain = name == null ? "" : name.strip();
    return plain.length() > 1 && !NO_AUTHOR.matcher(plain).matches();
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    text.setLength(0);
  }

  @Override
  public void characters(char[] characters, int from, int length) {
    if (text.length() < 1000) {
      text.append(characters, from, Math.min(length, 1000));
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    String value = text.toString().strip();
    switch (local) {
      case "title" -> title = title.isEmpty() ? value : title;
      case "creator" -> creators.add(value);
      case "initial-creator" -> first = value;
      case "language" -> language = value;
      default -> {}
    }
    text.setLength(0);
  }

  /**
   * Tells the book.
   *
   * @param ofStyles the language that the styles of the file have, or null
   */
  void tell(PublicationBuilder book, String ofStyles, String firstWords) {
    book.title(realTitle(title));
    List<String> people = first.isEmpty() ? creators : List.of(first);
    for (String creator : people) {
      for (String name : creator.split(";")) {
        if (isAuthor(name)) {
          book.author(name);
        }
      }
    }
    book.language(language, firstWords);
    if (ofStyles != null) {
      book.language(ofStyles, firstWords);
    }
  }
}
