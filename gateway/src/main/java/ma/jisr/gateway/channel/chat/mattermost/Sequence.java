package ma.jisr.gateway.channel.chat.mattermost;

/**
 * Where we are in the server's stream of events: it numbers them from 0 on, keeps the last ones,
 * and goes on where we tell it to, as long as it still has them. Confined to its link's loop.
 */
final class Sequence {
  private String connection = "";
  private long next;

  /** What an event means for the stream. */
  enum Step {
    /** It is the next one. */
    NEXT,
    /** A stream begins: what has been missed before is to be looked up. */
    BEGUN,
    /** Events are missing: this connection tells no more. */
    TORN
  }

  /** What the address of the events ends in, to go on from here. */
  String query() {
    return connection.isEmpty() ? "" : "?connection_id=" + connection + "&sequence_number=" + next;
  }

  /** A stream begins or goes on: its first event, by name. */
  Step hello(String newest, long number) {
    boolean begins = !newest.equals(connection);
    if (begins) {
      connection = newest;
      next = 0;
    }
    Step step = event(number);
    return step == Step.NEXT && begins ? Step.BEGUN : step;
  }

  /** Any other event. */
  Step event(long number) {
    if (connection.isEmpty() || number != next) {
      forget();
      return Step.TORN;
    }
    next = number + 1;
    return Step.NEXT;
  }

  /** The next connection begins anew, and what has been missed is looked up. */
  void forget() {
    connection = "";
    next = 0;
  }
}
