package ma.jisr.sandbox.wallet.http;

/** What the provider says of itself (GSMA heartbeat), until told otherwise by whoever tests. */
public enum Health {
  AVAILABLE("available"),
  DEGRADED("degraded"),
  UNAVAILABLE("unavailable");

  private final String word;

  Health(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
