package ma.jisr.sandbox.wallet.ledger;

import java.util.List;

/** Entries that are set aside: nobody else can spend them, and they are booked or dropped once. */
public final class Reservation implements Outcome {
  private final List<Leg> legs;
  private boolean open = true;

  Reservation(List<Leg> legs) {
    this.legs = List.copyOf(legs);
  }

  /** The entries. */
  public List<Leg> legs() {
    return legs;
  }

  /** Whether it is neither booked nor dropped. */
  public boolean open() {
    return open;
  }

  /** Closes it; false when it was closed before. */
  boolean close() {
    boolean was = open;
    open = false;
    return was;
  }
}
