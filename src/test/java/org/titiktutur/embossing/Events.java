package org.titiktutur.embossing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a listener was told, in words. */
class Events implements Handover.Listener {

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void handedOver(int copy, int page, int done, int all) {
    told.add("copy " + copy + " page " + page + ", " + done + " of " + all);
  }

  @Override
  public void paused(Stop before) {
    told.add("paused before " + before.page());
  }

  @Override
  public void resumed() {
    told.add("resumed");
  }

  @Override
  public void waiting(Stop at, Duration since) {
    told.add("waiting at " + at.page());
  }
}
