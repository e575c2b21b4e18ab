package org.titiktutur.web.pages;

import java.util.List;
import org.titiktutur.patrons.People;
import org.titiktutur.production.Production;
import org.titiktutur.web.Assets;
import org.titiktutur.web.Forms;
import org.titiktutur.web.Problem;
import org.titiktutur.web.ProblemKind;
import org.titiktutur.web.ProblemPage;
import org.titiktutur.web.Visitor;

/** All pages: what the server is given of this room. */
public final class Pages implements ProblemPage {

  private final Assets assets = new Assets("titik.css", "titik.js", "titik.svg");
  private final Frames frames = new Frames(assets);
  private final Production production;
  private final People people;
  private final Forms forms;
  private final long uploadLimit;

  /**
   * Pages over the rooms behind them.
   *
   * @param uploadLimit bytes of one source file
   */
  public Pages(Production production, People people, Forms forms, long uploadLimit) {
    this.production = production;
    this.people = people;
    this.forms = forms;
    this.uploadLimit = uploadLimit;
  }

  /** What answers at the addresses of the pages and their assets. */
  public List<Object> resources() {
    Offers offers = new Offers(production.interpreter());
    return List.of(
        assets,
        new FirstPassword(),
        new ShelfPages(production, frames),
        new ItemPages(production, offers, forms, frames),
        new ReadingPages(production, frames),
        new MendingPages(production, forms, frames, uploadLimit),
        new RenditionPages(production, forms, frames),
        new StaffPages(production, forms, frames, uploadLimit),
        new LexiconPages(production, forms, frames),
        new ItemLexiconPages(production, forms, frames),
        new EmbossingPages(production, forms, frames),
        new SignInPages(people, forms, frames),
        new AccountPages(people, forms, frames),
        new HelpPages(frames));
  }

  @Override
  public String html(Problem problem, Visitor visitor, String here) {
    return Templates.problem(
        frames.at(visitor, Section.NONE, here),
        new ProblemView(
            problem.title(visitor.tongue()),
            problem.detail(visitor.tongue()),
            null,
            problem.reference(),
            problem.kind() == ProblemKind.SIGN_IN_NEEDED));
  }
}
