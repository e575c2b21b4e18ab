package org.titiktutur.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Place;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Reads one braille file in a worker, whatever it is called. */
final class BrailleFileHandler implements Handler {

  static final ObjectMapper JSON = JsonMapper.builder().build();

  /** In the step's folder. */
  static final String PAGES = "pages";

  private static final int LOOK = 200;

  /** What the parent sends. */
  record Input(String source, String name) {}

  /**
   * What the worker answers.
   *
   * @param refusal null when the pages lie in the step's folder
   */
  record Answer(
      Finding refusal,
      String title,
      List<Integer> sheets,
      List<Integer> volumes,
      List<Finding> findings) {}

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    Input asked = JSON.treeToValue(input, Input.class);
    try {
      return JSON.valueToTree(read(Path.of(asked.source()), asked.name(), folder.resolve(PAGES)));
    } catch (UnreadableException e) {
      return JSON.valueToTree(new Answer(e.finding(), "", List.of(), List.of(), List.of()));
    }
  }

  private static Answer read(Path source, String name, Path file)
      throws IOException, UnreadableException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
        PageFile.Sink pages = new PageFile.Sink(file, name)) {
      PefReader.About about = new PefReader.About("", false);
      if (isXml(in)) {
        about = PefReader.read(in, name, pages);
      } else {
        BrfReader.read(in, name, pages);
      }
      if (pages.pages() == 0) {
        throw new UnreadableException(FindingCode.SOURCE_WITHOUT_PAGES, name);
      }
      List<Finding> findings =
          about.gapLost() ? List.of(Finding.of(FindingCode.ROW_GAPS_LOST, Place.BOOK)) : List.of();
      return new Answer(null, about.title(), pages.sheets(), pages.volumes(), findings);
    }
  }

  /** ASCII braille may begin with a {@code <} too, but hardly like this. */
  private static boolean isXml(InputStream in) throws IOException {
    in.mark(LOOK);
    byte[] first = in.readNBytes(LOOK);
    in.reset();
    String text =
        new String(first, StandardCharsets.ISO_8859_1)
            .replaceAll("[\\x00\u00EF\u00BB\u00BF\u00FE\u00FF]", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return text.startsWith("<?xml")
        || text.startsWith("<pef")
        || text.startsWith("<!--")
        || text.startsWith("<!doctype")
        || text.startsWith("<html");
  }
}
