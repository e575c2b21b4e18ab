package org.titiktutur.web.pages;

import java.util.ArrayList;
import java.util.List;

/** What a person has to mend in a form, in the order of its fields. */
record Faults(List<Fault> list) {

  /**
   * What is wrong with one field.
   *
   * @param field id and name of the field
   */
  record Fault(String field, String message) {}

  static final Faults NONE = new Faults(List.of());

  Faults {
    list = List.copyOf(list);
  }

  static Faults of(String field, String message) {
    return NONE.and(field, message);
  }

  Faults and(String field, String message) {
    List<Fault> more = new ArrayList<>(list);
    more.add(new Fault(field, message));
    return new Faults(more);
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  boolean has(String field) {
    return list.stream().anyMatch(fault -> fault.field().equals(field));
  }

  List<String> messages(String field) {
    return list.stream().filter(fault -> fault.field().equals(field)).map(Fault::message).toList();
  }

  /** For {@code aria-describedby} of a field with a hint. */
  String describing(String field) {
    return has(field) ? field + "-hint " + field + "-fault" : field + "-hint";
  }

  /** For {@code aria-describedby} of a field without a hint: null leaves it out. */
  String fault(String field) {
    return has(field) ? field + "-fault" : null;
  }

  /** For {@code aria-invalid}: null leaves it out. */
  String invalid(String field) {
    return has(field) ? "true" : null;
  }
}
