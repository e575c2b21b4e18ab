package org.titiktutur.web;

/** How a problem looks to a person. */
@FunctionalInterface
public interface ProblemPage {

  /** A whole page of HTML, in the visitor's language. */
  String html(Problem problem, Visitor visitor);
}
