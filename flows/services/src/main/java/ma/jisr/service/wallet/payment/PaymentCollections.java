package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;

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

  /** How long it is kept: a payment says until when, as it is one that was confirmed or not. */
  public static List<Retention> retentions() {
    return List.of(
        Retention.until(PaymentStore.SPEC, PaymentStore.BY_KEEP, UNCONFIRMED),
        Retention.until(PaymentStore.SPEC, PaymentStore.BY_KEEP, CONFIRMED),
        Retention.until(References.SPEC, References.BY_KEEP, NAMES),
        Retention.since(PayerDays.SPEC, PayerDays.DAY, DAYS));
  }
}
