package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * A rendition that is not ready: under way, failed or cancelled.
 *
 * @param events path of its stream of events
 * @param sentence where it stands, for the ear: state, work, percent
 * @param heard how many chapters can be heard already; null if none
 * @param listen path of those; null if there are none
 * @param detail place in the queue and estimate, or what went wrong; null if nothing is known
 */
record ProgressView(
    String path,
    String heading,
    List<Crumb> trail,
    boolean isUnderWay,
    int percent,
    String events,
    String sentence,
    String detail,
    String heard,
    String listen,
    boolean mayChange,
    Optional<Notice> notice) {}
