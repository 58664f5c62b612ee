package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import ma.jisr.gateway.channel.Acknowledgement;
import org.jspecify.annotations.Nullable;

/**
 * The gate of the session engine: counts what is taken and not yet answered, refuses what would
 * have to wait too long, and knows when all is answered. Callable from any thread.
 *
 * <p>What comes faster than it can be done would wait longer and longer, and be answered when
 * nobody waits any more: a bound in number alone is seconds deep. So no more is in flight than was
 * answered within the last second (by Little's law the wait is then a second at most), and nothing
 * is let in while a probe, one input at a time, has been waiting for longer than that. What waits
 * behind other inputs of its own person is no probe: one who writes without a pause would shut the
 * gate for everybody.
 */
final class Admission {
  /**
   * How long an input may wait for its turn, milliseconds: a person gives up a USSD dialogue within
   * some seconds, and a peer that is refused comes again.
   */
  static final long LONGEST_WAIT = 1_000;

  /** Let in however few were answered of late: a burst after silence, a process just started. */
  static final int BURST = 1_000;

  private final int most;
  private final Supplier<Instant> now;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicReference<@Nullable Once> probe = new AtomicReference<>();
  private final Answered answered = new Answered();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean closed;

  /**
   * @param most inputs in flight, whatever the rate: a bound on memory
   * @param now the time
   */
  Admission(int most, Supplier<Instant> now) {
    this.most = most;
    this.now = now;
  }

  /** The acknowledgement to use for what is let in; null when it is not. */
  @Nullable Acknowledgement enter(Acknowledgement acknowledgement) {
    int others = inFlight.getAndIncrement();
    if (!closed && others < most) {
      long time = now.get().toEpochMilli();
      Once probing = probe.get();
      boolean late = probing != null && time - probing.since > LONGEST_WAIT;
      if (!late && (others < BURST || others < answered.lately(time))) {
        Once entered = new Once(acknowledgement, time);
        if (probing == null) probe.compareAndSet(null, entered);
        return entered;
      }
    }
    leave();
    return null;
  }

  /**
   * The same for what must be heard however busy we are: the end of a dialogue, after which nothing
   * may be sent to it. There are no more of these than dialogues let in before.
   */
  @Nullable Acknowledgement enterAnyway(Acknowledgement acknowledgement) {
    inFlight.incrementAndGet();
    if (!closed) return new Once(acknowledgement, now.get().toEpochMilli());
    leave();
    return null;
  }

  /** Lets nothing in any more; completes when all that was let in is answered. */
  CompletableFuture<Void> close() {
    closed = true;
    if (inFlight.get() == 0) drained.complete(null);
    return drained;
  }

  int inFlight() {
    return inFlight.get();
  }

  private void leave() {
    if (inFlight.decrementAndGet() == 0 && closed) drained.complete(null);
  }

  private final class Once implements Acknowledgement {
    private final Acknowledgement inner;
    private final long since;
    private final AtomicBoolean told = new AtomicBoolean();

    Once(Acknowledgement inner, long since) {
      this.inner = inner;
      this.since = since;
    }

    @Override
    public void accepted() {
      if (told.compareAndSet(false, true)) end(inner::accepted);
    }

    @Override
    public void busy() {
      if (told.compareAndSet(false, true)) end(inner::busy);
    }

    @Override
    public void queued() {
      probe.compareAndSet(this, null);
    }

    private void end(Runnable tell) {
      tell.run();
      leave();
      if (probe.get() == this) probe.set(null);
      answered.one(now.get().toEpochMilli());
    }
  }

  /** How many were answered in the last second, to a tenth of it. */
  private static final class Answered {
    private static final int TENTHS = 10;
    private static final long TENTH = LONGEST_WAIT / TENTHS;

    private final int[] counts = new int[TENTHS];
    private long tenth;
    private int sum;

    synchronized void one(long time) {
      turn(time);
      counts[(int) (tenth % TENTHS)]++;
      sum++;
    }

    synchronized int lately(long time) {
      turn(time);
      return sum;
    }

    /**
     * Forgets the tenths that have passed; a clock that was set back waits until it is caught up.
     */
    private void turn(long time) {
      long next = time / TENTH;
      for (int i = 0; tenth < next && i < TENTHS; i++) {
        int at = (int) (++tenth % TENTHS);
        sum -= counts[at];
        counts[at] = 0;
      }
      tenth = Math.max(tenth, next);
    }
  }
}
