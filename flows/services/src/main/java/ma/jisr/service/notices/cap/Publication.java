package ma.jisr.service.notices.cap;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Our alerts as they are handed out: signed, where there is somebody who signs. Each is signed once
 * and kept, because a signature takes milliseconds and another one would be another file to whoever
 * asks whether it has changed. From any thread.
 */
public final class Publication {
  /** Most that are kept, those that were asked for last: as many as the index has. */
  private static final int MOST_KEPT = Alerts.MOST_LISTED;

  private final Alerts alerts;
  private final Optional<Signatory> signatory;
  private final InstantSource clock;
  private final Executor worker;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Kept(String plain, CompletableFuture<String> signed) {}

  /**
   * @param signatory empty: unsigned
   * @param worker signs
   */
  public Publication(
      Alerts alerts, Optional<Signatory> signatory, InstantSource clock, Executor worker) {
    this.alerts = alerts;
    this.signatory = signatory;
    this.clock = clock;
    this.worker = worker;
  }

  /** The index (Atom, RFC 4287), the newest first. */
  public String index() {
    return alerts.index();
  }

  /**
   * One of them as CAP 1.2; empty for what is not there, or not published. Unsigned while the
   * certificate is not valid.
   */
  public CompletableFuture<Optional<String>> alert(String id) {
    Optional<String> plain = alerts.alert(id);
    Optional<Signatory> signs = signatory.filter(one -> one.isValid(clock.instant()));
    if (plain.isEmpty() || signs.isEmpty()) return CompletableFuture.completedFuture(plain);
    return signed(id, plain.get(), signs.get()).thenApply(Optional::of);
  }

  private CompletableFuture<String> signed(String id, String plain, Signatory signs) {
    synchronized (kept) {
      Kept known = kept.get(id);
      if (known != null
          && known.plain().equals(plain)
          && !known.signed().isCompletedExceptionally()) return known.signed();
      CompletableFuture<String> signed =
          CompletableFuture.supplyAsync(() -> signs.sign(plain), worker);
      kept.put(id, new Kept(plain, signed));
      return signed;
    }
  }
}
