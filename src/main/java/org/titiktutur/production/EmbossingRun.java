package org.titiktutur.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One embossing of a braille book, as the desk keeps it.
 *
 * @param rendition what is embossed; it may be gone by now, the run has its bytes
 * @param title of the book
 * @param sha256 of the braille file
 * @param embosser id
 * @param device what the embosser was called
 * @param firstPage counted through the book
 * @param lastPage counted through the book
 * @param volumes as they were asked for
 * @param copies one after the other
 * @param sheets of paper for all copies
 * @param pagesHandedOver pages of all copies that the device's side has acknowledged at least once
 * @param at where it goes on; empty when no page is left
 * @param cause why it was interrupted or has failed
 * @param who asked for it
 * @param decidedBy who paused, resumed, cancelled or confirmed it last
 * @param changed when its state did
 */
public record EmbossingRun(
    String id,
    String rendition,
    String title,
    String sha256,
    String embosser,
    String device,
    int firstPage,
    int lastPage,
    Optional<String> volumes,
    int copies,
    int sheets,
    EmbossingState state,
    int pagesHandedOver,
    Optional<Point> at,
    Optional<Cause> cause,
    String who,
    Optional<String> decidedBy,
    Instant asked,
    Instant changed) {

  /**
   * A place in a run.
   *
   * @param copy from 1
   * @param page the first that is not recorded as handed over, counted through the book
   * @param resumeFrom where to go on so that no page is missing: the first page of its sheet
   */
  public record Point(int copy, int page, int resumeFrom) {}

  /**
   * Why a run stands.
   *
   * @param key of its sentence in {@code messages/embossing_*.properties}
   * @param arguments for the places in it
   */
  public record Cause(String key, List<String> arguments) {
    public Cause {
      arguments = List.copyOf(arguments);
    }

    /** Stable, without what the key begins with. */
    public String code() {
      return key.substring(key.indexOf('.') + 1);
    }

    /** What happened and what to do. */
    public String say(Phrases words) {
      return words.say(key, arguments.toArray());
    }
  }

  /** Pages of all copies. */
  public int pages() {
    return copies * (lastPage - firstPage + 1);
  }
}
