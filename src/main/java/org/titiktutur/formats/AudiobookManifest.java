package org.titiktutur.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.titiktutur.publication.Metadata;

/**
 * The manifest of an audio book whose chapters are files beside it: the audiobook profile of the
 * Readium Web Publication Manifest. Zipped with its files it is an {@code .audiobook}.
 *
 * @param modified when this edition was made
 */
public record AudiobookManifest(Metadata metadata, Instant modified, List<Chapter> chapters) {

  /** What the manifest is called, by Readium's packaging. */
  public static final String NAME = "manifest.json";

  public static final String MEDIA_TYPE = "application/audiobook+json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A chapter.
   *
   * @param file its name; the file lies beside the manifest
   * @param level how deep it is nested, from 1
   * @param kilobits a second
   */
  public record Chapter(String file, String title, int level, double seconds, int kilobits) {}

  public AudiobookManifest {
    chapters = List.copyOf(chapters);
  }

  public String text() {
    ObjectNode root = JSON.createObjectNode();
    root.put("@context", "https://readium.org/webpub-manifest/context.jsonld");
    describe(root.putObject("metadata"));
    ArrayNode order = root.putArray("readingOrder");
    ArrayNode contents = root.putArray("toc");
    Deque<Open> open = new ArrayDeque<>();
    for (Chapter chapter : chapters) {
      order
          .addObject()
          .put("href", chapter.file())
          .put("type", "audio/mpeg")
          .put("title", chapter.title())
          .put("duration", rounded(chapter.seconds()))
          .put("bitrate", chapter.kilobits());
      while (!open.isEmpty() && open.peek().level() >= chapter.level()) {
        open.pop();
      }
      ArrayNode place = open.isEmpty() ? contents : open.peek().entry().withArray("children");
      ObjectNode entry = place.addObject();
      entry.put("href", chapter.file()).put("title", chapter.title());
      open.push(new Open(chapter.level(), entry));
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An entry of the contents that deeper ones go below. */
  private record Open(int level, ObjectNode entry) {}

  private void describe(ObjectNode to) {
    to.put("@type", "http://schema.org/Audiobook");
    to.put("conformsTo", "https://readium.org/webpub-manifest/profiles/audiobook");
    to.put("identifier", Identifiers.of(metadata));
    to.put("title", metadata.title());
    if (!metadata.authors().isEmpty()) {
      metadata.authors().forEach(to.putArray("author")::add);
    }
    if (!metadata.publisher().isBlank()) {
      to.put("publisher", metadata.publisher());
    }
    to.put("language", metadata.language().tag());
    to.put("modified", modified.truncatedTo(ChronoUnit.SECONDS).toString());
    to.put("duration", rounded(chapters.stream().mapToDouble(Chapter::seconds).sum()));
    ObjectNode access = to.putObject("accessibility");
    access.putArray("accessMode").add("auditory");
    access.putArray("accessModeSufficient").add("auditory");
    access.putArray("feature").add("tableOfContents").add("readingOrder");
    access.putArray("hazard").add("none");
    access.put("summary", EpubWords.in(metadata.language()).soundSummary());
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
