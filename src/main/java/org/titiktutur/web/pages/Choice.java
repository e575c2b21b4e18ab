package org.titiktutur.web.pages;

/**
 * One of several things that a form offers.
 *
 * @param hint a sentence about it; empty where the label says it all
 */
record Choice(String value, String label, String hint, boolean chosen) {

  Choice(String value, String label, boolean chosen) {
    this(value, label, "", chosen);
  }
}
