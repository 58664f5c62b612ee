package ma.jisr.gateway.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.gateway.channel.Acknowledgement;
import org.jspecify.annotations.Nullable;

/**
 * The gate of the session engine: counts what is taken and not yet answered, refuses beyond the
 * bound, and knows when all is answered. Callable from any thread.
 */
final class Admission {
  private final int most;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean closed;

  Admission(int most) {
    this.most = most;
  }

  /** The acknowledgement to use for what is let in; null when it is not. */
  @Nullable Acknowledgement enter(Acknowledgement acknowledgement) {
    if (inFlight.incrementAndGet() <= most && !closed) return new Once(acknowledgement);
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
    private final AtomicBoolean answered = new AtomicBoolean();

    Once(Acknowledgement inner) {
      this.inner = inner;
    }

    @Override
    public void accepted() {
      if (!answered.compareAndSet(false, true)) return;
      inner.accepted();
      leave();
    }

    @Override
    public void busy() {
      if (!answered.compareAndSet(false, true)) return;
      inner.busy();
      leave();
    }
  }
}
