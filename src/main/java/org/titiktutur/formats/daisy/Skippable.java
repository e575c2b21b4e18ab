package org.titiktutur.formats.daisy;

import java.util.Arrays;
import java.util.Optional;

/** What a reader of a DAISY 3 book may have left out. */
enum Skippable {
  PAGE_NUMBER("pagenum", Play.Kind.PAGE, "Nomor halaman", "Page number"),
  NOTE("note", Play.Kind.NOTE, "Catatan", "Note"),
  NOTE_REFERENCE("noteref", Play.Kind.NOTE_CALL, "Rujukan catatan", "Note reference"),
  OPTIONAL_PRODUCER_NOTE("prodnote", Play.Kind.IMAGE, "Deskripsi gambar", "Image description"),

  /** The standard has no name for it among the structures of books. */
  TABLE("table", Play.Kind.TABLE, "Tabel", "Table");

  private final String test;
  private final Play.Kind kind;
  private final String indonesian;
  private final String english;

  Skippable(String test, Play.Kind kind, String indonesian, String english) {
    this.test = test;
    this.kind = kind;
    this.indonesian = indonesian;
    this.english = english;
  }

  static Optional<Skippable> find(Play.Kind kind) {
    return Arrays.stream(values()).filter(each -> each.kind == kind).findFirst();
  }

  /** Name of its test: the element that it is in DTBook. */
  String test() {
    return test;
  }

  /** What the NCX calls it (Z39.86-2005, bookStruct), if it has a word for it. */
  Optional<String> structure() {
    return this == TABLE ? Optional.empty() : Optional.of(name());
  }

  /** Whether it is a sequence in SMIL, and no single moment. */
  boolean isSequence() {
    return this == NOTE || this == OPTIONAL_PRODUCER_NOTE || this == TABLE;
  }

  String indonesian() {
    return indonesian;
  }

  String english() {
    return english;
  }
}
