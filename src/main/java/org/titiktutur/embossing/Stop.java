package org.titiktutur.embossing;

/**
 * Where a run stands or stopped.
 *
 * @param copy from 1
 * @param page the first that was not wholly handed over, numbered as in the book
 * @param resumeAt where to go on so that no page is missing: the first page of that page's sheet,
 *     which on a device with one side is the page itself
 */
public record Stop(int copy, int page, int resumeAt) {}
