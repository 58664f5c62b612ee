package ma.jisr.gateway.api;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Events that a test brings about. */
final class Rumour implements Events {
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private volatile String state = "one";

  /** Those who have gone, in their order. */
  final BlockingQueue<Watcher> gone = new LinkedBlockingQueue<>();

  @Override
  public Runnable watch(Watcher watcher) {
    watchers.add(watcher);
    watcher.told(state);
    return () -> {
      if (watchers.remove(watcher)) gone.add(watcher);
    };
  }

  void says(String next) {
    state = next;
    for (Watcher watcher : watchers) watcher.told(next);
  }

  void ends() {
    for (Watcher watcher : watchers) watcher.ended();
  }

  int heard() {
    return watchers.size();
  }
}
