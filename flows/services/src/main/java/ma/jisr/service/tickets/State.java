package ma.jisr.service.tickets;

/**
 * Where a ticket is on its way from being taken to its end. Only forward, but for what staff undo.
 */
public enum State {
  /**
   * Asked for and not in the line: no number yet, its time has not come, or its holder lets some
   * pass.
   */
  BOOKED,
  /** In the line. */
  WAITING,
  /** In the line, and its holder has been told to come. */
  NEAR,
  /** Its number is shown at a counter. */
  CALLED,
  /** Its holder stands at the counter. */
  SERVING,
  SERVED,
  /** Called twice, and nobody came. */
  NO_SHOW,
  GIVEN_BACK,
  /** The day ended before its turn. */
  EXPIRED,
  /** Never was one: the queue or its holder's limits did not allow it. */
  REFUSED;

  /** Whether its holder still waits for something. */
  public boolean open() {
    return compareTo(SERVED) < 0;
  }

  /** Whether a counter may call it next. */
  public boolean inLine() {
    return this == WAITING || this == NEAR;
  }

  /** Whether it is at a counter now. */
  public boolean atCounter() {
    return this == CALLED || this == SERVING;
  }
}
