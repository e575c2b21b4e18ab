package org.titiktutur.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.Workshop;

/**
 * What a recipe works from and with.
 *
 * @param formats all that are made of it, one after the other
 * @param name what the results are called, without extension
 * @param lexicons of a part by its number, in place of those of the options
 * @param scratch for what is needed on the way; its owner deletes it
 * @param folder where the results go
 */
public record Order(
    Publication publication,
    PublicationFolder text,
    Options options,
    Set<Format> formats,
    Workshop workers,
    Checkpoints checkpoints,
    IntFunction<List<String>> lexicons,
    String name,
    Path scratch,
    Path folder) {

  /** An order whose parts are all spoken with the lexicons of the options. */
  public Order(
      Publication publication,
      PublicationFolder text,
      Options options,
      Set<Format> formats,
      Workshop workers,
      Checkpoints checkpoints,
      String name,
      Path scratch,
      Path folder) {
    this(
        publication,
        text,
        options,
        formats,
        workers,
        checkpoints,
        part -> options.lexicons(),
        name,
        scratch,
        folder);
  }
}
