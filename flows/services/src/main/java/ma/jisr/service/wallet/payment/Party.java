package ma.jisr.service.wallet.payment;

/**
 * Who pays or is paid, as a document may hold them.
 *
 * @param name the same for the same account, and not to be turned back
 * @param sealed the account, for the vault's bearer only
 */
record Party(String name, String sealed) {
  /** The same of an account that nobody can read any more. */
  Party blind() {
    return new Party(name, "");
  }

  @Override
  public String toString() {
    return "Party[hidden]";
  }
}
