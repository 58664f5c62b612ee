package ma.jisr.service.wallet.claim;

/** What became of disputing a payment. */
public sealed interface Opened {
  /** It is registered. Said again with the same key it is the same. */
  record Done(Claim claim) implements Opened {}

  /** There is one about this payment that has not ended; nothing was added. */
  record Already(Claim claim) implements Opened {}

  /** None was registered. */
  record Not(Why why) implements Opened {}

  /** Why not. */
  enum Why {
    /** They have no payment of this reference. */
    NO_PAYMENT,
    /** It was never asked of their wallet: nothing can have been debited. */
    NEVER_ASKED,
    /** It has been disputed too often. */
    ENOUGH
  }
}
