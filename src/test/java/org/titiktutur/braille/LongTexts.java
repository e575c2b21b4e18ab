package org.titiktutur.braille;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A book that the package debian-handbook installs, in several languages. */
final class LongTexts {

  static final Path HANDBOOK = Path.of("/usr/share/doc/debian-handbook/html");

  private LongTexts() {}

  /** The text of the book as its HTML has it, tags left out. */
  static List<String> paragraphs(String language) throws IOException {
    Pattern tags = Pattern.compile("<[^>]*>");
    List<String> paragraphs = new ArrayList<>();
    try (Stream<Path> files = Files.list(HANDBOOK.resolve(language))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).sorted().toList()) {
        for (String piece : Files.readString(file).split("</p>|</div>|</li>|</h\\d>|</td>")) {
          String text = tags.matcher(piece).replaceAll("").replaceAll("\\s+", " ").strip();
          if (!text.isEmpty()) {
            paragraphs.add(text);
          }
        }
      }
    }
    return paragraphs;
  }
}
