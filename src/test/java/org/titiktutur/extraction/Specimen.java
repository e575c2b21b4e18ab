package org.titiktutur.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;

/** A publication written out so that a person can read what was understood. */
final class Specimen {

  private Specimen() {}

  static String of(Publication publication, Path folder) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Publication.Entry entry : publication.parts()) {
      Part part = new PublicationFolder(folder).part(entry.number());
      out.append("part ").append(part.level()).append(" (").append(part.title()).append(")\n");
      blocks(part.blocks(), "  ", part.language().tag(), out);
    }
    return out.toString();
  }

  private static void blocks(List<Block> blocks, String indent, String tag, StringBuilder out) {
    for (Block block : blocks) {
      out.append(indent);
      if (block instanceof Block.Heading heading) {
        words("h" + heading.level(), heading.language().tag(), heading.text(), tag, out);
      } else if (block instanceof Block.Paragraph paragraph) {
        words("p", paragraph.language().tag(), paragraph.text(), tag, out);
      } else if (block instanceof Block.Lines lines) {
        words("lines", lines.language().tag(), lines.lines(), tag, out);
      } else if (block instanceof Block.Listing list) {
        out.append(list.ordered() ? "ol " + list.start() : "ul").append('\n');
        for (Block.Item item : list.items()) {
          out.append(indent).append("  -\n");
          blocks(item.blocks(), indent + "    ", tag, out);
        }
      } else if (block instanceof Block.Table table) {
        words("table", table.language().tag(), table.caption(), tag, out);
        for (Block.Row row : table.rows()) {
          out.append(indent).append("  row\n");
          for (Block.Cell cell : row.cells()) {
            out.append(indent).append("    ").append(cell.header() ? "th" : "td");
            if (cell.columns() > 1 || cell.rows() > 1) {
              out.append(' ').append(cell.columns()).append('x').append(cell.rows());
            }
            out.append('\n');
            blocks(cell.blocks(), indent + "      ", tag, out);
          }
        }
      } else if (block instanceof Block.Quotation quotation) {
        out.append("quotation\n");
        blocks(quotation.blocks(), indent + "  ", tag, out);
      } else if (block instanceof Block.Note note) {
        out.append("note ").append(note.id()).append(" (").append(note.label()).append(")\n");
        blocks(note.blocks(), indent + "  ", tag, out);
      } else if (block instanceof Block.Image image) {
        words("image " + image.source(), image.language().tag(), image.description(), tag, out);
        if (!image.caption().isEmpty()) {
          out.append(indent);
          words("  caption", tag, image.caption(), tag, out);
        }
      } else if (block instanceof Block.SceneBreak) {
        out.append("break\n");
      } else if (block instanceof Block.PageStart start) {
        out.append("page ").append(start.label()).append('\n');
      }
    }
  }

  private static void words(
      String name, String tag, List<Sentence> text, String usual, StringBuilder out) {
    out.append(name);
    if (!tag.equals(usual)) {
      out.append(" (").append(tag).append(')');
    }
    for (Sentence sentence : text) {
      out.append(" [").append(sentence.id()).append(' ').append(marked(sentence)).append(']');
    }
    out.append('\n');
  }

  /**
   * Marks as {@code *emphasis*}, {@code **strong**}, {@code {en:words}}, {@code ^n1:3^}, {@code
   * |12|}.
   */
  private static String marked(Sentence sentence) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i <= sentence.text().length(); i++) {
      List<Mark> marks = sentence.marks();
      for (int m = marks.size() - 1; m >= 0; m--) {
        Mark mark = marks.get(m);
        if (mark.end() == i && mark.start() < i) {
          out.append(sign(mark, false));
        }
      }
      for (Mark mark : marks) {
        if (mark.start() == i) {
          out.append(sign(mark, true));
        }
      }
      if (i < sentence.text().length()) {
        out.append(sentence.text().charAt(i));
      }
    }
    return out.toString();
  }

  private static String sign(Mark mark, boolean start) {
    if (mark instanceof Mark.Emphasis emphasis) {
      return emphasis.strong() ? "**" : "*";
    } else if (mark instanceof Mark.Passage passage) {
      return start ? "{" + passage.language().tag() + ":" : "}";
    } else if (mark instanceof Mark.NoteReference reference) {
      return start ? "^" + reference.note() + ":" : "^";
    } else if (mark instanceof Mark.PageStart page) {
      return "|" + page.label() + "|";
    }
    throw new AssertionError(mark);
  }
}
