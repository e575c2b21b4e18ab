package org.titiktutur.formats;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.titiktutur.publication.Block;
import org.titiktutur.publication.Mark;
import org.titiktutur.publication.Part;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.publication.Sentence;

/**
 * In which part each note of a book stands and in which it is first called: a format with a file
 * for each part has to know before the first is written.
 */
public final class NotePlaces {

  private final Map<String, Integer> notes = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();

  private NotePlaces() {}

  /** Reads all parts, one after the other. */
  public static NotePlaces of(Publication book, PublicationFolder text) throws IOException {
    NotePlaces places = new NotePlaces();
    for (Publication.Entry entry : book.parts()) {
      places.add(text.part(entry.number()));
    }
    return places;
  }

  private void add(Part part) {
    part.sentences().forEach(sentence -> addCalls(sentence, part.number()));
    addNotes(part.blocks(), part.number());
  }

  /** A call inside another one has no link of its own. */
  private void addCalls(Sentence sentence, int part) {
    int end = 0;
    for (Mark mark : sentence.marks()) {
      if (mark instanceof Mark.NoteReference call
          && call.start() < call.end()
          && call.end() > end) {
        calls.putIfAbsent(call.note(), part);
        end = call.end();
      }
    }
  }

  private void addNotes(List<Block> blocks, int part) {
    for (Block block : blocks) {
      if (block instanceof Block.Note note) {
        notes.putIfAbsent(note.id(), part);
        addNotes(note.blocks(), part);
      } else if (block instanceof Block.Quotation quotation) {
        addNotes(quotation.blocks(), part);
      } else if (block instanceof Block.Listing list) {
        list.items().forEach(item -> addNotes(item.blocks(), part));
      } else if (block instanceof Block.Table table) {
        table.rows().forEach(row -> row.cells().forEach(cell -> addNotes(cell.blocks(), part)));
      }
    }
  }

  /** The part that holds this note; of two notes of one name the first counts. */
  public Optional<Integer> note(String id) {
    return Optional.ofNullable(notes.get(id));
  }

  /** The part that calls this note first. */
  public Optional<Integer> call(String note) {
    return Optional.ofNullable(calls.get(note));
  }
}
