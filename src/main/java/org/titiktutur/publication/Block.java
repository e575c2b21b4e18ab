package org.titiktutur.publication;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;

/** A piece of a part in reading order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
  @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
  @JsonSubTypes.Type(value = Block.Lines.class, name = "lines"),
  @JsonSubTypes.Type(value = Block.Listing.class, name = "list"),
  @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
  @JsonSubTypes.Type(value = Block.Quotation.class, name = "quotation"),
  @JsonSubTypes.Type(value = Block.Note.class, name = "note"),
  @JsonSubTypes.Type(value = Block.Image.class, name = "image"),
  @JsonSubTypes.Type(value = Block.SceneBreak.class, name = "break"),
  @JsonSubTypes.Type(value = Block.PageStart.class, name = "page")
})
public sealed interface Block {

  /** Every sentence below this block, in reading order. */
  Stream<Sentence> sentences();

  /**
   * A heading inside its part; the first one usually names the part.
   *
   * @param level 1 to 6
   */
  record Heading(int level, Language language, List<Sentence> text) implements Block {
    public Heading {
      if (level < 1 || level > 6) {
        throw new IllegalArgumentException("heading level " + level);
      }
      text = List.copyOf(text);
    }

    @Override
    public Stream<Sentence> sentences() {
      return text.stream();
    }
  }

  record Paragraph(Language language, List<Sentence> text) implements Block {
    public Paragraph {
      text = List.copyOf(text);
    }

    @Override
    public Stream<Sentence> sentences() {
      return text.stream();
    }
  }

  /** Text whose line ends matter (verse, an address, program code): a sentence for each line. */
  record Lines(Language language, List<Sentence> lines) implements Block {
    public Lines {
      lines = List.copyOf(lines);
    }

    @Override
    public Stream<Sentence> sentences() {
      return lines.stream();
    }
  }

  /**
   * A list.
   *
   * @param start number of the first item of an ordered list
   */
  record Listing(boolean ordered, int start, List<Item> items) implements Block {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public Stream<Sentence> sentences() {
      return items.stream().flatMap(item -> below(item.blocks()));
    }
  }

  record Item(List<Block> blocks) {
    public Item {
      blocks = List.copyOf(blocks);
    }
  }

  record Table(Language language, List<Sentence> caption, List<Row> rows) implements Block {
    public Table {
      caption = List.copyOf(caption);
      rows = List.copyOf(rows);
    }

    @Override
    public Stream<Sentence> sentences() {
      return Stream.concat(
          caption.stream(),
          rows.stream().flatMap(row -> row.cells().stream()).flatMap(cell -> below(cell.blocks())));
    }
  }

  record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a table.
   *
   * @param columns how many columns it spans, 1 or more
   * @param rows how many rows it spans, 1 or more
   */
  record Cell(boolean header, int columns, int rows, List<Block> blocks) {
    public Cell {
      blocks = List.copyOf(blocks);
    }
  }

  record Quotation(List<Block> blocks) implements Block {
    public Quotation {
      blocks = List.copyOf(blocks);
    }

    @Override
    public Stream<Sentence> sentences() {
      return below(blocks);
    }
  }

  /**
   * A footnote or endnote, standing after the block that calls it or where the source keeps it.
   *
   * @param id what {@link Mark.NoteReference#note()} names
   * @param label as printed: {@code 3}, {@code *}; may be empty
   */
  record Note(String id, String label, List<Block> blocks) implements Block {
    public Note {
      blocks = List.copyOf(blocks);
    }

    @Override
    public Stream<Sentence> sentences() {
      return below(blocks);
    }
  }

  /**
   * A picture.
   *
   * @param description empty where the source has none
   * @param source the picture's name in the source file, for whoever has to describe it
   */
  record Image(Language language, String source, List<Sentence> description, List<Sentence> caption)
      implements Block {
    public Image {
      description = List.copyOf(description);
      caption = List.copyOf(caption);
    }

    @Override
    public Stream<Sentence> sentences() {
      return Stream.concat(description.stream(), caption.stream());
    }
  }

  /** A change of scene or subject without a heading. */
  record SceneBreak() implements Block {
    @Override
    public Stream<Sentence> sentences() {
      return Stream.empty();
    }
  }

  /** A page of the print book begins between two blocks. */
  record PageStart(String label) implements Block {
    @Override
    public Stream<Sentence> sentences() {
      return Stream.empty();
    }
  }

  private static Stream<Sentence> below(List<Block> blocks) {
    return blocks.stream().flatMap(Block::sentences);
  }
}
