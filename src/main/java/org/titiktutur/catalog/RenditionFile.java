package org.titiktutur.catalog;

import java.util.OptionalDouble;

/**
 * A file of a rendition.
 *
 * @param name unique in its rendition; never a path
 * @param path where it lies among the others when all are in one folder, with {@code /}
 * @param sha256 of its bytes, and the name of its blob
 * @param seconds how long it plays, if it plays
 */
public record RenditionFile(
    String name,
    String path,
    String mediaType,
    long bytes,
    String sha256,
    OptionalDouble seconds) {}
