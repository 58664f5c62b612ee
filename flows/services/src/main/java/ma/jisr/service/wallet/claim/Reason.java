package ma.jisr.service.wallet.claim;

/** Why a payment is disputed, in the order of its menu. */
public enum Reason {
  /** It went to somebody else than was meant. */
  WRONG_PERSON,
  /** The money is gone, what was paid for has not come. */
  NOT_DELIVERED,
  /** Somebody else has paid with this number: payments from it are blocked as well. */
  NOT_ME,
  /** Another amount than was agreed. */
  AMOUNT
}
