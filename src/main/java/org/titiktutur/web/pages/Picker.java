package org.titiktutur.web.pages;

import java.util.List;

/** A field of a form where one of several things is chosen. */
record Picker(String name, String label, String hint, List<Choice> choices) {}
