package ma.jisr.bench.load;

/**
 * The submit_sm that the SMSC has not answered yet: all wait the same time, so they leave in the
 * order in which they came.
 */
final class Responses {
  private final long delay;
  private int[] sequences = new int[1024];
  private long[] due = new long[1024];
  private int head;
  private int size;
  private int most;

  /**
   * @param delay nanoseconds from a submit_sm to its response
   */
  Responses(long delay) {
    this.delay = delay;
  }

  void owe(int sequence, long now) {
    if (size == due.length) grow();
    int at = (head + size) & (due.length - 1);
    sequences[at] = sequence;
    due[at] = now + delay;
    most = Math.max(most, ++size);
  }

  /** Whether any is owed: leaving it so would use up the ESME's window for good. */
  boolean owed() {
    return size > 0;
  }

  /** Whether the oldest is due. */
  boolean due(long now) {
    return size > 0 && due[head] - now <= 0;
  }

  /** Nanoseconds until the oldest is due; a long time when none is owed. */
  long until(long now) {
    return size == 0 ? Long.MAX_VALUE : Math.max(0, due[head] - now);
  }

  /** Takes the oldest. */
  int next() {
    int sequence = sequences[head];
    head = (head + 1) & (due.length - 1);
    size--;
    return sequence;
  }

  /** The most that were ever owed at once: the window that the ESME used. */
  int most() {
    return most;
  }

  private void grow() {
    int[] moreSequences = new int[2 * due.length];
    long[] moreDue = new long[2 * due.length];
    for (int i = 0; i < size; i++) {
      moreSequences[i] = sequences[(head + i) & (due.length - 1)];
      moreDue[i] = due[(head + i) & (due.length - 1)];
    }
    sequences = moreSequences;
    due = moreDue;
    head = 0;
  }
}
