package org.titiktutur.web.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.titiktutur.patrons.Person;
import org.titiktutur.web.Assets;
import org.titiktutur.web.Here;
import org.titiktutur.web.Visitor;

/** What stands around a page for the visitor who asked for it, and how pages are answered. */
final class Frames {

  static final String HTML = "text/html;charset=utf-8";

  /** A form whose content cannot be taken as it is. */
  static final int TO_BE_MENDED = 422;

  /** What may be said to be done: an address cannot make a page say anything else. */
  private static final Set<String> DONE =
      Set.of(
          "added",
          "already",
          "asked",
          "deleted",
          "embossing",
          "password",
          "removed",
          "replaced",
          "restored",
          "retried",
          "revoked",
          "saved");

  private final Assets assets;

  Frames(Assets assets) {
    this.assets = assets;
  }

  Frame of(ContainerRequestContext request, Section section) {
    return at(Visitor.of(request), section, Here.of(request));
  }

  /**
   * For an answer to a form, which is not at the address of the page that it shows.
   *
   * @param here path of that page
   */
  Frame at(Visitor visitor, Section section, String here) {
    return new Frame(
        Words.in(visitor.tongue()),
        section,
        visitor.person().map(Person::name),
        visitor.isAdministrator(),
        visitor.csrf(),
        visitor.link(""),
        here,
        assets::path);
  }

  /** What the page before this one did, by the address that it led to. */
  static Optional<Notice> notice(ContainerRequestContext request, Words w) {
    var asked = request.getUriInfo().getQueryParameters();
    return Optional.ofNullable(asked.getFirst("done"))
        .filter(DONE::contains)
        .map(
            done -> {
              String item = asked.getFirst("item");
              boolean undo = done.equals("deleted") && item != null && item.matches("[a-z0-9]+");
              return new Notice(
                  done.equals("added") ? added(asked.getFirst("books"), w) : w.said(done),
                  undo ? "/items/" + item + "/restore" : null);
            });
  }

  private static String added(String books, Words w) {
    boolean many = books != null && books.matches("[0-9]{1,4}");
    return w.count("done.added", many ? Integer.parseInt(books) : 1);
  }

  static Response page(String html) {
    return Response.ok(html, HTML).build();
  }

  static Response toBeMended(String html) {
    return Response.status(TO_BE_MENDED).type(HTML).entity(html).build();
  }

  /** After a form: another page, so that reloading it does nothing again. */
  static Response.ResponseBuilder to(Visitor visitor, String path) {
    return Response.seeOther(URI.create(visitor.link(path)));
  }
}
