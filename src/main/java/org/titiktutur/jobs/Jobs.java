package org.titiktutur.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.storage.Database;
import org.titiktutur.storage.Ids;

/**
 * Durable background work. A job is written down in the transaction that wants it, and is done some
 * time after that, even if the power goes in between. Safe for any thread.
 *
 * <p>One process at a time has the database open, so whatever is marked as running when this one
 * begins was cut off, and is taken up at once.
 */
public final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(60));

  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration SAME_SUBJECT = Duration.ofMillis(500);
  private static final Duration ENDING = Duration.ofSeconds(6);

  /**
   * How often a running job says that it runs. One whose end could not be written down, because the
   * disk was full, says nothing any more and is taken up again; what does run is never begun twice,
   * see {@link #run}.
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;

  private static final Duration KEEP_UNKNOWN = Duration.ofDays(3650);
  private static final Duration IDLE_THREAD = Duration.ofSeconds(30);

  private final Database database;
  private final Map<String, JobHandler> handlers;
  private final Map<Lane, Scheduler> schedulers = new EnumMap<>(Lane.class);
  private final Map<String, Run> running = new HashMap<>();
  private boolean closing;

  /**
   * Jobs that do not run before {@link #start}.
   *
   * @param handlers by the kind of job that they do
   */
  public Jobs(Database database, Map<String, JobHandler> handlers) {
    this.database = database;
    this.handlers = Map.copyOf(handlers);
    for (Lane lane : Lane.values()) {
      schedulers.put(lane, scheduler(lane));
    }
  }

  /** Takes up what was cut off, and begins. */
  public void start() {
    database.change(
        handle -> {
          for (Lane lane : Lane.values()) {
            handle
                .createUpdate(
                    "UPDATE "
                        + lane.table()
                        + " SET picked = :no, picked_by = NULL, last_heartbeat = NULL,"
                        + " version = version + 1 WHERE picked = :yes")
                .bind("no", false)
                .bind("yes", true)
                .execute();
          }
        });
    schedulers.values().forEach(Scheduler::start);
  }

  /** Writes a job down; it is begun once the transaction at hand has reached the disk. */
  public void submit(String kind, String subject, Lane lane) {
    if (!handlers.containsKey(kind)) {
      throw new IllegalArgumentException("no handler for jobs of kind " + kind);
    }
    Scheduler scheduler = schedulers.get(lane);
    database.change(
        handle -> scheduler.schedule(new TaskInstance<>(kind, Ids.next(), subject), Instant.now()));
    database.afterwards(scheduler::triggerCheckForDueExecutions);
  }

  /** Interrupts the job of that kind and subject, if it is running. */
  public void stop(String kind, String subject) {
    synchronized (running) {
      Run run = running.get(name(kind, subject));
      if (run != null) {
        run.stop();
      }
    }
  }

  /** How many are written down in a queue, those that are running included. */
  public int waiting(Lane lane) {
    return database.read(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM " + lane.table()).mapTo(int.class).one());
  }

  /** Begins no job any more and interrupts those that run; they are taken up at the next start. */
  public void interrupt() {
    synchronized (running) {
      closing = true;
      running.values().forEach(Run::stop);
    }
  }

  /** {@link #interrupt}, and waits some seconds at most until all have ended. */
  @Override
  public void close() {
    interrupt();
    List<Thread> ending = new ArrayList<>();
    for (Scheduler scheduler : schedulers.values()) {
      Thread thread = new Thread(scheduler::stop, "jobs-ending");
      thread.start();
      ending.add(thread);
    }
    for (Thread thread : ending) {
      try {
        thread.join(ENDING.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Scheduler scheduler(Lane lane) {
    List<Task<?>> tasks = new ArrayList<>();
    handlers.forEach((kind, handler) -> tasks.add(task(kind, handler)));
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            lane.threads(),
            lane.threads(),
            IDLE_THREAD.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, "job-" + lane.name().toLowerCase(java.util.Locale.ROOT)));
    threads.allowCoreThreadTimeOut(true);
    return Scheduler.create(database.dataSource(), tasks)
        .tableName(lane.table())
        .serializer(new Text())
        .threads(lane.threads())
        .executorService(threads)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .deleteUnresolvedAfter(KEEP_UNKNOWN)
        .shutdownMaxWait(ENDING.minusSeconds(1))
        .alwaysPersistTimestampInUTC()
        .failureLogging(com.github.kagkarlsson.scheduler.logging.LogLevel.WARN, true)
        .build();
  }

  private Task<String> task(String kind, JobHandler handler) {
    return Tasks.custom(kind, String.class)
        .onFailure((complete, operations) -> failed(handler, complete, operations))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) ->
                run(
                    handler,
                    new Job(
                        kind, instance.getData(), context.getExecution().consecutiveFailures + 1)));
  }

  private CompletionHandler<String> run(JobHandler handler, Job job) {
    String name = name(job.kind(), job.subject());
    Run run = new Run(Thread.currentThread());
    synchronized (running) {
      if (closing) {
        return again(Duration.ZERO);
      }
      if (running.putIfAbsent(name, run) != null) {
        return again(SAME_SUBJECT);
      }
    }
    try {
      Outcome outcome = handler.run(job);
      return outcome instanceof Outcome.Later later
          ? again(later.after())
          : new CompletionHandler.OnCompleteRemove<>();
    } catch (InterruptedException e) {
      return again(Duration.ZERO);
    } catch (Exception e) {
      if (isStopped(run)) {
        return again(Duration.ZERO);
      }
      throw e instanceof RuntimeException unchecked ? unchecked : new JobFailedException(e);
    } finally {
      synchronized (running) {
        running.remove(name);
        // An interruption meant for the job must not meet what the scheduler does next.
        Thread.interrupted();
      }
    }
  }

  private void failed(
      JobHandler handler, ExecutionComplete complete, ExecutionOperations<String> operations) {
    int failures = complete.getExecution().consecutiveFailures;
    if (failures < PAUSES.size()) {
      operations.reschedule(complete, complete.getTimeDone().plus(PAUSES.get(failures)));
      return;
    }
    Throwable last = complete.getCause().orElse(null);
    String kind = complete.getExecution().getTaskName();
    String subject = (String) complete.getExecution().taskInstance.getData();
    LOG.error("given up: {} {}", kind, subject, last);
    handler.giveUp(
        new Job(kind, subject, failures + 1),
        last instanceof JobFailedException ? last.getCause() : last);
    operations.remove();
  }

  private boolean isStopped(Run run) {
    synchronized (running) {
      return run.stopped;
    }
  }

  private static CompletionHandler<String> again(Duration after) {
    return (complete, operations) ->
        operations.reschedule(complete, complete.getTimeDone().plus(after));
  }

  private static String name(String kind, String subject) {
    return kind + " " + subject;
  }

  /** A job that is running, and whether it was told to stop. */
  private static final class Run {
    private final Thread thread;
    private boolean stopped;

    Run(Thread thread) {
      this.thread = thread;
    }

    void stop() {
      stopped = true;
      thread.interrupt();
    }
  }

  /** Carries a checked exception through the scheduler. */
  private static final class JobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobFailedException(Exception cause) {
      super(cause);
    }
  }

  /** Subjects as they are. */
  private static final class Text implements Serializer {
    @Override
    public byte[] serialize(Object subject) {
      return String.valueOf(subject).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
      return type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
