package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * One run of an embosser.
 *
 * @param moves whether it goes on by itself, so that the page looks again
 * @param handedOver pages that the device took
 * @param sentence state and page, for the ear
 * @param detail what to do now; null if nothing
 * @param fromPage as typed
 */
record EmbossingView(
    String path,
    String title,
    List<Crumb> trail,
    boolean moves,
    int handedOver,
    int pages,
    String tone,
    String sentence,
    String detail,
    String device,
    String range,
    int copies,
    boolean mayConfirm,
    boolean mayPause,
    boolean mayCancel,
    boolean mayResume,
    String fromPage,
    Faults faults,
    Optional<Notice> notice) {}
