package ma.jisr.service.wallet.port;

/**
 * Who pays or is paid, as providers name them (GSMA Mobile Money API 1.2, account identifiers).
 * Personal data when it is a number: {@link #toString()} never shows it.
 *
 * @param type what the value is
 * @param value E.164 digits without the plus for {@link Type#MSISDN}, else the provider's own id
 */
public record Account(Type type, String value) {
  /** Longest value, characters: what a URL's path holds in peace. */
  public static final int MAX_VALUE = 64;

  /** What names an account. */
  public enum Type {
    /** The number of a wallet. */
    MSISDN,
    /** A merchant, a supplier, an operator of airtime, Jisr itself. */
    ORGANISATION,
    /** A company that sends bills. */
    BILLER
  }

  public Account {
    if (value.isBlank() || value.length() > MAX_VALUE)
      throw new IllegalArgumentException(
          "an account's value has 1 to " + MAX_VALUE + " characters");
  }

  public static Account msisdn(String digits) {
    return new Account(Type.MSISDN, digits);
  }

  public static Account organisation(String id) {
    return new Account(Type.ORGANISATION, id);
  }

  @Override
  public String toString() {
    return "Account[" + type + "]";
  }
}
