package org.titiktutur.catalog;

import java.util.OptionalDouble;

/**
 * A file of a rendition.
 *
 * @param number its place in reading order, from 1, final from the start: where a chapter could not
 *     be made its number is left out; 0 for all of a rendition as one file
 * @param name unique in its rendition; never a path
 * @param path where it lies among the others when all are in one folder, with {@code /}
 * @param sha256 of its bytes, and the name of its blob
 * @param seconds how long it plays, if it plays
 */
public record RenditionFile(
    int number,
    String name,
    String path,
    String mediaType,
    long bytes,
    String sha256,
    OptionalDouble seconds) {}
