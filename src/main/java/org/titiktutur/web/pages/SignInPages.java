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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.titiktutur.patrons.People;
import org.titiktutur.production.Tongue;
import org.titiktutur.web.Entrance;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.SignedIn;
import org.titiktutur.web.Tongues;
import org.titiktutur.web.Visitor;

/** Signing in and out, and choosing the language of the pages. */
@Path("/")
public final class SignInPages {

  private final People people;
  private final Entrance entrance;
  private final Forms forms;
  private final Frames frames;

  SignInPages(People people, Forms forms, Frames frames) {
    this.people = people;
    this.entrance = new Entrance(people);
    this.forms = forms;
    this.frames = frames;
  }

  @GET
  @Path("/sign-in")
  @Produces(Frames.HTML)
  public Response signIn(
      @Context ContainerRequestContext request, @QueryParam("back") String back) {
    return Frames.page(
        Templates.signIn(
            frames.of(request, Section.ACCOUNT), new SignInView(ours(back), "", Faults.NONE)));
  }

  @POST
  @Path("/sign-in")
  @Produces(Frames.HTML)
  public Response signedIn(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.of(request, servlet, forms);
    Visitor visitor = sent.visitor();
    Words w = sent.w();
    try (Form form = sent.form()) {
      String name = form.text("name").orElse("");
      String password = form.text("password").orElse("");
      String back = ours(form.text("back").orElse(null));
      Faults faults = missing(name, password, w);
      if (faults.isEmpty()) {
        try {
          String session = entrance.enter(request, name, password);
          return Frames.to(visitor, back).cookie(SignedIn.begin(session, visitor)).build();
        } catch (ProblemException e) {
          faults = Faults.of("name", why(e.kind(), w));
        }
      }
      return Frames.toBeMended(
          Templates.signIn(
              frames.at(visitor, Section.ACCOUNT, path(back)), new SignInView(back, name, faults)));
    }
  }

  /** Of the form that leads back there. */
  static String path(String back) {
    return "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  private static String why(ProblemKind kind, Words w) {
    return kind == ProblemKind.TOO_MANY_REQUESTS
        ? w.say("sign-in.fault.wait")
        : w.say("sign-in.fault");
  }

  private static Faults missing(String name, String password, Words w) {
    Faults faults = Faults.NONE;
    if (name.isEmpty()) {
      faults = faults.and("name", w.say("sign-in.fault.name"));
    }
    return password.isEmpty() ? faults.and("password", w.say("sign-in.fault.password")) : faults;
  }

  @GET
  @Path("/sign-out")
  @Produces(Frames.HTML)
  public Response signOut(@Context ContainerRequestContext request) {
    return Frames.page(Templates.signOut(frames.of(request, Section.ACCOUNT)));
  }

  @POST
  @Path("/sign-out")
  public Response signedOut(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.of(request, servlet, forms);
    Visitor visitor = sent.visitor();
    sent.press();
    visitor.session().ifPresent(people::close);
    return Frames.to(visitor, "/").cookie(SignedIn.end(visitor)).build();
  }

  @POST
  @Path("/language")
  public Response language(
      @Context ContainerRequestContext request, @Context HttpServletRequest servlet)
      throws IOException {
    Submission sent = Submission.of(request, servlet, forms);
    Visitor visitor = sent.visitor();
    try (Form form = sent.form()) {
      Tongue tongue =
          form.text("to").filter(Tongue.ENGLISH.tag()::equals).isPresent()
              ? Tongue.ENGLISH
              : Tongue.INDONESIAN;
      return Frames.to(visitor, ours(form.text("back").orElse(null)))
          .cookie(Tongues.cookie(tongue, visitor))
          .build();
    }
  }

  /** A path of ours to go back to, whatever was sent: never another site. */
  static String ours(String back) {
    return back != null && back.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*") ? back : "/";
  }
}
