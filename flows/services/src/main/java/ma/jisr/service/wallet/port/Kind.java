package ma.jisr.service.wallet.port;

/** The services of the national mobile wallet by which money moves from a payer to a payee. */
public enum Kind {
  /** To a person. */
  TRANSFER,
  /** To a merchant. */
  MERCHANT,
  /** For a bill. */
  BILL,
  /** For airtime, of one's own number or another's. */
  AIRTIME,
  /** From a shopkeeper to a supplier, for an invoice. */
  SUPPLIER
}
