package org.titiktutur.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.titiktutur.production.Interpreter;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.publication.Language;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/** {@code /api/v1}: one text said or brailled, and the lists of what can be asked for. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class TextResource {

  /** UTF-16 units of one text. */
  private static final int LONGEST = 20_000;

  private final Interpreter interpreter;

  public TextResource(Production production) {
    this.interpreter = production.interpreter();
  }

  /** A text to be said; the language is Indonesian if nothing else is said. */
  record SayJson(String text, String language, String voice) {}

  @POST
  @Path("/say")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"audio/wav", MediaType.APPLICATION_JSON})
  public Response say(@Context ContainerRequestContext request, SayJson say)
      throws IOException, InterruptedException {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    String text = text(say.text());
    String language = say.language() == null ? Language.DEFAULT.tag() : say.language();
    if (!Language.isTag(language)) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "language");
    }
    Interpreter.Said said;
    try {
      Optional<String> voice = Optional.ofNullable(say.voice()).filter(name -> !name.isBlank());
      said = interpreter.say(text, Interpreter.Manner.usual(language, voice));
    } catch (NotHereException e) {
      throw Refusals.of(e);
    }
    if (said.file().isEmpty()) {
      try (said) {
        Phrases words = Shapes.Words.findings(visitor.tongue());
        throw new ProblemException(
            ProblemKind.NOT_POSSIBLE,
            said.findings().stream().map(words::say).collect(Collectors.joining(" ")));
      }
    }
    StreamingOutput stream =
        out -> {
          try (said) {
            Files.copy(said.file().get(), out);
          }
        };
    return Response.ok(stream, "audio/wav")
        .header("Content-Length", Files.size(said.file().get()))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** A text to be brailled, or braille to be read. */
  record BrailleJson(String text, String table, boolean back) {}

  /**
   * What came of it.
   *
   * @param braille null if it went the other way
   * @param text null if it did not
   * @param positions for each character of the answer the index of the character that it came from
   */
  record BrailledJson(
      @JsonProperty String braille,
      @JsonProperty String text,
      @JsonProperty List<Integer> positions) {}

  @POST
  @Path("/braille")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response braille(@Context ContainerRequestContext request, BrailleJson braille)
      throws IOException {
    Visitor.of(request).requireAdministrator();
    String table = braille.table() == null ? "id-g1" : braille.table();
    try {
      Interpreter.Translated translated =
          interpreter.braille(text(braille.text()), table, braille.back());
      return Response.ok(
              braille.back()
                  ? new BrailledJson(null, translated.text(), translated.positions())
                  : new BrailledJson(translated.text(), null, translated.positions()))
          .build();
    } catch (NotHereException e) {
      throw Refusals.of(e);
    }
  }

  private static String text(String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "text");
    }
    return text;
  }

  /** A format that can be asked for. */
  record FormatJson(
      @JsonProperty String id, @JsonProperty String kind, @JsonProperty Set<String> options) {}

  /** A voice. */
  record VoiceJson(
      @JsonProperty String id, @JsonProperty String language, @JsonProperty String name) {}

  /** A braille table. */
  record TableJson(
      @JsonProperty String id,
      @JsonProperty String language,
      @JsonProperty String grade,
      @JsonProperty String name) {}

  @GET
  @Path("/formats")
  public Response formats() {
    return Response.ok(
            Rows.all(
                interpreter.formats().stream()
                    .map(
                        row ->
                            new FormatJson(
                                row.format().code(), row.kind(), new TreeSet<>(row.options())))
                    .toList()))
        .build();
  }

  @GET
  @Path("/voices")
  public Response voices() throws IOException, InterruptedException {
    return Response.ok(
            Rows.all(
                interpreter.voices().stream()
                    .map(row -> new VoiceJson(row.id(), row.language(), row.name()))
                    .toList()))
        .build();
  }

  @GET
  @Path("/tables")
  public Response tables() {
    return Response.ok(
            Rows.all(
                interpreter.tables().stream()
                    .map(row -> new TableJson(row.id(), row.language(), row.grade(), row.name()))
                    .toList()))
        .build();
  }
}
