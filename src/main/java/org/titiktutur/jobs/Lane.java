package org.titiktutur.jobs;

/** Which queue a job waits in. Each has threads of its own, so none holds up another. */
public enum Lane {
  /** Somebody is waiting for it now. */
  PROMPT("job_prompt", 2),
  SHORT("job_short", 4),
  LONG("job_long", 2);

  private final String table;
  private final int threads;

  Lane(String table, int threads) {
    this.table = table;
    this.threads = threads;
  }

  String table() {
    return table;
  }

  int threads() {
    return threads;
  }
}
