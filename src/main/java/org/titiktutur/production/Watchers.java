package org.titiktutur.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.titiktutur.catalog.Rendition;
import org.titiktutur.catalog.Renditions;

/** Who wants to hear of a rendition's changes. */
final class Watchers {

  private final Renditions renditions;
  private final Map<String, List<Watcher>> watching = new HashMap<>();

  Watchers(Renditions renditions) {
    this.renditions = renditions;
  }

  AutoCloseable watch(String id, Consumer<Rendition> ear) {
    Watcher watcher = new Watcher(ear);
    synchronized (watching) {
      watching.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(watcher);
    }
    renditions.find(id).ifPresent(watcher::tell);
    return () -> {
      synchronized (watching) {
        watching.computeIfPresent(
            id,
            (key, watchers) -> {
              watchers.remove(watcher);
              return watchers.isEmpty() ? null : watchers;
            });
      }
    };
  }

  /** A rendition has changed; call it after that is committed. */
  void changed(String id) {
    List<Watcher> watchers;
    synchronized (watching) {
      watchers = watching.get(id);
    }
    if (watchers != null) {
      renditions.find(id).ifPresent(now -> watchers.forEach(each -> each.tell(now)));
    }
  }

  /** A rendition is no more. */
  void ended(Rendition last) {
    List<Watcher> watchers;
    synchronized (watching) {
      watchers = watching.get(last.id());
    }
    if (watchers != null) {
      watchers.forEach(each -> each.tell(last));
    }
  }

  /** One ear, which hears one thing at a time and nothing that is older than what it heard. */
  private static final class Watcher {
    private final Consumer<Rendition> ear;
    private Rendition last;

    Watcher(Consumer<Rendition> ear) {
      this.ear = ear;
    }

    synchronized void tell(Rendition now) {
      boolean older = last != null && last.state().isFinal() && !now.state().isFinal();
      if (!now.equals(last) && !older) {
        last = now;
        ear.accept(now);
      }
    }
  }
}
