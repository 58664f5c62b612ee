package ma.jisr.sandbox.wallet.ledger;

/**
 * What an account holds, in centimes.
 *
 * @param booked what is booked, reserved or not
 * @param leaving of that, what is reserved for others
 * @param coming what others have reserved for it
 * @param most what it may hold; {@link Ledger#UNBOUNDED} for as much as there is
 */
public record Balance(long booked, long leaving, long coming, long most) {
  /** What can be spent. */
  public long available() {
    return booked - leaving;
  }
}
