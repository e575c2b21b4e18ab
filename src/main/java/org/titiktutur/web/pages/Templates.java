package org.titiktutur.web.pages;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;
import org.titiktutur.production.Tongue;

/**
 * Every page there is, from what it shows to its HTML. The templates lie in {@code src/main/jte}.
 */
final class Templates {

  private Templates() {}

  static String shelf(Frame f, ShelfView v) {
    return html(out -> JteshelfGenerated.render(out, null, f, v));
  }

  static String item(Frame f, ItemView v) {
    return html(out -> JteitemGenerated.render(out, null, f, v));
  }

  static String findings(Frame f, FindingsView v) {
    return html(out -> JtefindingsGenerated.render(out, null, f, v));
  }

  static String edit(Frame f, EditView v) {
    return html(out -> JteeditGenerated.render(out, null, f, v));
  }

  static String contents(Frame f, ContentsView v) {
    return html(out -> JtecontentsGenerated.render(out, null, f, v));
  }

  static String read(Frame f, ReadView v) {
    return html(out -> JtereadGenerated.render(out, null, f, v));
  }

  static String progress(Frame f, ProgressView v) {
    return html(out -> JteprogressGenerated.render(out, null, f, v));
  }

  static String rendition(Frame f, RenditionView v) {
    return html(out -> JterenditionGenerated.render(out, null, f, v));
  }

  static String listen(Frame f, ListenView v) {
    return html(out -> JtelistenGenerated.render(out, null, f, v));
  }

  static String braille(Frame f, BrailleView v) {
    return html(out -> JtebrailleGenerated.render(out, null, f, v));
  }

  static String signIn(Frame f, SignInView v) {
    return html(out -> JtesignInGenerated.render(out, null, f, v));
  }

  static String signOut(Frame f) {
    return html(out -> JtesignOutGenerated.render(out, null, f));
  }

  static String account(Frame f, AccountView v) {
    return html(out -> JteaccountGenerated.render(out, null, f, v));
  }

  static String staff(Frame f, StaffView v) {
    return html(out -> JtestaffGenerated.render(out, null, f, v));
  }

  static String lexicon(Frame f, LexiconView v) {
    return html(out -> JtelexiconGenerated.render(out, null, f, v));
  }

  static String lexeme(Frame f, WordView v) {
    return html(out -> JtelexemeGenerated.render(out, null, f, v));
  }

  static String outdated(Frame f, OutdatedView v) {
    return html(out -> JteoutdatedGenerated.render(out, null, f, v));
  }

  static String embossings(Frame f, EmbossingsView v) {
    return html(out -> JteembossingsGenerated.render(out, null, f, v));
  }

  static String embossing(Frame f, EmbossingView v) {
    return html(out -> JteembossingGenerated.render(out, null, f, v));
  }

  static String help(Frame f) {
    return html(
        out -> {
          if (f.w().tag().equals(Tongue.INDONESIAN.tag())) {
            Jtehelp_idGenerated.render(out, null, f);
          } else {
            Jtehelp_enGenerated.render(out, null, f);
          }
        });
  }

  static String problem(Frame f, ProblemView v) {
    return html(out -> JteproblemGenerated.render(out, null, f, v));
  }

  private static String html(Consumer<HtmlTemplateOutput> template) {
    StringOutput text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
