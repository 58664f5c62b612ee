package ma.jisr.store.sqlite;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import ma.jisr.store.Priority;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** What waits for one writer: turns and background writes, each bounded in number and memory. */
final class WriteQueue {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Line turns = new Line();
  private final Line background = new Line();
  private final int maxWrites;
  private final long maxWeight;
  private @Nullable StoreException closed;

  WriteQueue(int maxWrites, long maxWeight) {
    this.maxWrites = maxWrites;
    this.maxWeight = maxWeight;
  }

  private static final class Line {
    final ArrayDeque<Write<?>> writes = new ArrayDeque<>();
    long weight;
  }

  /** Puts a write behind the others, or throws BUSY or why the queue was closed. */
  void add(Write<?> write, Priority priority) {
    Line line = priority == Priority.TURN ? turns : background;
    long weight = write.weight();
    lock.lock();
    try {
      if (closed != null) throw closed;
      // An empty line takes any one write, so that no size can be busy for ever.
      if (!line.writes.isEmpty()
          && (line.writes.size() >= maxWrites || line.weight + weight > maxWeight))
        throw new StoreException(Kind.BUSY, "too many writes are waiting: try again later");
      line.writes.add(write);
      line.weight += weight;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for something to do; false when closed and empty. */
  boolean await() {
    lock.lock();
    try {
      while (turns.writes.isEmpty() && background.writes.isEmpty()) {
        if (closed != null) return false;
        arrived.awaitUninterruptibly();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Moves turns into a group, at most so many of at most about this weight. */
  void drainTurns(List<Write<?>> into, int max, long weight) {
    lock.lock();
    try {
      long left = weight;
      while (into.size() < max && left > 0 && !turns.writes.isEmpty()) {
        Write<?> write = turns.writes.remove();
        turns.weight -= write.weight();
        left -= write.weight();
        into.add(write);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes the first background write out; null when there is none. */
  @Nullable Write<?> takeBackground() {
    lock.lock();
    try {
      Write<?> write = background.writes.poll();
      if (write != null) background.weight -= write.weight();
      return write;
    } finally {
      lock.unlock();
    }
  }

  /** Puts a background write of which steps are left back to the front. */
  void putBack(Write<?> write) {
    lock.lock();
    try {
      background.writes.addFirst(write);
      background.weight += write.weight();
    } finally {
      lock.unlock();
    }
  }

  boolean backgroundWaits() {
    lock.lock();
    try {
      return !background.writes.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  boolean turnsWait() {
    lock.lock();
    try {
      return !turns.writes.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses further writes with this reason; what is queued stays to be done. */
  void close(StoreException reason) {
    lock.lock();
    try {
      if (closed == null) closed = reason;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }
}
