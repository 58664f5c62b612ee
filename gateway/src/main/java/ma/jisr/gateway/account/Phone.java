package ma.jisr.gateway.account;

/**
 * A phone that an account is to act by.
 *
 * @param person the random id of whose it is
 * @param digits its number, E.164 without the plus
 */
public record Phone(String person, String digits) {
  @Override
  public String toString() {
    return "Phone[" + person + "]";
  }
}
