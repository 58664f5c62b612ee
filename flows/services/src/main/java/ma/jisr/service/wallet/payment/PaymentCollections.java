package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * What is kept of payments, and how long: ten years of what was confirmed (as laws on accounts and
 * on laundering ask; wallets' operators confirm it), a month of what was not.
 */
public final class PaymentCollections {
  /** Of payments that were confirmed; their journals and digests are not deleted at all. */
  private static final Duration CONFIRMED = Duration.of(10 * 366, ChronoUnit.DAYS);

  private static final Duration UNCONFIRMED = Duration.ofDays(30);

  /**
   * Of references and correlations of payments that were confirmed: claims come within months, and
   * there are 25 million references, enough for 60,000 payments a day.
   */
  private static final Duration NAMES = Duration.ofDays(400);

  /** Of a day's caps: the day, the next, and time to ask about them. */
  private static final Duration DAYS = Duration.ofDays(35);

  /** Documents deleted at once. */
  private static final int SLICE = 500;

  private PaymentCollections() {}

  public static List<CollectionSpec> specs() {
    return List.of(
        PaymentStore.SPEC,
        References.SPEC,
        PayerDays.SPEC,
        Payers.SPEC,
        Copies.SPEC,
        Digests.SPEC,
        Reconciler.SPEC);
  }

  /** The collections whose documents have an outbox. */
  public static List<String> outboxes() {
    return List.of(PaymentStore.SPEC.name());
  }

  /** Until when a payment is kept. */
  static Instant keep(Payment payment) {
    Instant made = payment.terms().made();
    return made.plus(payment.consent() == null ? UNCONFIRMED : CONFIRMED);
  }

  /** Until when a name of a payment is kept that may yet be confirmed. */
  static Instant keepName(Instant made) {
    return made.plus(NAMES);
  }

  /** Deletes what is older, a slice of each; to be asked every few minutes. */
  public static CompletableFuture<Integer> expire(Store store, Instant now) {
    long ms = now.toEpochMilli();
    return store
        .deleteRange(PaymentStore.SPEC.name(), PaymentStore.BY_KEEP, ms, SLICE)
        .thenCombine(References.expire(store, now, SLICE), Integer::sum)
        .thenCombine(PayerDays.expire(store, now.minus(DAYS), SLICE), Integer::sum);
  }
}
