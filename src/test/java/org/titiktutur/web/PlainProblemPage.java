package org.titiktutur.web;

/** The barest page there can be: no template, nothing that could fail again. */
final class PlainProblemPage implements ProblemPage {

  @Override
  public String html(Problem problem, Visitor visitor, String here) {
    return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title></head><body><main><h1>%s</h1><p>%s</p><p><code>%s</code></p></main></body></html>
        """
        .formatted(
            visitor.tongue().tag(),
            escaped(problem.title(visitor.tongue())),
            escaped(problem.title(visitor.tongue())),
            escaped(problem.detail(visitor.tongue())),
            problem.reference());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
