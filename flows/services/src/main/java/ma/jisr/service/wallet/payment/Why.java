package ma.jisr.service.wallet.payment;

/** Why nothing is asked of a payer's wallet. In each case nothing was paid. */
public enum Why {
  /** Nobody knows a wallet of the payer's number. */
  NO_WALLET,
  /** The payer's provider has not been shown to do this service. */
  HIDDEN,
  /** The provider does not work now. */
  DOWN,
  /** No such payee: not in the register, or without a wallet. */
  PAYEE_UNKNOWN,
  /** The payee cannot be paid now. */
  PAYEE_UNAVAILABLE,
  /** Payer and payee are the same. */
  SELF,
  /** More than one payment may be, by this channel. */
  CAP_ONCE,
  /** More than a day's payments may be. */
  CAP_DAY,
  /** More than a first payment to somebody may be. */
  CAP_NEW_PAYEE,
  /** More than the payer's wallet may hold. */
  CAP_LEVEL,
  /** Too many wait for the payer's approval. */
  MANY_PENDING,
  /** Too many within the last hour. */
  MANY_AN_HOUR,
  /** Too many names looked up today. */
  LOOKUPS,
  /** The card behind the number was changed lately. */
  SIM_CHANGED,
  /** The payer has blocked payments from this number. */
  BLOCKED,
  /** The provider will not take this payment. */
  REFUSED,
  /** Whoever should have answered has not: nothing can be said, the same may be asked again. */
  UNSURE,
  /** There is no such payment of theirs. */
  NO_PAYMENT
}
