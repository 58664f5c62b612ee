package ma.jisr.service.wallet.port;

/**
 * Why a provider will not do something: the errors of the GSMA Mobile Money API 1.2, as far as
 * somebody has to be told different things about them.
 */
public enum Fault {
  /** The payer has not enough. */
  INSUFFICIENT_FUNDS,
  /** A limit of the payer's account: by day, week or month, in number or value. */
  LIMIT,
  /** Less or more than one transaction may be. */
  AMOUNT,
  /** The payee's account would hold more than its level allows. */
  PAYEE_FULL,
  /** The payer has refused, or has not approved in time. */
  DECLINED,
  /** No such account. */
  NO_ACCOUNT,
  /** Payer and payee are the same. */
  SAME_PARTIES,
  /** The bill takes another amount. */
  BILL_AMOUNT,
  /** It is not, or no longer, in a state in which this could be done. */
  STATE,
  /** Not permitted: to us, to the payer or to the payee. */
  NOT_PERMITTED,
  /** What we sent is not understood: our fault, an alarm. */
  MALFORMED,
  /** Another reason. */
  OTHER
}
