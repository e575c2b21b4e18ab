package org.titiktutur.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Page;
import org.titiktutur.catalog.Rights;
import org.titiktutur.catalog.Search;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.Repeats;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.Format;
import org.titiktutur.production.NotHereException;
import org.titiktutur.production.Production;
import org.titiktutur.production.PublicationView;
import org.titiktutur.production.Report;
import org.titiktutur.production.UnusableSourceException;
import org.titiktutur.production.Upload;
import org.titiktutur.production.Wish;
import org.titiktutur.web.Conditions;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Json;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.SentFile;
import org.titiktutur.web.Visitor;

/** {@code /api/v1/items}: the shelf, what came in, and wishes. */
@Path("/api/v1/items")
@Produces(MediaType.APPLICATION_JSON)
public final class ItemResource {

  private static final Set<String> MENDABLE = Set.of("title", "authors", "language", "rights");

  private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_=-]{1,200}");

  private final Production production;
  private final Repeats repeats;
  private final Forms forms;
  private final Shapes shapes;

  public ItemResource(Production production, Repeats repeats, Forms forms) {
    this.production = production;
    this.repeats = repeats;
    this.forms = forms;
    this.shapes = new Shapes(production);
  }

  @GET
  public Response list(
      @Context ContainerRequestContext request,
      @QueryParam("q") String words,
      @QueryParam("language") String language,
      @QueryParam("format") String format,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    Visitor visitor = Visitor.of(request);
    Search search =
        new Search(
            words == null ? "" : words,
            filled(language),
            filled(format).map(ItemResource::knownFormat),
            visitor.maySee(),
            limit(limit),
            filled(cursor).map(ItemResource::cursor));
    Page<Item> page = production.items().list(search);
    String next = page.next().map(after -> next(request, search, after)).orElse(null);
    List<ItemJson> items = page.items().stream().map(item -> shapes.shape(visitor, item)).toList();
    return Response.ok(new Rows<>(items, next)).build();
  }

  private static String next(ContainerRequestContext request, Search search, String cursor) {
    StringJoiner query = new StringJoiner("&", "/items?", "");
    if (!search.words().isBlank()) {
      query.add("q=" + Shapes.encoded(search.words()));
    }
    search.language().ifPresent(tag -> query.add("language=" + Shapes.encoded(tag)));
    search.format().ifPresent(code -> query.add("format=" + code));
    query.add("limit=" + search.limit()).add("cursor=" + Shapes.encoded(cursor));
    return Shapes.address(request, query.toString()).toString();
  }

  private static String cursor(String value) {
    if (!CURSOR.matcher(value).matches()) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "cursor");
    }
    return value;
  }

  private static String knownFormat(String code) {
    return Format.find(code)
        .map(Format::code)
        .orElseThrow(() -> new ProblemException(ProblemKind.BAD_VALUE, "format"));
  }

  private static int limit(String value) {
    if (value == null || value.isBlank()) {
      return Search.USUAL;
    }
    if (!value.matches("\\d{1,4}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > Search.MOST) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "limit");
    }
    return Integer.parseInt(value);
  }

  private static Optional<String> filled(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @HeaderParam("Idempotency-Key") String key)
      throws IOException, BadOptionException {
    Visitor visitor = Visitor.of(request);
    Person person = visitor.requireAdministrator();
    try (Form form = forms.readFromScript(request, servlet)) {
      Details details = details(form);
      Upload upload = receive(form);
      // The name of the blob is the hash of all its bytes.
      String what = String.join("\n", "items", upload.toString(), details.toString());
      Repeats.Once once =
          Refusals.once(
              repeats, person, key, what, () -> production.shelf().add(upload, details).id());
      Item item = shapes.item(visitor, once.result());
      return tagged(Response.status(Response.Status.CREATED), visitor, item)
          .location(Shapes.address(request, "/items/" + item.id()))
          .build();
    } catch (BadOptionException e) {
      throw Refusals.of(e);
    }
  }

  private Upload receive(Form form) throws IOException {
    List<SentFile> files = form.files("source");
    if (files.size() != 1) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "source");
    }
    SentFile file = files.get(0);
    try (InputStream in = Files.newInputStream(file.file())) {
      return production.shelf().receive(in, file.name(), file.mediaType(), file.bytes());
    }
  }

  private static Details details(Form form) {
    List<String> authors = form.texts("authors");
    return new Details(
        form.text("title"),
        authors.isEmpty() ? Optional.empty() : Optional.of(authors),
        form.text("language"),
        form.text("rights").map(ItemResource::rights));
  }

  private static Rights rights(String code) {
    return Rights.find(code)
        .orElseThrow(() -> new ProblemException(ProblemKind.BAD_VALUE, "rights"));
  }

  @GET
  @Path("/{id}")
  public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    Item item = shapes.item(visitor, id);
    byte[] shown;
    try {
      shown = Json.MAPPER.writeValueAsBytes(shapes.shape(visitor, item));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    String tag = "\"" + item.version() + "." + hash(shown) + "\"";
    if (Conditions.unchanged(request, tag)) {
      return Response.notModified().header(HttpHeaders.ETAG, tag).build();
    }
    return Response.ok(shown, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.ETAG, tag)
        .build();
  }

  private static String hash(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return Long.toHexString(sum.getValue());
  }

  private Response.ResponseBuilder tagged(
      Response.ResponseBuilder answer, Visitor visitor, Item item) {
    return answer
        .header(HttpHeaders.ETAG, Conditions.tag(item.version()))
        .entity(shapes.shape(visitor, item));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  public Response mend(
      @Context ContainerRequestContext request, @PathParam("id") String id, JsonNode changes) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Item item = shapes.item(visitor, id);
    OptionalLong expected = Conditions.version(request, item.version());
    try {
      Item mended =
          production
              .shelf()
              .mend(id, expected, details(changes))
              .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
      return tagged(Response.ok(), visitor, mended).build();
    } catch (BadOptionException e) {
      throw Refusals.of(e);
    }
  }

  private static Details details(JsonNode changes) {
    if (!changes.isObject()) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "JSON");
    }
    changes
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!MENDABLE.contains(name)) {
                throw new ProblemException(ProblemKind.BAD_VALUE, name);
              }
            });
    Optional<String> title = text(changes, "title");
    if (title.isPresent() && title.get().isBlank()) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "title");
    }
    return new Details(
        title,
        authors(changes.get("authors")),
        text(changes, "language"),
        text(changes, "rights").map(ItemResource::rights));
  }

  private static Optional<String> text(JsonNode changes, String field) {
    JsonNode value = changes.get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (value.isNull() && field.equals("language")) {
      return Optional.of("");
    }
    if (!value.isTextual()) {
      throw new ProblemException(ProblemKind.BAD_VALUE, field);
    }
    return Optional.of(value.textValue());
  }

  private static Optional<List<String>> authors(JsonNode value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value.isTextual()) {
      return Optional.of(List.of(value.textValue()));
    }
    List<String> authors = new ArrayList<>();
    for (JsonNode author : value) {
      if (!author.isTextual()) {
        throw new ProblemException(ProblemKind.BAD_VALUE, "authors");
      }
      authors.add(author.textValue());
    }
    if (!value.isArray()) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "authors");
    }
    return Optional.of(authors);
  }

  @DELETE
  @Path("/{id}")
  public Response delete(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Item item = shapes.item(visitor, id);
    Conditions.version(request, item.version());
    production.shelf().delete(id);
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/restore")
  public Response restore(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Item item =
        production
            .shelf()
            .restore(id)
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
    return tagged(Response.ok(), visitor, item).build();
  }

  @PUT
  @Path("/{id}/source")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response replaceSource(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Item before = shapes.item(visitor, id);
    Conditions.version(request, before.version());
    try (Form form = forms.readFromScript(request, servlet)) {
      Item item =
          production
              .shelf()
              .replaceSource(id, receive(form))
              .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
      return tagged(Response.ok(), visitor, item).build();
    }
  }

  @GET
  @Path("/{id}/publication")
  public Response publication(
      @Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    Item item = shapes.item(visitor, id);
    PublicationView view =
        production
            .shelf()
            .publication(item.id())
            .orElseThrow(
                () ->
                    item.state() == Item.State.REFUSED
                        ? new ProblemException(ProblemKind.NOT_NOW, item.state().code())
                        : new ProblemException(
                            ProblemKind.NOT_READY, Shapes.ROOT + "/items/" + item.id()));
    return Response.ok(new PublicationStream(item, view)).build();
  }

  @GET
  @Path("/{id}/findings")
  public Response findings(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    Item item = shapes.item(visitor, id);
    List<Report.Entry> findings =
        production.shelf().findings(item.id(), Shapes.Words.findings(visitor.tongue()));
    return Response.ok(Rows.all(findings)).build();
  }

  /**
   * A wish, as it is sent.
   *
   * @param options values may be text or numbers
   */
  record WishJson(String format, Map<String, Object> options) {}

  @POST
  @Path("/{id}/renditions")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response wish(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
      WishJson wish) {
    Visitor visitor = Visitor.of(request);
    Person person = visitor.requireAdministrator();
    Item item = shapes.item(visitor, id);
    if (wish.format() == null) {
      throw new ProblemException(ProblemKind.BAD_VALUE, "format");
    }
    Format format =
        Format.find(wish.format())
            .orElseThrow(
                () -> new ProblemException(ProblemKind.NOT_THERE, "format", wish.format()));
    Map<String, String> options = options(wish.options());
    boolean[] fresh = new boolean[1];
    Repeats.Once once;
    try {
      once =
          Refusals.once(
              repeats,
              person,
              key,
              String.join("\n", "renditions", id, format.code(), options.toString()),
              () -> {
                Wish made =
                    production
                        .wishes()
                        .wish(item.id(), format, options)
                        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
                fresh[0] = made.fresh();
                return made.rendition().id();
              });
    } catch (NotHereException e) {
      throw Refusals.of(e);
    } catch (BadOptionException e) {
      throw Refusals.of(e);
    } catch (UnusableSourceException e) {
      throw new ProblemException(e, ProblemKind.NOT_NOW, item.state().code());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    RenditionJson rendition = shapes.shape(visitor, shapes.rendition(visitor, once.result()));
    return Response.status(fresh[0] || once.again() ? 202 : 200)
        .location(Shapes.address(request, "/renditions/" + once.result()))
        .entity(rendition)
        .build();
  }

  private static Map<String, String> options(Map<String, Object> sent) {
    Map<String, String> options = new java.util.TreeMap<>();
    if (sent != null) {
      sent.forEach(
          (name, value) -> {
            if (value instanceof String || value instanceof Integer) {
              options.put(name, value.toString());
            } else if (value != null) {
              throw new ProblemException(ProblemKind.BAD_VALUE, "options." + name);
            }
          });
    }
    return options;
  }
}
