package org.titiktutur.production;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.embossing.Handover;
import org.titiktutur.embossing.Outcome;
import org.titiktutur.embossing.Patience;
import org.titiktutur.embossing.Plan;
import org.titiktutur.embossing.Stop;

/**
 * One device and the runs that wait for it: one at a time, on one thread, which there is only while
 * there is something to do. What was asked of a run at the device is asked here; whether it came to
 * that, its row says.
 */
final class EmbossingQueue {

  private static final Logger LOG = LoggerFactory.getLogger(EmbossingQueue.class);

  /** Idle threads end after so many seconds. */
  private static final long IDLE = 10;

  /** How soon to try again when the database or the scratch folder fails, in milliseconds. */
  private static final long AGAIN = 2000;

  /** For a page under way to go through when the service ends, in milliseconds. */
  private static final long ENDING = 2500;

  private final EmbossingDesk desk;
  private final EmbossingRuns runs;
  private final Patience patience;
  private final String embosser;
  private final ThreadPoolExecutor thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Sending current;

  EmbossingQueue(EmbossingDesk desk, EmbossingRuns runs, Patience patience, String embosser) {
    this.desk = desk;
    this.runs = runs;
    this.patience = patience;
    this.embosser = embosser;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread made = new Thread(work, "embosser-" + embosser);
              made.setDaemon(true);
              return made;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  /** Looks whether some run's turn has come. */
  void wake() {
    try {
      thread.execute(this::work);
    } catch (RejectedExecutionException e) {
      // The service ends; what waits is begun after the next start.
    }
  }

  /** Asks the run to stand still; false if it is not at the device. */
  synchronized boolean pause(String id) {
    return isCurrent(id) && current.pause();
  }

  /**
   * Asks the run to go on.
   *
   * @param page empty: where it stands, over the same connection
   */
  synchronized boolean resume(String id, OptionalInt page) {
    return isCurrent(id) && current.resume(page);
  }

  synchronized boolean cancel(String id) {
    return isCurrent(id) && current.cancel();
  }

  /** Stops between pages, or within seconds; what was at the device is interrupted. */
  void close() {
    closing.countDown();
    thread.shutdown();
    stop(Sending::stop);
    try {
      if (!thread.awaitTermination(ENDING, TimeUnit.MILLISECONDS)) {
        stop(Sending::cutOff);
        if (!thread.awaitTermination(ENDING, TimeUnit.MILLISECONDS)) {
          LOG.warn("the run at {} did not end", embosser);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void stop(Consumer<Sending> how) {
    if (current != null) {
      how.accept(current);
    }
  }

  private boolean isCurrent(String id) {
    return current != null && current.id.equals(id);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void work() {
    boolean more = true;
    while (more && !isClosing()) {
      try {
        Optional<EmbossingRun> next = runs.next(embosser);
        more = next.isPresent();
        if (more) {
          send(next.get());
        }
      } catch (RuntimeException e) {
        if (!isClosing()) {
          LOG.error("the queue of {} stands still for a moment", embosser, e);
        }
        rest();
      }
    }
  }

  private boolean rest() {
    try {
      return closing.await(AGAIN, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void send(EmbossingRun run) {
    Plan plan;
    try {
      plan = desk.plan(run);
    } catch (CannotEmbossException e) {
      fail(run, e.asCause());
      return;
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      if (!isClosing()) {
        LOG.error("the run {} cannot begin", run.id(), e);
        fail(run, new EmbossingRun.Cause(EmbossingDesk.NOT_BEGUN, List.of()));
      }
      return;
    }
    Sending sending = new Sending(run, plan);
    synchronized (this) {
      if (isClosing() || !runs.change(run.id(), EmbossingAction.BEGIN)) {
        return;
      }
      current = sending;
    }
    desk.changed();
    try {
      sending.run();
    } finally {
      synchronized (this) {
        current = null;
      }
    }
  }

  private void fail(EmbossingRun run, EmbossingRun.Cause cause) {
    runs.change(run.id(), EmbossingAction.FAIL, Optional.empty(), Optional.of(cause));
    desk.changed();
  }

  /** Writes down what has happened, as soon as that can be done. */
  private void record(Runnable writing) {
    boolean written = false;
    while (!written) {
      try {
        writing.run();
        written = true;
      } catch (RuntimeException e) {
        LOG.error("a run at {} cannot be written down; it waits", embosser, e);
        if (rest()) {
          throw e;
        }
      }
    }
    desk.changed();
  }

  /** A run at the device. */
  private final class Sending implements Handover.Listener {

    private final String id;
    private final String device;
    private final Plan whole;
    private Plan plan;
    private Handover handover;
    private boolean cancelled;
    private boolean stopped;
    private OptionalInt otherPage = OptionalInt.empty();

    Sending(EmbossingRun run, Plan whole) {
      EmbossingRun.Point at = run.at().orElseThrow();
      this.id = run.id();
      this.device = run.device();
      this.whole = whole;
      begin(whole.from(at.copy(), at.page()));
    }

    private void begin(Plan from) {
      plan = from;
      handover = new Handover(plan, patience);
    }

    boolean pause() {
      handover.pause();
      return true;
    }

    boolean resume(OptionalInt page) {
      if (page.isEmpty() || page.getAsInt() == handover.at().page()) {
        handover.resume();
      } else {
        otherPage = page;
        handover.cancel();
      }
      return true;
    }

    boolean cancel() {
      cancelled = true;
      handover.cancel();
      return true;
    }

    void stop() {
      stopped = true;
      handover.cancel();
    }

    void cutOff() {
      handover.cutOff();
    }

    void run() {
      boolean more = true;
      while (more) {
        more = goOn(handOver());
      }
    }

    private Outcome handOver() {
      Handover now;
      synchronized (EmbossingQueue.this) {
        now = handover;
      }
      try {
        return now.run(this);
      } catch (RuntimeException e) {
        LOG.error("a fault in the run {}", id, e);
        return new Outcome.Cancelled(now.at());
      }
    }

    /** Whether staff want it to go on at another page. */
    private boolean goOn(Outcome outcome) {
      EmbossingRun.Point other = null;
      boolean given;
      boolean ended;
      synchronized (EmbossingQueue.this) {
        given = cancelled;
        ended = stopped;
        if (outcome instanceof Outcome.Cancelled at && !given && !ended && otherPage.isPresent()) {
          int page = otherPage.getAsInt();
          otherPage = OptionalInt.empty();
          other = new EmbossingRun.Point(at.at().copy(), page, page);
          begin(whole.from(other.copy(), other.page()));
        }
      }
      if (other != null) {
        Optional<EmbossingRun.Point> point = Optional.of(other);
        record(() -> runs.change(id, EmbossingAction.RESUME, point, Optional.empty()));
        return true;
      }
      record(() -> end(outcome, given, ended));
      return false;
    }

    private void end(Outcome outcome, boolean given, boolean ended) {
      if (outcome instanceof Outcome.Sent) {
        runs.change(id, EmbossingAction.FINISH);
      } else if (outcome instanceof Outcome.Interrupted interrupted) {
        LOG.info(
            "{} was interrupted at page {}: {} {}",
            id,
            interrupted.at().page(),
            interrupted.cause(),
            interrupted.detail());
        interrupt(interrupted.at(), interrupted.cause().key());
      } else {
        Stop at = ((Outcome.Cancelled) outcome).at();
        if (given) {
          runs.change(id, EmbossingAction.CANCEL, Optional.of(point(at)), Optional.empty());
        } else {
          interrupt(at, ended ? EmbossingDesk.STOPPED : EmbossingDesk.FAULT);
        }
      }
    }

    private void interrupt(Stop at, String key) {
      runs.change(
          id,
          EmbossingAction.INTERRUPT,
          Optional.of(point(at)),
          Optional.of(new EmbossingRun.Cause(key, List.of(device))));
    }

    @Override
    public void handedOver(int copy, int page, int done, int all) {
      Optional<EmbossingRun.Point> next =
          done < all ? Optional.of(point(plan.stops().get(done))) : Optional.empty();
      record(() -> runs.handedOver(id, copy, page, next));
    }

    @Override
    public void paused(Stop before) {
      record(() -> runs.change(id, EmbossingAction.PAUSE));
    }

    @Override
    public void resumed() {
      record(() -> runs.change(id, EmbossingAction.RESUME));
    }
  }

  private static EmbossingRun.Point point(Stop stop) {
    return new EmbossingRun.Point(stop.copy(), stop.page(), stop.resumeAt());
  }
}
