package org.titiktutur.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.titiktutur.catalog.ChangedException;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Rights;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.Production;
import org.titiktutur.production.Shelf;
import org.titiktutur.web.Conditions;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.SentFile;
import org.titiktutur.web.Visitor;

/** What staff change of a title: what is known of it, its source, whether it is there at all. */
@Path("/items/{id}")
public final class MendingPages {

  private final Production production;
  private final Forms forms;
  private final Frames frames;
  private final long limit;

  /**
   * The forms.
   *
   * @param limit bytes of one source file
   */
  MendingPages(Production production, Forms forms, Frames frames, long limit) {
    this.production = production;
    this.forms = forms;
    this.frames = frames;
    this.limit = limit;
  }

  @GET
  @Path("/edit")
  @Produces(Frames.HTML)
  public Response edit(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Item item = ItemPages.visible(id, visitor, production);
    return Frames.page(
        Templates.edit(
            frames.of(request, Section.STAFF),
            view(item, Faults.NONE, Words.in(visitor.tongue()))));
  }

  @POST
  @Path("/edit")
  @Produces(Frames.HTML)
  public Response mend(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Words w = sent.w();
    Item item = sent.item(id, production);
    Typed typed;
    OptionalLong version;
    try (Form form = sent.form()) {
      typed = Typed.of(form, item);
      if (typed.title().isEmpty()) {
        return again(item, typed, Faults.of("title", w.say("edit.fault.title")), visitor);
      }
      version = Conditions.version(form);
    }
    try {
      Item mended =
          production.shelf().mend(id, version, typed.details(item)).orElseThrow(Missing::here);
      return Frames.to(visitor, ItemPages.path(mended) + "?done=saved").build();
    } catch (ChangedException e) {
      Item now = sent.item(id, production);
      return again(now, Typed.of(now), Faults.of("title", w.say("edit.fault.changed")), visitor);
    } catch (BadOptionException e) {
      throw new ProblemException(e, ProblemKind.BAD_VALUE, e.option(), e.value());
    }
  }

  private Response again(Item item, Typed typed, Faults faults, Visitor visitor) {
    return Frames.toBeMended(
        Templates.edit(
            frames.at(visitor, Section.STAFF, ItemPages.path(item) + "/edit"),
            view(item, typed, faults, Words.in(visitor.tongue()))));
  }

  /** What stands in the form. */
  private record Typed(String title, String authors, String language, Rights rights) {

    static Typed of(Item item) {
      return new Typed(
          item.title(), String.join("\n", item.authors()), item.language(), item.rights());
    }

    static Typed of(Form form, Item item) {
      return new Typed(
          form.text("title").orElse(""),
          form.text("authors").orElse(""),
          form.text("language").orElse(""),
          form.text("rights").flatMap(Rights::find).orElse(item.rights()));
    }

    /** Only what is another than it was: what nobody said stays the source's own. */
    Details details(Item item) {
      List<String> names =
          authors.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
      return new Details(
          Optional.of(title).filter(text -> !text.equals(item.title())),
          Optional.of(names).filter(list -> !list.equals(item.authors())),
          Optional.of(language).filter(tag -> !tag.equals(item.language())),
          Optional.of(rights));
    }
  }

  private static EditView view(Item item, Faults faults, Words w) {
    return view(item, Typed.of(item), faults, w);
  }

  private static EditView view(Item item, Typed typed, Faults faults, Words w) {
    return new EditView(
        ItemPages.path(item),
        item.title(),
        ItemPages.trail(item, w),
        item.version(),
        typed.title(),
        typed.authors(),
        Offers.bookLanguages(typed.language(), w),
        Offers.rights(typed.rights(), w),
        item.source().name(),
        faults);
  }

  @POST
  @Path("/source")
  @Produces(Frames.HTML)
  public Response replace(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Item item = sent.item(id, production);
    try (Form form = sent.files()) {
      List<SentFile> files = form.files("source");
      if (files.isEmpty()) {
        return again(
            item, Typed.of(item), Faults.of("source", sent.w().say("staff.fault.source")), visitor);
      }
      SentFile file = files.get(0);
      Optional<String> fault = StaffPages.fault(file, limit, sent.w());
      if (fault.isPresent()) {
        return again(item, Typed.of(item), Faults.of("source", fault.get()), visitor);
      }
      Shelf shelf = production.shelf();
      try (InputStream in = Files.newInputStream(file.file())) {
        shelf.replaceSource(id, shelf.receive(in, file.name(), file.mediaType(), limit));
      }
    }
    return Frames.to(visitor, ItemPages.path(item) + "?done=replaced").build();
  }

  @POST
  @Path("/delete")
  public Response delete(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    sent.item(id, production);
    sent.press();
    production.shelf().delete(id);
    return Frames.to(visitor, "/staff?done=deleted&item=" + id).build();
  }

  @POST
  @Path("/restore")
  public Response restore(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("id") String id)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    sent.press();
    Item item = production.shelf().restore(id).orElseThrow(Missing::here);
    return Frames.to(visitor, ItemPages.path(item) + "?done=restored").build();
  }
}
