package org.titiktutur.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import org.titiktutur.catalog.Item;
import org.titiktutur.patrons.Person;
import org.titiktutur.production.Production;
import org.titiktutur.web.Form;
import org.titiktutur.web.Forms;
import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.Visitor;

/**
 * What somebody sends in from one of our pages: first who it is, and whether they may, then what it
 * is about, and only then the form itself, which may be many books long.
 */
final class Submission {

  private final ContainerRequestContext request;
  private final HttpServletRequest servlet;
  private final Forms forms;

  private Submission(ContainerRequestContext request, HttpServletRequest servlet, Forms forms) {
    this.request = request;
    this.servlet = servlet;
    this.forms = forms;
  }

  static Submission of(ContainerRequestContext request, HttpServletRequest servlet, Forms forms) {
    return new Submission(request, servlet, forms);
  }

  /**
   * From an administrator.
   *
   * @throws ProblemException {@code sign-in-needed} or {@code not-allowed}
   */
  static Submission byAdministrator(
      ContainerRequestContext request, HttpServletRequest servlet, Forms forms) {
    Submission submission = of(request, servlet, forms);
    submission.visitor().requireAdministrator();
    return submission;
  }

  Visitor visitor() {
    return Visitor.of(request);
  }

  /**
   * Who is signed in.
   *
   * @throws ProblemException {@code sign-in-needed}
   */
  Person person() {
    return visitor().person().orElseThrow(() -> new ProblemException(ProblemKind.SIGN_IN_NEEDED));
  }

  /** For the answer. */
  Words w() {
    return Words.in(visitor().tongue());
  }

  /**
   * The title that it is about.
   *
   * @throws ProblemException {@code not-found}
   */
  Item item(String id, Production production) {
    return ItemPages.visible(id, visitor(), production);
  }

  /**
   * What stands in the form.
   *
   * @throws ProblemException {@code form-expired} if it is not from our page
   */
  Form form() {
    return forms.read(request, servlet);
  }

  /**
   * What stands in a form with files, those beyond the limit among them.
   *
   * @throws ProblemException {@code form-expired} if it is not from our page
   */
  Form files() {
    return forms.readFiles(request, servlet);
  }

  /**
   * Takes a form that has nothing but a button.
   *
   * @throws ProblemException {@code form-expired} if it is not from our page
   */
  void press() throws IOException {
    form().close();
  }
}
