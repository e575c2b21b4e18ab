package org.titiktutur.production;

import org.titiktutur.catalog.Items;
import org.titiktutur.catalog.Publications;
import org.titiktutur.catalog.Renditions;
import org.titiktutur.jobs.Jobs;
import org.titiktutur.storage.BlobStore;
import org.titiktutur.storage.Database;

/** What the service half of this room keeps its things in. */
record Stores(
    Database database,
    BlobStore blobs,
    SentenceSounds sounds,
    Items items,
    Publications publications,
    Renditions renditions,
    Texts texts,
    Watchers watchers,
    JobsLater jobs) {

  /** The jobs, whose handlers are made from these stores and so come after them. */
  static final class JobsLater {
    private volatile Jobs jobs;

    void set(Jobs made) {
      jobs = made;
    }

    void submit(String kind, String subject, org.titiktutur.jobs.Lane lane) {
      jobs.submit(kind, subject, lane);
    }

    void stop(String kind, String subject) {
      jobs.stop(kind, subject);
    }
  }
}
