package ma.jisr.service.wallet.port;

/** What a provider says of an account that is to be paid. */
public sealed interface Payee {
  /**
   * It is there and may be paid.
   *
   * @param name masked ("Fatima-Z. B***"); "" when the provider does not tell
   */
  record Found(String name) implements Payee {
    @Override
    public String toString() {
      return "Found[hidden]";
    }
  }

  /** It is there, but cannot be paid now. */
  record Unavailable() implements Payee {}

  /** There is none. */
  record Unregistered() implements Payee {}

  /** The provider has not said. */
  record Unknown(String cause) implements Payee {}
}
