package org.titiktutur.extraction;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** A document of an EPUB read for what must be known of it before it is told. */
final class EpubPreview extends DefaultHandler {

  private static final int SAMPLE = 4000;
  private static final int MOST = 50_000;

  /** Links that make a page of them. */
  private static final int FEWEST_LINKS = 3;

  private final String path;
  private final Set<String> ids = new HashSet<>();
  private final StringBuilder sample = new StringBuilder();
  private final StringBuilder style = new StringBuilder();
  private final Set<String> sheets = new LinkedHashSet<>();
  private final Set<String> linked = new HashSet<>();
  private int links;
  private long letters;
  private long lettersOfLinks;
  private boolean inLink;
  private boolean inStyle;
  private boolean inHead;

  EpubPreview(String path) {
    this.path = path;
  }

  boolean has(String id) {
    return ids.contains(id);
  }

  /** Its first words. */
  String sample() {
    return sample.toString();
  }

  /** What stands in its own style elements. */
  String style() {
    return style.toString();
  }

  /** Paths of the style sheets that it names, in order. */
  Set<String> sheets() {
    return sheets;
  }

  /** Whether it is made of links to these documents, and of little else. */
  boolean isContentsOf(Set<String> documents) {
    long there = linked.stream().filter(documents::contains).count();
    return links >= FEWEST_LINKS
        && lettersOfLinks >= letters * 0.7
        && there > 0
        && there >= linked.size() * 0.8;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    String id = attributes.getValue("id");
    if (id == null && local.equals("a")) {
      id = attributes.getValue("name");
    }
    if (id != null) {
      ids.add(id);
    }
    switch (local) {
      case "head" -> inHead = true;
      case "style" -> inStyle = true;
      case "link" -> sheet(attributes);
      case "a" -> {
        String href = attributes.getValue("href");
        String target = href == null ? null : EpubArchive.resolve(EpubArchive.folderOf(path), href);
        inLink = target != null && !href.startsWith("#");
        if (inLink && linked.size() < MOST) {
          linked.add(target);
          links++;
        }
      }
      default -> {}
    }
  }

  private void sheet(Attributes attributes) {
    String relation = attributes.getValue("rel");
    String href = attributes.getValue("href");
    String sheet =
        "stylesheet".equalsIgnoreCase(relation) && href != null
            ? EpubArchive.resolve(EpubArchive.folderOf(path), href)
            : null;
    if (sheet != null && sheets.size() < 20) {
      sheets.add(sheet);
    }
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (inStyle) {
      style.append(chars, start, length);
      return;
    }
    if (sample.length() < SAMPLE) {
      sample.append(chars, start, length);
    }
    for (int i = start; i < start + length && !inHead; i++) {
      if (Character.isLetter(chars[i])) {
        letters++;
        lettersOfLinks += inLink ? 1 : 0;
      }
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    switch (local) {
      case "head" -> inHead = false;
      case "style" -> inStyle = false;
      case "a" -> inLink = false;
      default -> {}
    }
  }
}
