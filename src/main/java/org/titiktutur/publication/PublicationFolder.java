package org.titiktutur.publication;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A publication on disk: {@code publication.json} (the index, written last) and {@code
 * part-00001.json} for each part. A folder without the index is not a publication. Not safe for two
 * writers.
 */
public final class PublicationFolder {

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(1000)
                          .maxStringLength(100_000_000)
                          .build())
                  .build())
          .build();

  private final Path folder;

  public PublicationFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  public Publication read() throws IOException {
    return readIndex(index());
  }

  public Part part(int number) throws IOException {
    return readPart(partFile(number));
  }

  /** Reads an index, wherever the file lies. */
  public static Publication readIndex(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Publication.class);
  }

  /** Reads a part, wherever the file lies. */
  public static Part readPart(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Part.class);
  }

  public Path partFile(int number) {
    return folder.resolve(String.format(Locale.ROOT, "part-%05d.json", number));
  }

  public Path index() {
    return folder.resolve("publication.json");
  }

  /** Writes a publication part by part; nothing is a publication until {@link #finish}. */
  public static final class Writer {
    private final PublicationFolder target;
    private final List<Publication.Entry> entries = new ArrayList<>();

    public Writer(Path folder) throws IOException {
      target = new PublicationFolder(Files.createDirectories(folder));
    }

    /** Parts come in reading order, numbered from 1 without a gap. */
    public void add(Part part) throws IOException {
      if (part.number() != entries.size() + 1) {
        throw new IllegalArgumentException(
            "part " + part.number() + " after " + entries.size() + " parts");
      }
      JSON.writeValue(target.partFile(part.number()).toFile(), part);
      int[] size = new int[2];
      part.sentences()
          .forEach(
              sentence -> {
                size[0]++;
                size[1] += sentence.text().length();
              });
      entries.add(
          new Publication.Entry(part.number(), part.title(), part.level(), size[0], size[1]));
    }

    public int parts() {
      return entries.size();
    }

    public Publication finish(Metadata metadata, List<Finding> findings) throws IOException {
      Publication publication = new Publication(Publication.SCHEMA, metadata, entries, findings);
      JSON.writeValue(target.index().toFile(), publication);
      return publication;
    }
  }
}
