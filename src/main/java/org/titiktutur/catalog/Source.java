package org.titiktutur.catalog;

/**
 * The file that an item came as.
 *
 * @param name as its sender called it; never a path
 * @param mediaType as its sender said; {@code application/octet-stream} if nobody said
 * @param sha256 of its bytes, and the name of its blob
 */
public record Source(String name, String mediaType, long bytes, String sha256) {

  public Source {
    if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("not the name of a file: " + name);
    }
  }
}
