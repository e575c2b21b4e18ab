package org.titiktutur.production;

import static org.titiktutur.production.EmbossingAction.BEGIN;
import static org.titiktutur.production.EmbossingAction.CANCEL;
import static org.titiktutur.production.EmbossingAction.CONFIRM;
import static org.titiktutur.production.EmbossingAction.FAIL;
import static org.titiktutur.production.EmbossingAction.FINISH;
import static org.titiktutur.production.EmbossingAction.INTERRUPT;
import static org.titiktutur.production.EmbossingAction.PAUSE;
import static org.titiktutur.production.EmbossingAction.RESUME;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a run of the embossing desk stands. */
public enum EmbossingState {
  /** For its turn at the device. */
  WAITING,
  SENDING,
  /** It stands still, and keeps the device. */
  PAUSED,
  /** Nothing goes on by itself; staff decide. */
  INTERRUPTED,
  /** The device took every byte. Whether it embossed them, only somebody who looks can say. */
  SENT,
  /** Somebody has looked. */
  CONFIRMED,
  /** It never began. */
  FAILED,
  CANCELLED;

  private record Change(EmbossingState from, EmbossingAction by, EmbossingState to) {}

  /** Every change there is. What is not in this list is refused. */
  private static final List<Change> CHANGES =
      List.of(
          new Change(WAITING, BEGIN, SENDING),
          new Change(WAITING, FAIL, FAILED),
          new Change(WAITING, CANCEL, CANCELLED),
          new Change(SENDING, PAUSE, PAUSED),
          new Change(SENDING, INTERRUPT, INTERRUPTED),
          new Change(SENDING, FINISH, SENT),
          new Change(SENDING, CANCEL, CANCELLED),
          new Change(PAUSED, RESUME, SENDING),
          new Change(PAUSED, INTERRUPT, INTERRUPTED),
          // The page in which it stood still was the last, and went through after all.
          new Change(PAUSED, FINISH, SENT),
          new Change(PAUSED, CANCEL, CANCELLED),
          new Change(INTERRUPTED, RESUME, WAITING),
          new Change(INTERRUPTED, CANCEL, CANCELLED),
          // The device took it all, and somebody sees that pages are missing.
          new Change(SENT, RESUME, WAITING),
          new Change(SENT, CONFIRM, CONFIRMED));

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an action makes of it; empty if the action is refused. */
  public Optional<EmbossingState> after(EmbossingAction action) {
    return CHANGES.stream()
        .filter(change -> change.from == this && change.by == action)
        .map(Change::to)
        .findFirst();
  }

  public boolean allows(EmbossingAction action) {
    return after(action).isPresent();
  }

  /** Whether it has the device. */
  public boolean isAtDevice() {
    return this == SENDING || this == PAUSED;
  }
}
