package ma.jisr.flow.port.carry;

/**
 * A link that messages go by, as who sends to many sees it.
 *
 * @param link its id
 * @param up whether it can send now
 * @param rate segments a second that the operator allows
 * @param window of submit_sm that wait for their answers
 * @param centimes of a segment; below 0 when nobody has said
 */
public record Line(String link, boolean up, int rate, int window, long centimes) {
  /** The part of a second that one durable write may take while the link goes on sending. */
  private static final int WRITES = 20;

  /**
   * Parcels that one sender keeps in flight at most: the window, and what goes while the next are
   * written down. More would only wait in the link's queue, before what is more pressing, and be in
   * doubt after a crash.
   */
  public int ahead() {
    return window + Math.max(1, rate / WRITES);
  }
}
