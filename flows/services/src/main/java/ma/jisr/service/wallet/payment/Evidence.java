package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.util.UUID;
import ma.jisr.service.wallet.port.Answer;
import org.jspecify.annotations.Nullable;

/** What may change a payment: all that is done, said or learnt goes through {@link Machine}. */
sealed interface Evidence {
  /** The payer has said yes. */
  record Confirmed(String key, Shown shown, Duration settle) implements Evidence {}

  /** The payer has withdrawn it. */
  record Cancelled() implements Evidence {}

  /** Nobody has confirmed it in time. */
  record Expired() implements Evidence {}

  /** The provider is about to be asked: written before it is. */
  record Calling(Exchange.Act act) implements Evidence {}

  /**
   * It has answered.
   *
   * @param correlation of the exchange
   * @param number of the call
   * @param agrees whether what it says was paid is what was ordered
   */
  record Answered(UUID correlation, int number, Exchange.Act act, Answer answer, boolean agrees)
      implements Evidence {}

  /** Whoever was asking has not come back. */
  record Lost() implements Evidence {}

  /** It is not sent now: the provider does not work. */
  record Postponed(String cause) implements Evidence {}

  /** It must not be sent. */
  record Withheld(String cause) implements Evidence {}

  /** The provider has called back: a hint to ask it. */
  record Heard(String content) implements Evidence {}

  /** Caps and payees know of its end. */
  record Settled() implements Evidence {}

  /** It is to be given back. */
  record GiveBack(String key, String claim, String by, UUID correlation) implements Evidence {}

  /**
   * An operator has found out what became of it.
   *
   * @param transaction the provider's reference; null for none
   */
  record Ruled(String by, State to, @Nullable String transaction) implements Evidence {}

  /** The last message about it has not reached the payer. */
  record Unreached() implements Evidence {}

  /** Lines of its journal have been copied out. */
  record Copied(int upTo) implements Evidence {}
}
