package ma.jisr.sandbox.world;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The troubles that the centre is told to make. All are off at first; every switch may be turned
 * from any thread and holds from the next PDU on.
 */
public final class Troubles {
  private final AtomicInteger throttleEvery = new AtomicInteger();
  private final AtomicInteger submits = new AtomicInteger();
  private final AtomicInteger repeatEvery = new AtomicInteger();
  private final AtomicInteger deliveries = new AtomicInteger();
  private final AtomicInteger throttles = new AtomicInteger();
  private final AtomicInteger repeats = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final AtomicInteger lostAborts = new AtomicInteger();
  private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
  private final AtomicBoolean receiptFirst = new AtomicBoolean();

  /** Refuses every n-th submit_sm with ESME_RTHROTTLED; 0 stops it. */
  public void throttleEvery(int n) {
    submits.set(0);
    throttleEvery.set(n);
  }

  /** Sends every n-th deliver_sm a second time, at once and unasked; 0 stops it. */
  public void repeatEvery(int n) {
    deliveries.set(0);
    repeatEvery.set(n);
  }

  /** Refuses the next n submit_sm with ESME_RTHROTTLED. */
  public void throttleNext(int n) {
    throttles.set(n);
  }

  /** Sends the next n deliver_sm a second time, at once and unasked. */
  public void repeatNext(int n) {
    repeats.set(n);
  }

  /** Cuts the link right after each of the next n deliver_sm, before their response is read. */
  public void cutAfterDelivering(int n) {
    cuts.set(n);
  }

  /** Loses the next n USSD aborts on their way to the program. */
  public void loseAborts(int n) {
    lostAborts.set(n);
  }

  /** Answers every submit_sm only after the delay. */
  public void delayResponses(Duration by) {
    delay.set(by);
  }

  /** Sends the delivery receipt before the submit_sm_resp, as busy centres do. */
  public void receiptFirst(boolean on) {
    receiptFirst.set(on);
  }

  /** Whether the submit_sm now read is to be throttled. */
  public boolean throttles() {
    return isNth(throttleEvery, submits) || taken(throttles);
  }

  /** Whether the deliver_sm now sent is to be sent twice. */
  public boolean repeats() {
    return isNth(repeatEvery, deliveries) || taken(repeats);
  }

  /** Whether the link is to be cut now that a deliver_sm has gone out. */
  public boolean cuts() {
    return taken(cuts);
  }

  /** Whether the abort now due is to be lost. */
  public boolean losesAbort() {
    return taken(lostAborts);
  }

  /** The delay before a submit_sm_resp. */
  public Duration responseDelay() {
    return delay.get();
  }

  /** Whether a receipt overtakes the submit_sm_resp. */
  public boolean receiptFirst() {
    return receiptFirst.get();
  }

  private static boolean isNth(AtomicInteger every, AtomicInteger count) {
    int n = every.get();
    return n > 0 && count.incrementAndGet() % n == 0;
  }

  private static boolean taken(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }
}
