package ma.jisr.app.talk;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import ma.jisr.base.VirtualLoop;

/** When a transcript's world has come to rest: virtual time stands still until it has. */
final class Repose {
  /** Wall-clock patience with a disk or a thread. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Repose() {}

  /** Runs what a loop has to do until something is done. */
  static void await(VirtualLoop loop, CompletableFuture<?> future) {
    try {
      loop.await(future, PATIENCE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the store or a service does not answer", e);
    }
  }

  /**
   * Whether nothing is owed and nothing is to be done. What one owes may be handed over to the
   * other while they are asked: nothing was, when nothing has begun meanwhile. A task is queued
   * before what it comes of is counted off, so the queues are looked at last.
   */
  static boolean reached(
      Outstanding one, Outstanding other, VirtualLoop loop, VirtualLoop network) {
    long begun = one.begunEver() + other.begunEver();
    return one.none()
        && other.none()
        && begun == one.begunEver() + other.begunEver()
        && loop.idle()
        && network.idle();
  }
}
