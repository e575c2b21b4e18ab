package org.titiktutur.web.pages;

/**
 * That something was done, said on the page that follows.
 *
 * @param undo where to post to take it back; null if it cannot be
 */
record Notice(String message, String undo) {}
