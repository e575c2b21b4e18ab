package org.titiktutur.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.titiktutur.catalog.Item;
import org.titiktutur.production.PublicationView;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Language;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.Sentence;
import org.titiktutur.web.Json;

/**
 * The text of an item as the API shows it, written part by part: a whole encyclopaedia need not fit
 * in memory.
 */
final class PublicationStream implements StreamingOutput {

  private final Item item;
  private final PublicationView view;

  PublicationStream(Item item, PublicationView view) {
    this.item = item;
    this.view = view;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("title", item.title());
      strings(json, "authors", item.authors());
      json.writeStringField("language", item.language());
      json.writeArrayFieldStart("parts");
      for (Publication.Entry entry : view.index().parts()) {
        part(json, view.part(entry.number()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void strings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void part(JsonGenerator json, Part part) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", part.number());
    json.writeStringField("title", part.title());
    json.writeNumberField("level", part.level());
    json.writeStringField("lang", part.language().tag());
    blocks(json, part.blocks());
    json.writeEndObject();
  }

  private static void blocks(JsonGenerator json, List<Block> blocks) throws IOException {
    json.writeArrayFieldStart("blocks");
    for (Block block : blocks) {
      json.writeStartObject();
      block(json, block);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void block(JsonGenerator json, Block block) throws IOException {
    if (block instanceof Block.Heading heading) {
      type(json, "heading", heading.language());
      json.writeNumberField("level", heading.level());
      sentences(json, "sentences", heading.text());
    } else if (block instanceof Block.Paragraph paragraph) {
      type(json, "paragraph", paragraph.language());
      sentences(json, "sentences", paragraph.text());
    } else if (block instanceof Block.Lines lines) {
      type(json, "lines", lines.language());
      sentences(json, "sentences", lines.lines());
    } else if (block instanceof Block.Listing listing) {
      type(json, "list", null);
      json.writeBooleanField("ordered", listing.ordered());
      json.writeNumberField("start", listing.start());
      json.writeArrayFieldStart("items");
      for (Block.Item each : listing.items()) {
        json.writeStartObject();
        blocks(json, each.blocks());
        json.writeEndObject();
      }
      json.writeEndArray();
    } else if (block instanceof Block.Table table) {
      type(json, "table", table.language());
      sentences(json, "caption", table.caption());
      rows(json, table.rows());
    } else if (block instanceof Block.Quotation quotation) {
      type(json, "quotation", null);
      blocks(json, quotation.blocks());
    } else if (block instanceof Block.Note note) {
      type(json, "note", null);
      json.writeStringField("id", note.id());
      json.writeStringField("label", note.label());
      blocks(json, note.blocks());
    } else if (block instanceof Block.Image image) {
      type(json, "image", image.language());
      json.writeStringField("source", image.source());
      sentences(json, "description", image.description());
      sentences(json, "caption", image.caption());
    } else if (block instanceof Block.PageStart page) {
      type(json, "page", null);
      json.writeStringField("label", page.label());
    } else {
      type(json, "break", null);
    }
  }

  private static void rows(JsonGenerator json, List<Block.Row> rows) throws IOException {
    json.writeArrayFieldStart("rows");
    for (Block.Row row : rows) {
      json.writeStartObject();
      json.writeArrayFieldStart("cells");
      for (Block.Cell cell : row.cells()) {
        json.writeStartObject();
        json.writeBooleanField("header", cell.header());
        json.writeNumberField("columns", cell.columns());
        json.writeNumberField("rows", cell.rows());
        blocks(json, cell.blocks());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void type(JsonGenerator json, String type, Language language) throws IOException {
    json.writeStringField("type", type);
    if (language != null) {
      json.writeStringField("lang", language.tag());
    }
  }

  private static void sentences(JsonGenerator json, String field, List<Sentence> sentences)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Sentence sentence : sentences) {
      json.writeStartObject();
      json.writeStringField("id", sentence.id());
      json.writeStringField("text", sentence.text());
      Optional<String> whole = languageOfAll(sentence);
      if (whole.isPresent()) {
        json.writeStringField("lang", whole.get());
      }
      marks(json, sentence.marks());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static Optional<String> languageOfAll(Sentence sentence) {
    return sentence.marks().stream()
        .filter(mark -> mark.start() == 0 && mark.end() == sentence.text().length())
        .filter(Mark.Passage.class::isInstance)
        .map(mark -> ((Mark.Passage) mark).language().tag())
        .findFirst();
  }

  private static void marks(JsonGenerator json, List<Mark> marks) throws IOException {
    if (marks.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("marks");
    for (Mark mark : marks) {
      json.writeStartObject();
      if (mark instanceof Mark.Passage passage) {
        type(json, "passage", passage.language());
      } else if (mark instanceof Mark.Emphasis emphasis) {
        type(json, emphasis.strong() ? "strong" : "emphasis", null);
      } else if (mark instanceof Mark.NoteReference reference) {
        type(json, "note", null);
        json.writeStringField("note", reference.note());
      } else if (mark instanceof Mark.PageStart page) {
        type(json, "page", null);
        json.writeStringField("label", page.label());
      }
      json.writeNumberField("start", mark.start());
      json.writeNumberField("end", mark.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
