package ma.jisr.service.wallet.benefit;

/** What can be done with batches of benefits. Who may do what: {@link BenefitRights}. */
public enum BenefitDeed {
  /** Bringing one. */
  IMPORT,
  /** Having its recipients told, or refusing that: never whoever brought it. */
  APPROVE,
  /** Taking it back. */
  WITHDRAW,
  /** How many there are and have been told; never who. */
  STATUS
}
