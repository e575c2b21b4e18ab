package org.titiktutur.embossing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives a plan to its device, page by page. A page counts as handed over when the device's side has
 * acknowledged all its bytes; only then the next one is begun. Nothing is sent twice: whatever goes
 * wrong ends the handover, and a person decides.
 *
 * <p>Used once. {@link #run} belongs to one thread and takes as long as the device; the others may
 * be called by any thread, and take effect within seconds even if the device takes nothing.
 */
public final class Handover {

  /** Longest that nobody looks whether something was asked, in milliseconds. */
  private static final long SLICE = 200;

  /** How soon to look whether the other side has acknowledged, in milliseconds. */
  private static final long ACKNOWLEDGEMENT = 5;

  /** Told on the thread of {@link #run}, in order. */
  public interface Listener {

    /**
     * A page was handed over.
     *
     * @param page counted as in the book
     * @param done pages handed over by this handover, of {@code all}
     */
    void handedOver(int copy, int page, int done, int all);

    /** It stands still, because it was asked to. */
    default void paused(Stop before) {}

    /** It goes on. */
    default void resumed() {}

    /** The device has taken nothing for some seconds; told again and again. */
    default void waiting(Stop at, Duration since) {}
  }

  private static final Duration SAY_THAT_WE_WAIT = Duration.ofSeconds(10);

  private final Plan plan;
  private final Patience patience;
  private final Line line;
  private volatile boolean paused;
  private volatile boolean cancelled;
  private volatile boolean cutOff;
  private volatile Stop at;
  private boolean interrupted;
  private Optional<Stop> pausedAt = Optional.empty();

  public Handover(Plan plan, Patience patience) {
    this(plan, patience, Line.to(plan.device().address()));
  }

  Handover(Plan plan, Patience patience, Line line) {
    this.plan = requireNonNull(plan);
    this.patience = requireNonNull(patience);
    this.line = requireNonNull(line);
    this.at = plan.items().get(0).at();
  }

  /** Stands still before the next page, until it is resumed or cancelled. */
  public void pause() {
    paused = true;
  }

  public void resume() {
    paused = false;
  }

  /** Ends before the next page, or in the middle of one that does not get through. */
  public void cancel() {
    cancelled = true;
  }

  /** Ends within a second, in the middle of a page if need be: for the end of the process. */
  public void cutOff() {
    cutOff = true;
    cancelled = true;
  }

  /** The first page that is not wholly handed over; the last one after all were. */
  public Stop at() {
    return at;
  }

  /** Someone changed their mind. */
  private static final class CancelledException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Hands over everything, or stops where it must. Interrupting the thread cancels. */
  public Outcome run(Listener listener) {
    boolean betweenPages = false;
    try {
      open();
      betweenPages = true;
      for (int i = 0; i < plan.items().size(); i++) {
        at = plan.items().get(i).at();
        stay(listener);
        betweenPages = false;
        give(plan.bytes(i), listener);
        line.settle(patience.settling());
        betweenPages = true;
        listener.handedOver(at.copy(), at.page(), i + 1, plan.items().size());
      }
      farewell();
      return new Outcome.Sent();
    } catch (CancelledException e) {
      return new Outcome.Cancelled(at);
    } catch (Line.BrokenException e) {
      return new Outcome.Interrupted(at, e.why(), String.valueOf(e.getMessage()));
    } finally {
      if (betweenPages) {
        line.close();
      } else {
        line.abort();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void open() throws Line.BrokenException, CancelledException {
    long end = System.nanoTime() + patience.opening().toNanos();
    while (!line.open(SLICE)) {
      obey();
      if (System.nanoTime() - end > 0) {
        throw new Line.BrokenException(
            plan.device().address() instanceof Address.Tcp
                ? Outcome.Cause.UNREACHABLE
                : Outcome.Cause.NOT_OPENED,
            new IOException("no answer within " + patience.opening()));
      }
    }
  }

  private void stay(Listener listener) throws Line.BrokenException, CancelledException {
    obey();
    while (paused) {
      sayPaused(listener);
      line.idle(SLICE);
      obey();
    }
    sayResumed(listener);
  }

  private void sayPaused(Listener listener) {
    if (!pausedAt.equals(Optional.of(at))) {
      pausedAt = Optional.of(at);
      listener.paused(at);
    }
  }

  private void sayResumed(Listener listener) {
    if (pausedAt.isPresent()) {
      pausedAt = Optional.empty();
      listener.resumed();
    }
  }

  private void give(byte[] page, Listener listener)
      throws Line.BrokenException, CancelledException {
    ByteBuffer bytes = ByteBuffer.wrap(page);
    long lastTaken = System.nanoTime();
    long lastSaid = lastTaken;
    long left = page.length;
    while (left > 0) {
      line.offer(bytes, bytes.hasRemaining() ? SLICE : untilAcknowledged(lastTaken));
      long now = System.nanoTime();
      long leftNow = bytes.remaining() + line.held();
      if (leftNow < left) {
        lastTaken = now;
        lastSaid = now;
      }
      left = leftNow;
      long silent = now - lastTaken;
      if (cutOff) {
        throw new CancelledException();
      }
      if (silent > patience.ending().toNanos()) {
        // It hangs in the middle of a page; nobody should have to wait for that.
        obey();
        if (paused) {
          sayPaused(listener);
          lastTaken = now - patience.ending().toNanos();
        } else {
          sayResumed(listener);
        }
      }
      if (silent > patience.stall().toNanos()) {
        throw new Line.BrokenException(
            Outcome.Cause.STALLED, new IOException("nothing taken for " + patience.stall()));
      }
      if (now - lastSaid > SAY_THAT_WE_WAIT.toNanos()) {
        lastSaid = now;
        listener.waiting(at, Duration.ofNanos(silent));
      }
    }
  }

  /** How long to wait before asking again, in milliseconds: the longer the more it takes. */
  private static long untilAcknowledged(long since) {
    long silent = Duration.ofNanos(System.nanoTime() - since).toMillis();
    return Math.min(SLICE, Math.max(ACKNOWLEDGEMENT, silent / 4));
  }

  private void farewell() throws Line.BrokenException {
    long end = System.nanoTime() + patience.farewell().toNanos();
    while (!line.finish(SLICE) && System.nanoTime() - end < 0 && !isCancelled()) {
      // Only to be sure; everything was acknowledged.
    }
  }

  private void obey() throws CancelledException {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  private boolean isCancelled() {
    if (Thread.interrupted()) {
      interrupted = true;
      cancelled = true;
    }
    return cancelled;
  }
}
