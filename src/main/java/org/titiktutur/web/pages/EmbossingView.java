package org.titiktutur.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * One run of an embosser.
 *
 * @param handedOver pages that the device took
 * @param sentence state and page, for the ear
 * @param detail what to do now; null if nothing
 * @param fromPage as typed
 */
record EmbossingView(
    String path,
    String title,
    List<Crumb> trail,
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
