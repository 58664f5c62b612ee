package ma.jisr.sandbox.wallet.ledger;

/**
 * A double entry: an amount that goes from one account to another.
 *
 * @param from account that has it less
 * @param to account that has it more
 * @param centimes above zero
 */
public record Leg(String from, String to, long centimes) {
  public Leg {
    if (centimes <= 0) {
      throw new IllegalArgumentException("an entry is of more than nothing");
    }
  }

  /** The same the other way round. */
  public Leg back() {
    return new Leg(to, from, centimes);
  }
}
