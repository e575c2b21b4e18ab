package org.titiktutur.extraction;

import org.xml.sax.Attributes;

/** Attributes of OOXML, whose namespaces differ between the strict and the transitional form. */
final class Ooxml {

  private Ooxml() {}

  /** By its local name; empty if it is not there. */
  static String attribute(Attributes attributes, String local) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(local)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }

  static String value(Attributes attributes) {
    return attribute(attributes, "val");
  }

  static int number(String text, int otherwise) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** An on/off property: on when it is there, unless it says otherwise (17.17.4). */
  static boolean isOn(Attributes attributes) {
    return switch (value(attributes)) {
      case "0", "false", "off", "none" -> false;
      default -> true;
    };
  }
}
