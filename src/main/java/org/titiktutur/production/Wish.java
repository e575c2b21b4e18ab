package org.titiktutur.production;

import org.titiktutur.catalog.Rendition;

/**
 * What became of a wish.
 *
 * @param fresh whether it began work; else the rendition was there or was wished for already
 */
public record Wish(Rendition rendition, boolean fresh) {}
