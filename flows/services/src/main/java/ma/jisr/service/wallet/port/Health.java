package ma.jisr.service.wallet.port;

/** Whether a provider works, as it says itself (GSMA heartbeat) or as its answers show. */
public enum Health {
  UP,
  /** It works slowly: payments are taken and their payers told that it may take long. */
  DEGRADED,
  /** Nothing is sent to it. */
  DOWN
}
