package org.titiktutur.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Where in the text the moments of SMIL files lie. Places are written {@code path#id}. */
final class SmilPlaces {

  private static final int MOST = 2_000_000;

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final Set<String> documents = new LinkedHashSet<>();
  private final Set<String> outside = new LinkedHashSet<>();

  /**
   * Reads one file more.
   *
   * @throws SAXException if it is damaged; what came before the damage counts
   */
  void read(byte[] bytes, String path) throws IOException, SAXException {
    SafeXml.parse(new ByteArrayInputStream(bytes), new Handler(path));
  }

  /** The place in the text of a moment; null if there is none. */
  String text(String moment) {
    return texts.get(moment);
  }

  /** The note that a place in the text calls; null if none. */
  String note(String call) {
    return notes.get(call);
  }

  /** Paths of the documents with the text, in the order in which they are first heard. */
  Set<String> documents() {
    return documents;
  }

  /** References that lead out of the book. */
  Set<String> outside() {
    return outside;
  }

  private final class Handler extends DefaultHandler {
    private final String path;
    private final String folder;
    private String par = "";
    private int depth;
    private final List<String> pair = new ArrayList<>();

    Handler(String path) {
      this.path = path;
      this.folder = EpubArchive.folderOf(path);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      String id = attributes.getValue("id");
      switch (local) {
        case "seq" -> {
          depth++;
          pair.clear();
        }
        case "par" -> par = id == null ? "" : id;
        case "text" -> text(attributes.getValue("src"), id);
        default -> {}
      }
    }

    private void text(String src, String id) {
      if (src == null || texts.size() > MOST) {
        return;
      }
      String document = EpubArchive.resolve(folder, src);
      if (document == null) {
        if (outside.size() < 100) {
          outside.add(src);
        }
        return;
      }
      documents.add(document);
      String place = document + "#" + EpubArchive.fragment(src);
      if (!par.isEmpty()) {
        texts.putIfAbsent(path + "#" + par, place);
      }
      if (id != null) {
        texts.putIfAbsent(path + "#" + id, place);
      }
      if (depth > 1) {
        pair.add(place);
      }
    }

    /** A sequence of two in the sequence of the file: what calls a note, and the note. */
    @Override
    public void endElement(String uri, String local, String name) {
      if (local.equals("seq")) {
        if (depth > 1 && pair.size() == 2) {
          notes.putIfAbsent(pair.get(0), pair.get(1));
        }
        depth--;
        pair.clear();
      } else if (local.equals("par")) {
        par = "";
      }
    }
  }
}
