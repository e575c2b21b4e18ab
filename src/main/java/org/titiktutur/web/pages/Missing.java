package org.titiktutur.web.pages;

import org.titiktutur.web.ProblemException;
import org.titiktutur.web.ProblemKind;

/** What is not there, or not for this visitor: the two must look the same. */
final class Missing {

  private Missing() {}

  static ProblemException here() {
    return new ProblemException(ProblemKind.NOT_FOUND);
  }
}
