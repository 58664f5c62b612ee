package ma.jisr.sandbox.wallet.ledger;

/** Why money cannot be set aside. */
public enum Lack implements Outcome {
  /** An account would hold less than it must. */
  FUNDS,
  /** An account would hold more than it may. */
  ROOM
}
