package org.titiktutur.web.pages;

/**
 * A failure as a page.
 *
 * @param toDo what a person can do about it; null if the detail says it
 * @param reference the same that the log carries; null on the page that explains a kind of problem
 */
record ProblemView(
    String title, String detail, String toDo, String reference, boolean offerSignIn) {}
