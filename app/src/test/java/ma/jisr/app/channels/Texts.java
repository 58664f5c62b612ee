package ma.jisr.app.channels;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What has come to whoever holds a handset, in order. Comes by any thread. */
final class Texts {
  private final BlockingQueue<Shown> come = new LinkedBlockingQueue<>();
  private volatile String reader = "";

  /** Somebody reads, and finds nothing of others; false when they do already. */
  boolean readBy(String who) {
    if (who.equals(reader)) return false;
    reader = who;
    come.clear();
    return true;
  }

  /** Their number, or what else a channel knows them by. */
  String reader() {
    return reader;
  }

  void add(Shown text) {
    come.add(text);
  }

  /** The next one, waited for; null when none comes. */
  @Nullable Shown next() throws InterruptedException {
    return come.poll(Handset.PATIENCE, TimeUnit.SECONDS);
  }

  boolean unread() {
    return !come.isEmpty();
  }
}
