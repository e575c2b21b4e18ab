package org.titiktutur.publication;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What is true of a stretch of a sentence. Offsets are UTF-16 units in {@link Sentence#text()};
 * {@code end} is exclusive.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mark")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Mark.Emphasis.class, name = "emphasis"),
  @JsonSubTypes.Type(value = Mark.Passage.class, name = "passage"),
  @JsonSubTypes.Type(value = Mark.NoteReference.class, name = "note"),
  @JsonSubTypes.Type(value = Mark.PageStart.class, name = "page")
})
public sealed interface Mark {

  int start();

  int end();

  /** The same mark, moved by {@code by} UTF-16 units. */
  Mark shifted(int by);

  /** Italic or bold in print. */
  record Emphasis(int start, int end, boolean strong) implements Mark {
    @Override
    public Emphasis shifted(int by) {
      return new Emphasis(start + by, end + by, strong);
    }
  }

  /** Words in another language than the block's. */
  record Passage(int start, int end, Language language) implements Mark {
    @Override
    public Passage shifted(int by) {
      return new Passage(start + by, end + by, language);
    }
  }

  /** The sign that calls a note, such as {@code 3} or {@code *}. */
  record NoteReference(int start, int end, String note) implements Mark {
    @Override
    public NoteReference shifted(int by) {
      return new NoteReference(start + by, end + by, note);
    }
  }

  /** Here a page of the print book begins; takes no room in the text. */
  record PageStart(int start, String label) implements Mark {
    @Override
    public int end() {
      return start;
    }

    @Override
    public PageStart shifted(int by) {
      return new PageStart(start + by, label);
    }
  }
}
