package org.titiktutur.web.pages;

import java.util.List;

/**
 * Mending what is known of a title.
 *
 * @param name the title as it is kept
 * @param version that was read: a change on top of another's is refused
 * @param title as typed
 * @param authors as typed, one a line
 * @param source name of the present source file
 */
record EditView(
    String path,
    String name,
    List<Crumb> trail,
    long version,
    String title,
    String authors,
    List<Choice> languages,
    List<Choice> rights,
    String source,
    Faults faults) {}
