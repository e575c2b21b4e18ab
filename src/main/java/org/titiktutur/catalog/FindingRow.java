package org.titiktutur.catalog;

/**
 * A finding as it is stored.
 *
 * @param severity {@code info}, {@code warning} or {@code error}
 * @param place JSON object
 * @param arguments JSON array of strings
 */
public record FindingRow(String code, String severity, String place, String arguments) {}
