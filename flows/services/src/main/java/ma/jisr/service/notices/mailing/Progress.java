package ma.jisr.service.notices.mailing;

/**
 * How far a mailing is.
 *
 * @param stage what is happening with it
 * @param waits why nothing of it goes at the moment
 * @param total who are to get it; grows while they are being laid down
 * @param counted whether they have all been laid down
 * @param sent taken by the network, the delivered and the lost included
 * @param delivered of them, on the phone
 * @param failed refused, or lost by the network
 * @param unknown in doubt after a crash or a lost answer
 * @param left out: had said STOP or muted it, or are no subscribers any more
 * @param dropped not sent before it expired or was withdrawn
 * @param repeated sent a second time since the first was in doubt
 * @param remaining still to be sent
 * @param minutesLeft at the present rate, whole; below 0 when it cannot be said
 */
public record Progress(
    Stage stage,
    Wait waits,
    long total,
    boolean counted,
    long sent,
    long delivered,
    long failed,
    long unknown,
    long left,
    long dropped,
    long repeated,
    long remaining,
    long minutesLeft) {
  /** Why nothing goes of a mailing that is not over. */
  public enum Wait {
    /** It goes, or is over. */
    NOTHING,
    /** Its time has not come. */
    TIME,
    /** Nobody is woken. */
    QUIET_HOURS,
    /** Held by somebody's word. */
    PAUSED,
    /** No link of the node asked is up. */
    LINKS_DOWN,
    /** The day's segments of its feature are used, on all links that are up. */
    CEILING
  }

  /** What is happening with a mailing. */
  public enum Stage {
    /** Begun; its time has not come, or quiet hours hold it. */
    WAITING,
    SENDING,
    /** Held by somebody's word. */
    PAUSED,
    /** Nothing is left to be sent; receipts may still come. */
    DONE,
    /** Withdrawn by somebody's word. */
    CANCELLED,
    /** Its time was over before all had been sent. */
    EXPIRED;

    /** Whether nothing is sent any more. */
    public boolean over() {
      return this == DONE || this == CANCELLED || this == EXPIRED;
    }
  }
}
