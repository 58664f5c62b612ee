package ma.jisr.sandbox.wallet.account;

/** Somebody who has an account. */
public sealed interface Holder permits Wallet, Organisation {
  /** The name of the account in the ledger. */
  String book();

  /** Where it is kept. */
  Issuer issuer();

  /** Whose it is, in full: whoever shows it masks it. */
  String name();

  /** Whether it takes part in payments. */
  boolean available();
}
