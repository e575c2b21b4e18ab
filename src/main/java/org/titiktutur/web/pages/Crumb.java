package org.titiktutur.web.pages;

/**
 * A page above this one.
 *
 * @param lang of its name, where it is another language than the page's; else null
 */
record Crumb(String name, String path, String lang) {}
