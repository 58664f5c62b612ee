package ma.jisr.sandbox.wallet.payment;

import java.util.Optional;

/**
 * A trouble that the provider makes with a payment. Each can be asked for by the centimes of its
 * amount, which is its mark, or by a call of whoever tests.
 */
public enum Fault {
  /** None. */
  NONE(0),
  /** Taken, then failed: insufficientFunds. */
  SHORT_OF_FUNDS(1),
  /** Taken, then failed: requestDeclined. */
  DECLINED(2),
  /** The payer is never asked; it fails when its time is up. */
  NEVER(3),
  /** No answer comes, but the payment is under way. */
  TIMEOUT_PROCESSED(4),
  /** The callback comes twice. */
  CALLBACK_TWICE(5),
  /** Paid at once, and the callback comes before the 202. */
  CALLBACK_FIRST(6),
  /** No callback comes. */
  NO_CALLBACK(7),
  /** The callback says success, the next one failure. It was paid. */
  SUCCESS_THEN_FAILURE(8),
  /** Answered with 500, but the payment is under way. */
  ERROR_PROCESSED(9),
  /** The callback names another amount. */
  WRONG_AMOUNT(10),
  /** Taken, then failed: maxBalanceExceeded of the payee. */
  PAYEE_FULL(11),
  /** Taken, then failed: dailyValueLimitExceeded. */
  DAY_LIMIT(12),
  /** The payer is never asked; it fails when its time is up, and is paid after that. */
  LATE(13),
  /** Paid at once, and answered with 201 and the transaction. */
  AT_ONCE(14),
  /** No answer comes, and the request is forgotten; sent again it is heard. */
  TIMEOUT_FORGOTTEN(15),
  /** Paid, with the status spelt "Completed" and errors spelt as the older pages do. */
  SPELLING(16),
  /** The connection breaks within the answer, but the payment is under way. */
  BROKEN_ANSWER(17),
  /** A proxy answers with 502 and a page, and the request is forgotten; sent again it is heard. */
  PROXY_PAGE(18),
  /** Any request: 503. Only by a call. */
  UNAVAILABLE(-1),
  /** Any request: 429. Only by a call. */
  TOO_MANY(-1),
  /** Any request: 401, as when a token has expired. Only by a call. */
  UNAUTHORISED(-1);

  private static final int CENTIMES = 100;
  private final int mark;

  Fault(int mark) {
    this.mark = mark;
  }

  /** The one that the amount asks for by its centimes, or {@link #NONE}. */
  static Fault marked(long centimes) {
    long mark = centimes % CENTIMES;
    for (Fault fault : values()) {
      if (fault.mark == mark) {
        return fault;
      }
    }
    return NONE;
  }

  /** Whether it befalls any request, not payments alone. */
  boolean ofAnyRequest() {
    return mark < 0;
  }

  /** Why a payment with this trouble fails soon after it was taken; empty when it does not. */
  Optional<Problem> fails() {
    return switch (this) {
      case SHORT_OF_FUNDS ->
          Optional.of(Problem.rule("insufficientFunds", "the payer has not enough"));
      case DECLINED -> Optional.of(Problem.declined("the payer has refused"));
      case PAYEE_FULL ->
          Optional.of(Problem.rule("maxBalanceExceeded", "the payee may not hold so much"));
      case DAY_LIMIT ->
          Optional.of(Problem.rule("dailyValueLimitExceeded", "the payer's day is used up"));
      default -> Optional.empty();
    };
  }

  /** Whether it is paid without the payer's being asked. */
  boolean paysAtOnce() {
    return this == CALLBACK_FIRST || this == AT_ONCE;
  }

  /** Whether the payer is never asked. */
  boolean asksNobody() {
    return this == NEVER || this == LATE;
  }

  /** Whether the request is never looked at. */
  public boolean forgets() {
    return this == TIMEOUT_FORGOTTEN || this == PROXY_PAGE;
  }
}
