package org.titiktutur.production;

import java.util.Optional;

/**
 * What staff want embossed, as they wrote it. Without pages and volumes it is the whole book; both
 * together are refused.
 *
 * @param rendition id of one in BRF or PEF
 * @param embosser id of a configured one
 * @param pages counted through the book from 1: {@code 3-7}, {@code 7-}, {@code 5}
 * @param volumes counted from 1, written in the same way
 * @param copies one after the other
 */
public record EmbossingOrder(
    String rendition,
    String embosser,
    Optional<String> pages,
    Optional<String> volumes,
    int copies) {

  public static final int MOST_COPIES = 100;
}
