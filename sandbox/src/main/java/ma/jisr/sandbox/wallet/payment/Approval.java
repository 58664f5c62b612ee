package ma.jisr.sandbox.wallet.payment;

/** How payers approve. */
public enum Approval {
  /** By their PIN, on their phones. */
  PHONE,
  /** By themselves, after the time in which they would be asked: for runs without phones. */
  AUTO,
  /** Only by a call of whoever tests. */
  CALL
}
