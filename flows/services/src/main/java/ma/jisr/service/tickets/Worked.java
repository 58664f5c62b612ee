package ma.jisr.service.tickets;

/**
 * What became of something that staff wanted.
 *
 * @param act which
 * @param outcome whether it was done
 * @param number the ticket that it was about: the one called, absent, served or back; for {@link
 *     Act#CLOSE} how many were told; 0 for none
 * @param service of that ticket; "" for none
 * @param status of the shop afterwards
 */
public record Worked(Act act, Outcome outcome, int number, String service, Status status) {
  /** Whether it was done. */
  public enum Outcome {
    DONE,
    /** Nobody waits, or nobody is at the counter. */
    NOBODY,
    /** More than a minute ago, or nothing to undo. */
    TOO_LATE,
    /** The queue is closed: open it first. */
    CLOSED,
    /** There is no such shop, counter or service. */
    UNKNOWN
  }
}
