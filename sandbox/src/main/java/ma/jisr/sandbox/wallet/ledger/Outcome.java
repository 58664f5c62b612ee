package ma.jisr.sandbox.wallet.ledger;

/** What came of an attempt to set money aside. */
public sealed interface Outcome permits Reservation, Lack {}
