package org.titiktutur.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.BookWords;
import org.titiktutur.publication.Metadata;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Sentence;

/**
 * A book as plain text: a blank line between blocks, a line for each paragraph, everything that is
 * not a plain paragraph named for what it is. Streams part by part.
 */
public final class PlainText {

  private final Appendable out;
  private final BookWords words;

  public PlainText(Appendable out, Metadata metadata) throws IOException {
    this.out = out;
    this.words = BookWords.in(metadata.language());
    out.append(metadata.title()).append('\n');
    if (!metadata.authors().isEmpty()) {
      out.append(String.join(", ", metadata.authors())).append('\n');
    }
  }

  public void part(Part part) throws IOException {
    out.append("\n\n");
    try {
      part.blocks().forEach(block -> write(block, ""));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Block block, String indent) {
    if (block instanceof Block.Heading heading) {
      line("", indent);
      line(Sentence.joined(heading.text()), indent);
      line("", indent);
    } else if (block instanceof Block.Paragraph paragraph) {
      line(Sentence.joined(paragraph.text()), indent);
      line("", indent);
    } else if (block instanceof Block.Lines lines) {
      lines.lines().forEach(sentence -> line(sentence.text(), indent));
      line("", indent);
    } else if (block instanceof Block.Listing list) {
      write(list, indent);
    } else if (block instanceof Block.Table table) {
      write(table, indent);
    } else if (block instanceof Block.Quotation quotation) {
      quotation.blocks().forEach(inner -> write(inner, indent + "    "));
    } else if (block instanceof Block.Note note) {
      line("[" + words.note() + " " + note.label() + "]", indent);
      note.blocks().forEach(inner -> write(inner, indent + "    "));
    } else if (block instanceof Block.Image image) {
      line(
          image.description().isEmpty()
              ? "[" + words.imageWithout() + "]"
              : "[" + words.image() + ": " + Sentence.joined(image.description()) + "]",
          indent);
      if (!image.caption().isEmpty()) {
        line(Sentence.joined(image.caption()), indent);
      }
      line("", indent);
    } else if (block instanceof Block.SceneBreak) {
      line("* * *", indent);
      line("", indent);
    } else if (block instanceof Block.PageStart page) {
      line("[" + words.page() + " " + page.label() + "]", indent);
      line("", indent);
    }
  }

  private void write(Block.Listing list, String indent) {
    int number = list.start();
    for (Block.Item item : list.items()) {
      String mark = list.ordered() ? number++ + ". " : "- ";
      List<Block> blocks = item.blocks();
      boolean plain = !blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph;
      String first = plain ? Sentence.joined(((Block.Paragraph) blocks.get(0)).text()) : "";
      line((mark + first).stripTrailing(), indent);
      for (Block inner : blocks.subList(plain ? 1 : 0, blocks.size())) {
        write(inner, indent + "    ");
      }
    }
    line("", indent);
  }

  private void write(Block.Table table, String indent) {
    line(
        table.caption().isEmpty()
            ? "[" + words.table() + "]"
            : "[" + words.table() + ": " + Sentence.joined(table.caption()) + "]",
        indent);
    for (Block.Row row : table.rows()) {
      line(
          String.join(
              " | ",
              row.cells().stream()
                  .map(
                      cell ->
                          Sentence.joined(
                              cell.blocks().stream().flatMap(Block::sentences).toList()))
                  .toList()),
          indent);
    }
    line("", indent);
  }

  private void line(String text, String indent) {
    try {
      out.append(text.isEmpty() ? "" : indent).append(text).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
