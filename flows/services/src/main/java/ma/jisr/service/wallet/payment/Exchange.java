package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Facts;
import org.jspecify.annotations.Nullable;

/**
 * How far one request to a provider has come: the payment's, or its reversal's. Immutable.
 *
 * @param correlation the provider's key for it, for ever
 * @param submits requests that have left, or may have
 * @param sent when the last of them did; null for never
 * @param call under way; null for none
 * @param server the provider's id of the request; null while unknown
 * @param transaction the provider's reference; null while unknown
 * @param receipt that its customers know; null while unknown
 * @param expires when the provider gives up; null where it has not said
 * @param polls how often it may be asked; 0 where it has not said
 * @param polled how often it has been
 * @param tries looks since anything was learnt, by which the next is put off
 * @param absent how often in a row it had never heard of it
 * @param hinted whether it has called back since the last call to it began
 */
record Exchange(
    UUID correlation,
    int submits,
    @Nullable Instant sent,
    @Nullable Call call,
    @Nullable String server,
    @Nullable String transaction,
    @Nullable String receipt,
    @Nullable Instant expires,
    int polls,
    int polled,
    int tries,
    int absent,
    boolean hinted) {

  /** What a provider is asked. */
  enum Act {
    SUBMIT,
    STATUS,
    RECOVER
  }

  /**
   * A call under way.
   *
   * @param number unlike that of every other call of the payment
   * @param until when whoever makes it is taken for dead
   */
  record Call(int number, Act act, Instant until) {}

  static Exchange of(UUID correlation) {
    return new Exchange(correlation, 0, null, null, null, null, null, null, 0, 0, 0, 0, false);
  }

  Exchange calling(int number, Act act, Instant now) {
    boolean submit = act == Act.SUBMIT;
    return new Exchange(
        correlation,
        submit ? submits + 1 : submits,
        submit ? now : sent,
        new Call(number, act, now.plus(PaymentRules.CALL)),
        server,
        transaction,
        receipt,
        expires,
        polls,
        act == Act.STATUS ? polled + 1 : polled,
        tries,
        submit ? 0 : absent,
        false);
  }

  /** The call has ended, however. */
  Exchange answered() {
    return with(null, tries, absent, hinted);
  }

  /** The last request has not left after all. */
  Exchange unsent() {
    return new Exchange(
        correlation,
        submits - 1,
        submits == 1 ? null : sent,
        call,
        server,
        transaction,
        receipt,
        expires,
        polls,
        polled,
        tries,
        absent,
        hinted);
  }

  /** Nothing was learnt once more. */
  Exchange tried() {
    return with(call, tries + 1, absent, hinted);
  }

  /** It has left: what becomes of it is looked for from the beginning. */
  Exchange begun() {
    return with(call, 0, absent, hinted);
  }

  Exchange missed() {
    return with(call, tries, absent + 1, hinted);
  }

  Exchange hint() {
    return with(call, 0, absent, true);
  }

  /** It is there: what was thought absent is not. */
  Exchange there() {
    return with(call, tries, 0, hinted);
  }

  private Exchange with(@Nullable Call next, int looks, int misses, boolean hint) {
    return new Exchange(
        correlation,
        submits,
        sent,
        next,
        server,
        transaction,
        receipt,
        expires,
        polls,
        polled,
        looks,
        misses,
        hint);
  }

  /** What it says of the request that it took; what it leaves out stays. */
  Exchange taken(Answer.Accepted by) {
    return new Exchange(
        correlation,
        submits,
        sent,
        call,
        by.server() == null ? server : by.server(),
        transaction,
        receipt,
        by.expires() == null ? expires : by.expires(),
        by.polls() == 0 ? polls : by.polls(),
        polled,
        tries,
        0,
        hinted);
  }

  Exchange settled(Facts facts) {
    return new Exchange(
        correlation,
        submits,
        sent,
        call,
        server,
        facts.transaction(),
        facts.receipt(),
        expires,
        polls,
        polled,
        0,
        0,
        hinted);
  }

  /** When it is over for the provider, said or assumed. */
  Instant end(Instant now) {
    if (expires != null) return expires;
    return (sent == null ? now : sent).plus(PaymentRules.EXPIRES);
  }

  boolean pollable() {
    return (server != null || transaction != null) && (polls == 0 || polled < polls);
  }

  /** Whether it is certain enough that the provider has never heard of it. */
  boolean absent(Instant now) {
    return server == null
        && transaction == null
        && absent >= 2
        && sent != null
        && Duration.between(sent, now).compareTo(PaymentRules.ABSENT_AFTER) >= 0;
  }
}
