package org.titiktutur.production;

import java.time.Duration;
import org.titiktutur.catalog.RenditionFile;
import org.titiktutur.embossing.Plan;

/** An order that was looked at: it can be done, and this is what it takes. */
public final class EmbossingPlan {

  private final EmbossingOrder order;
  private final String title;
  private final RenditionFile file;
  private final Embosser embosser;
  private final Plan plan;

  EmbossingPlan(
      EmbossingOrder order, String title, RenditionFile file, Embosser embosser, Plan plan) {
    this.order = order;
    this.title = title;
    this.file = file;
    this.embosser = embosser;
    this.plan = plan;
  }

  /** Pages of all copies. */
  public int pages() {
    return plan.pages();
  }

  /** Sheets of paper for all copies. */
  public int sheets() {
    return plan.sheets();
  }

  /** How long the device may need. */
  public Duration estimate() {
    return plan.estimate();
  }

  EmbossingOrder order() {
    return order;
  }

  String title() {
    return title;
  }

  RenditionFile file() {
    return file;
  }

  Embosser embosser() {
    return embosser;
  }

  Plan plan() {
    return plan;
  }
}
