package org.titiktutur.production;

import java.nio.file.Path;
import java.util.Set;
import org.titiktutur.publication.Publication;
import org.titiktutur.publication.PublicationFolder;
import org.titiktutur.workshop.Workshop;

/**
 * What a recipe works from and with.
 *
 * @param formats all that are made of it, one after the other
 * @param name what the results are called, without extension
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
    String name,
    Path scratch,
    Path folder) {}
