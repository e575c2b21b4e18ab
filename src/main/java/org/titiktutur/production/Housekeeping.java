package org.titiktutur.production;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.titiktutur.catalog.BlobUse;
import org.titiktutur.catalog.Items;

/** Once an hour: forgets what was deleted long ago, and sweeps away blobs that nothing needs. */
final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** A blob's row is written seconds after the blob; a day leaves room for any delay. */
  private static final Duration UNUSED_FOR = Duration.ofHours(24);

  /** Whoever mends a word of a book does so within weeks of hearing it. */
  private static final Duration UNUSED_SOUNDS = Duration.ofDays(30);

  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration EVERY = Duration.ofHours(1);

  private final Stores stores;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "housekeeping");
            made.setDaemon(true);
            return made;
          });

  Housekeeping(Stores stores) {
    this.stores = stores;
  }

  void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::tidy, FIRST.toMinutes(), EVERY.toMinutes(), TimeUnit.MINUTES);
  }

  private void tidy() {
    try {
      int forgotten = stores.items().forget(Instant.now().minus(Items.UNDO));
      int swept = stores.blobs().sweep(new BlobUse(stores.database())::isUsed, UNUSED_FOR);
      stores.sounds().tidy(item -> stores.items().find(item).isPresent(), UNUSED_SOUNDS);
      LOG.info("forgot {} deleted items, swept {} blobs", forgotten, swept);
    } catch (Exception e) {
      LOG.warn("housekeeping failed, and is tried again in an hour", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
