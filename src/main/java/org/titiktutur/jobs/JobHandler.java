package org.titiktutur.jobs;

/** Does jobs of one kind. Safe for any thread, and for being called again after it was cut off. */
public interface JobHandler {

  /**
   * Does the job, on a thread of its own that is interrupted when the job is {@link Jobs#stop
   * stopped} or the service ends. Only one job with the same kind and subject runs at a time.
   *
   * @throws InterruptedException when the service ends: the job is done again after the next start
   * @throws Exception when it failed: it is tried again after a while, a few times
   */
  Outcome run(Job job) throws Exception;

  /** It failed too often, and is not tried again. */
  void giveUp(Job job, Throwable last);
}
