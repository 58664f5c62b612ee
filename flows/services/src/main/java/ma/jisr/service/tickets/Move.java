package ma.jisr.service.tickets;

/**
 * What one act of staff does to one ticket: decided from how the ticket was, and done only if it
 * still is so.
 *
 * @param kind what is done
 * @param ticket its id
 * @param number its number
 * @param service its service
 * @param seq how often it had been changed when this was decided
 * @param turn its turn in the line afterwards, where it goes back there
 * @param ahead how many are called before it then
 * @param minutes about how long that takes
 */
record Move(
    Kind kind,
    String ticket,
    int number,
    String service,
    int seq,
    long turn,
    int ahead,
    int minutes) {
  /** What is done. */
  enum Kind {
    /** To the counter. */
    CALLED,
    /** Called again. */
    RECALLED,
    /** Its holder stands at the counter. */
    ARRIVED,
    SERVED,
    /** Nobody came: back into the line once, then to its end. */
    MISSED,
    /** Undone: back into the line. */
    UNCALLED,
    /** Undone: at the counter again. */
    RESUMED;

    /** Whether it leaves its counter. */
    boolean leaves() {
      return this == SERVED || this == MISSED || this == UNCALLED;
    }

    /** Whether it is at a counter afterwards that it was not at before. */
    boolean comes() {
      return this == CALLED || this == RESUMED;
    }
  }

  static Move of(Kind kind, Ticket ticket) {
    return of(kind, ticket, ticket.turn(), 0, 0);
  }

  static Move of(Kind kind, Ticket ticket, long turn, int ahead, int minutes) {
    return new Move(
        kind,
        ticket.id(),
        ticket.number(),
        ticket.wish().service(),
        ticket.seq(),
        turn,
        ahead,
        minutes);
  }
}
