package org.titiktutur.embossing;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.titiktutur.braille.BrailleBook;

/** What a book is on its way to a generic text embosser. */
final class Wire {

  private Wire() {}

  static String bytes(BrailleBook book) {
    return bytes(book, 1);
  }

  /** From a page to the end. */
  static String bytes(BrailleBook book, int from) {
    return book.pages().stream()
        .skip(from - 1L)
        .map(page -> new String(TextModel.GENERIC.page(page), StandardCharsets.US_ASCII))
        .collect(Collectors.joining());
  }

  static int wholePages(String bytes) {
    return (int) bytes.chars().filter(each -> each == '\f').count();
  }
}
