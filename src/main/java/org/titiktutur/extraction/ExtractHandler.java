package org.titiktutur.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.titiktutur.publication.Finding;
import org.titiktutur.publication.FindingCode;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.Handler;
import org.titiktutur.workshop.Signs;

/** Reads one source in a worker: finds out what it is, and lets the reader of that kind read it. */
final class ExtractHandler implements Handler {

  /** What the parent sends. */
  record Input(String source, String name, ExtractionOptions options, List<String> avoid) {}

  /**
   * What the worker answers.
   *
   * @param refusal null when the publication lies in the step's folder
   */
  record Answer(Finding refusal) {}

  static final ObjectMapper JSON = JsonMapper.builder().build();

  @Override
  public JsonNode perform(JsonNode input, Path folder, Signs signs) throws Exception {
    Input asked = JSON.treeToValue(input, Input.class);
    clear(folder);
    try {
      read(asked, folder, signs);
      return JSON.valueToTree(new Answer(null));
    } catch (Refusal refusal) {
      clear(folder);
      return JSON.valueToTree(new Answer(refusal.finding()));
    }
  }

  /** An earlier try that ended with its worker may have left parts. */
  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("part-[0-9]+\\.json|publication\\.json")) {
          Files.delete(file);
        }
      }
    }
  }

  private static Publication read(Input asked, Path folder, Signs signs)
      throws IOException, Refusal {
    Path source = Path.of(asked.source());
    SourceKind kind = SourceSniffer.kindOf(source, asked.name());
    BookLanguage language = new BookLanguage(asked.options());
    Reading reading =
        new Reading(source, asked.name(), kind, folder, Set.copyOf(asked.avoid()), signs);
    PublicationBuilder book =
        new PublicationBuilder(new PublicationFolder.Writer(folder), language, reading::pulse);
    if (kind.isDeniedBy(asked.name())) {
      book.found(FindingCode.NAME_LIES, asked.name(), kind.label());
    }
    try {
      reader(kind).read(reading, book);
      reading.endUnits();
      return book.finish(reading.titleOfName(), asked.name());
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal(FindingCode.SOURCE_DAMAGED, asked.name(), kind.label());
    }
  }

  private static SourceReader reader(SourceKind kind) {
    return switch (kind) {
      case TEXT -> new TextReader();
      case EPUB -> new EpubReader();
      case PDF -> new PdfReader();
      case DOCX -> new DocxReader();
      case ODT -> new OdtReader();
      case RTF -> new RtfReader();
      case DAISY202 -> new Daisy202Reader();
      case DAISY3 -> new Daisy3Reader();
      case DTBOOK -> new DtbookReader();
      case HTML -> new HtmlReader();
      case MARKDOWN -> new MarkdownReader();
    };
  }
}
