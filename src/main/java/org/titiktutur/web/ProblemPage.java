package org.titiktutur.web;

/** How a problem looks to a person. */
@FunctionalInterface
public interface ProblemPage {

  /**
   * A whole page of HTML, in the visitor's language.
   *
   * @param here path and query to come back to, from signing in or with another language
   */
  String html(Problem problem, Visitor visitor, String here);
}
