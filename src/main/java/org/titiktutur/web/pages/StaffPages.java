package org.titiktutur.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.titiktutur.catalog.Details;
import org.titiktutur.catalog.Item;
import org.titiktutur.catalog.Page;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Rights;
import org.titiktutur.catalog.Search;
import org.titiktutur.production.BadOptionException;
import org.titiktutur.production.Phrases;
import org.titiktutur.production.Production;
import org.titiktutur.production.Shelf;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.SentFile;
import org.titiktutur.web.Visitor;

/** The staff's desk: books come in here, and everything on the shelf is seen with its state. */
@Path("/staff")
public final class StaffPages {

  private final Production production;
  private final Forms forms;
  private final Frames frames;
  private final long limit;

  /**
   * The desk.
   *
   * @param limit bytes of one source file
   */
  StaffPages(Production production, Forms forms, Frames frames, long limit) {
    this.production = production;
    this.forms = forms;
    this.frames = frames;
    this.limit = limit;
  }

  @GET
  @Produces(Frames.HTML)
  public Response desk(
      @Context ContainerRequestContext request, @QueryParam("cursor") String cursor) {
    Visitor visitor = Visitor.of(request);
    visitor.requireAdministrator();
    Frame frame = frames.of(request, Section.STAFF);
    return Frames.page(
        Templates.staff(
            frame,
            view(
                visitor,
                "",
                Rights.USUAL,
                Optional.ofNullable(cursor),
                Faults.NONE,
                Frames.notice(request, frame.w()))));
  }

  @POST
  @Path("/items")
  @Produces(Frames.HTML)
  public Response add(@Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.byAdministrator(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Words w = sent.w();
    try (Form form = sent.files()) {
      Rights rights = form.text("rights").flatMap(Rights::find).orElse(Rights.USUAL);
      Optional<String> language = form.text("language");
      Details details =
          new Details(Optional.empty(), Optional.empty(), language, Optional.of(rights));
      List<SentFile> files = form.files("source");
      Faults faults =
          files.isEmpty() ? Faults.of("source", w.say("staff.fault.source")) : Faults.NONE;
      int added = 0;
      for (SentFile file : files) {
        Optional<String> fault = fault(file, limit, w);
        if (fault.isPresent()) {
          faults = faults.and("source", fault.get());
        } else {
          add(file, details);
          added++;
        }
      }
      if (faults.isEmpty()) {
        return Frames.to(visitor, "/staff?done=added&books=" + added).build();
      }
      return Frames.toBeMended(
          Templates.staff(
              frames.at(visitor, Section.STAFF, "/staff"),
              view(
                  visitor,
                  language.orElse(""),
                  rights,
                  Optional.empty(),
                  faults,
                  Optional.of(added)
                      .filter(number -> number > 0)
                      .map(number -> new Notice(w.count("done.added", number), null)))));
    }
  }

  /** Why a file is not taken at all; whether it can be read is found out afterwards. */
  static Optional<String> fault(SentFile file, long limit, Words w) {
    if (file.bytes() == 0) {
      return Optional.of(w.say("staff.fault.empty", file.name()));
    }
    return file.bytes() > limit
        ? Optional.of(w.say("staff.fault.size", file.name(), w.size(limit)))
        : Optional.empty();
  }

  private void add(SentFile file, Details details) throws IOException {
    Shelf shelf = production.shelf();
    try (InputStream in = Files.newInputStream(file.file())) {
      shelf.add(shelf.receive(in, file.name(), file.mediaType(), limit), details);
    } catch (BadOptionException e) {
      throw new ProblemException(e, ProblemKind.BAD_VALUE, e.option(), e.value());
    }
  }

  private StaffView view(
      Visitor visitor,
      String language,
      Rights rights,
      Optional<String> cursor,
      Faults faults,
      Optional<Notice> notice) {
    Words w = Words.in(visitor.tongue());
    Page<Item> items =
        production
            .items()
            .list(
                new Search(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    EnumSet.allOf(Rights.class),
                    Search.USUAL,
                    cursor));
    long reading =
        items.items().stream().filter(item -> item.state() == Item.State.READING).count();
    return new StaffView(
        w.size(limit),
        Offers.bookLanguages(language, w),
        Offers.rights(rights, w),
        reading == 0 ? null : w.count("staff.reading", reading),
        items.items().stream().map(item -> row(item, visitor)).toList(),
        items.next().map(next -> "/staff?cursor=" + next).orElse(null),
        production.items().deleted().stream()
            .map(item -> new StaffView.Deleted(item.id(), item.title(), item.language()))
            .toList(),
        faults,
        notice);
  }

  private StaffView.Row row(Item item, Visitor visitor) {
    Words w = Words.in(visitor.tongue());
    Phrases why = new Phrases("renditions", visitor.tongue());
    return new StaffView.Row(
        item.id(),
        item.title(),
        item.language(),
        item.rights().code(),
        w.of("state", item.state().code()),
        switch (item.state()) {
          case READING -> "";
          case READY -> "good";
          case REFUSED -> "bad";
        },
        note(item, visitor, w),
        item.state() == Item.State.READY && RenditionWords.any(item.findings()),
        production.renditions().ofItem(item.id()).stream()
            .filter(each -> each.state() == Rendition.State.FAILED)
            .map(
                each ->
                    new StaffView.Failed(
                        each.id(),
                        each.format(),
                        w.say(
                            "staff.failed",
                            w.of("format", each.format()),
                            production.wishes().problem(each, why).orElse(""))))
            .toList());
  }

  private String note(Item item, Visitor visitor, Words w) {
    return switch (item.state()) {
      case READING -> null;
      case REFUSED ->
          production.shelf().refusal(item, new Phrases("findings", visitor.tongue())).orElse(null);
      case READY ->
          RenditionWords.any(item.findings()) ? RenditionWords.findings(item.findings(), w) : null;
    };
  }
}
