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
import java.util.List;
import java.util.Optional;
import org.titiktutur.patrons.People;
import org.titiktutur.patrons.Person;
import org.titiktutur.patrons.Token;
import org.titiktutur.patrons.WeakPasswordException;
import org.titiktutur.web.Entrance;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/** A person's own account: their password and their tokens. */
@Path("/account")
public final class AccountPages {

  private final People people;
  private final Entrance entrance;
  private final Forms forms;
  private final Frames frames;

  AccountPages(People people, Forms forms, Frames frames) {
    this.people = people;
    this.entrance = new Entrance(people);
    this.forms = forms;
    this.frames = frames;
  }

  private static Person person(Visitor visitor) {
    return visitor.person().orElseThrow(() -> new ProblemException(ProblemKind.SIGN_IN_NEEDED));
  }

  @GET
  @Produces(Frames.HTML)
  public Response account(@Context ContainerRequestContext request) {
    Visitor visitor = Visitor.of(request);
    Frame frame = frames.of(request, Section.ACCOUNT);
    return Frames.page(
        Templates.account(
            frame,
            view(
                person(visitor), null, Faults.NONE, Frames.notice(request, frame.w()), frame.w())));
  }

  private AccountView view(
      Person person, String fresh, Faults faults, Optional<Notice> notice, Words w) {
    return new AccountView(
        person.name(),
        person.mustChangePassword(),
        People.SHORTEST_PASSWORD,
        fresh,
        tokens(person, w),
        faults,
        notice);
  }

  private List<AccountView.Token> tokens(Person person, Words w) {
    return people.tokens(person).stream()
        .map(token -> new AccountView.Token(token.id(), token.name(), used(token, w)))
        .toList();
  }

  private static String used(Token token, Words w) {
    String made = w.day(token.made());
    return token
        .used()
        .map(used -> w.say("account.token.used", made, w.day(used)))
        .orElseGet(() -> w.say("account.token.made", made));
  }

  @POST
  @Path("/password")
  @Produces(Frames.HTML)
  public Response password(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.of(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Person person = sent.person();
    Words w = sent.w();
    Faults faults;
    try (Form form = sent.form()) {
      String old = form.text("old").orElse("");
      String chosen = form.text("password").orElse("");
      if (chosen.equals(old)) {
        faults = Faults.of("password", w.say("account.fault.same"));
      } else if (entrance.change(request, person, old, chosen)) {
        return Frames.to(visitor, "/account?done=password").build();
      } else {
        faults = Faults.of("old", w.say("account.fault.old"));
      }
    } catch (WeakPasswordException e) {
      faults = Faults.of("password", w.say("account.fault.new", e.shortest()));
    }
    return Frames.toBeMended(
        Templates.account(
            frames.at(visitor, Section.ACCOUNT, "/account"),
            view(person, null, faults, Optional.empty(), w)));
  }

  /**
   * A token is shown in the answer itself: it must not be at an address that can be opened again.
   */
  @POST
  @Path("/tokens")
  @Produces(Frames.HTML)
  public Response makeToken(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.of(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Person person = sent.person();
    Words w = sent.w();
    Frame frame = frames.at(visitor, Section.ACCOUNT, "/account");
    try (Form form = sent.form()) {
      Optional<String> name = form.text("token");
      if (name.isEmpty()) {
        Faults faults = Faults.of("token", w.say("account.fault.token"));
        return Frames.toBeMended(
            Templates.account(frame, view(person, null, faults, Optional.empty(), w)));
      }
      Token.Fresh fresh = people.makeToken(person, name.get());
      return Frames.page(
          Templates.account(frame, view(person, fresh.value(), Faults.NONE, Optional.empty(), w)));
    }
  }

  @POST
  @Path("/tokens/{token}/revoke")
  public Response revoke(
      @Context ContainerRequestContext request,
      @Context HttpServletRequest servlet,
      @PathParam("token") String token)
      throws IOException {
    Submission sent = Submission.of(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Person person = sent.person();
    sent.press();
    if (!people.revoke(person, token)) {
      throw Missing.here();
    }
    return Frames.to(visitor, "/account?done=revoked").build();
  }
}
