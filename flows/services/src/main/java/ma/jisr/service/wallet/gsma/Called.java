package ma.jisr.service.wallet.gsma;

/** What came of a call to the {@link CallbackServer}: counted, and answered with a status. */
public enum Called {
  /** Authentic, and durable with who has to look. */
  HEARD(204),
  /** No path of ours, or not its token: a stranger. */
  FORGED(401),
  /** Too old, from the future, or without a date where one is due. */
  STALE(401),
  /** Its signature is not the provider's. */
  UNSIGNED(401),
  /** Not JSON, or of no shape that a call has. */
  GARBAGE(400),
  /** Longer than any transaction. */
  TOO_LONG(413),
  /** Another method than PUT. */
  NOT_PUT(405),
  /** It could not be kept: it should come again. */
  NOT_KEPT(503);

  private final int status;

  Called(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
