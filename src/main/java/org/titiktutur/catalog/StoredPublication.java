package org.titiktutur.catalog;

import java.util.Map;

/**
 * The text of an item as one reading of its source gave it; never changed afterwards.
 *
 * @param schema version of the JSON that its blobs hold
 * @param sha256 of the index: title, language, parts by name
 * @param parts SHA-256 of each part by its number
 * @param characters of all its sentences
 */
public record StoredPublication(
    String id,
    String item,
    int schema,
    String sha256,
    Map<Integer, String> parts,
    long characters) {
  public StoredPublication {
    parts = Map.copyOf(parts);
  }
}
