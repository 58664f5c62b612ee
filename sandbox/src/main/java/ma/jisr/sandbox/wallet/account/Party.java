package ma.jisr.sandbox.wallet.account;

/**
 * An account as the GSMA API names it.
 *
 * @param key the type of the identifier: "msisdn", "organisationid", "serviceprovider", …
 * @param value the identifier
 */
public record Party(String key, String value) {
  @Override
  public String toString() {
    return "Party[" + key + "]";
  }
}
