package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import ma.jisr.base.Loop;

/**
 * Where the postmen of one loop wait whose message no link could take. When a link can send again
 * they are called in the order in which they came, a few at a time; who comes back ends the calling
 * until a link is ready the next time. Each has a timer of its own besides, so that a call that is
 * missed costs a minute at most. Confined to its loop.
 */
public final class WaitingRoom {
  /** Called at a time: below what a turn of the loop may take. */
  static final int SLICE = 100;

  /**
   * Between two slices. 5,000 a second is more than any operator's account takes, and leaves the
   * loop to the turns.
   */
  static final Duration PAUSE = Duration.ofMillis(20);

  private final Loop loop;
  private final int seats;
  private final Set<Postman> waiting = new LinkedHashSet<>();
  private ArrayDeque<Postman> called = new ArrayDeque<>();
  private boolean calling;

  /**
   * @param seats most who wait: each keeps a person in memory
   */
  public WaitingRoom(Loop loop, int seats) {
    this.loop = loop;
    this.seats = seats;
  }

  /**
   * Waits from now on; the link has just given the message back.
   *
   * @return false when all seats are taken
   */
  boolean enter(Postman postman) {
    called.clear();
    return waiting.contains(postman) || (!full() && waiting.add(postman));
  }

  /** Whether nobody else can wait here; asked from other threads, and then about right. */
  public boolean full() {
    return waiting.size() >= seats;
  }

  /** Waits no more. */
  void leave(Postman postman) {
    waiting.remove(postman);
  }

  /** A link can send again: all who wait are called, also those for whom another is needed. */
  public void ready() {
    called = new ArrayDeque<>(waiting);
    if (!calling) slice();
  }

  private void slice() {
    for (int i = 0; i < SLICE && !called.isEmpty(); i++) {
      Postman next = called.remove();
      if (waiting.contains(next)) next.resume();
    }
    calling = !called.isEmpty();
    if (calling) {
      Loop.Cancel unused = loop.after(PAUSE, this::slice);
    }
  }
}
