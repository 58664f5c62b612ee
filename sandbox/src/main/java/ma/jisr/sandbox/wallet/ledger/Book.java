package ma.jisr.sandbox.wallet.ledger;

/** One account of the ledger. */
final class Book {
  private final long least;
  private long most;
  private long balance;
  private long leaving;
  private long coming;

  Book(long least, long most) {
    this.least = least;
    this.most = most;
  }

  void most(long centimes) {
    most = centimes;
  }

  boolean canGive(long centimes) {
    return balance - leaving - centimes >= least;
  }

  boolean canTake(long centimes) {
    return most == Ledger.UNBOUNDED || balance + coming + centimes <= most;
  }

  void give(long centimes) {
    balance = Math.subtractExact(balance, centimes);
  }

  void take(long centimes) {
    balance = Math.addExact(balance, centimes);
  }

  void leaving(long centimes) {
    leaving = Math.addExact(leaving, centimes);
  }

  void coming(long centimes) {
    coming = Math.addExact(coming, centimes);
  }

  Balance seen() {
    return new Balance(balance, leaving, coming, most);
  }
}
