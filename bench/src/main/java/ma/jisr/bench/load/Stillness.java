package ma.jisr.bench.load;

/**
 * Counts the moments in which an ESME stood still, as they show from outside: nothing came from it
 * for 50 ms although somebody was waiting. A stalled event loop, a long fsync and a pause of the
 * collector look alike here.
 */
final class Stillness {
  private static final long LONG = 50_000_000;

  private long since;
  private boolean awaited;
  private long count;

  /** Somebody waits from now on, if nobody did. */
  void await(long now) {
    if (!awaited) since = now;
    awaited = true;
  }

  /**
   * Something came.
   *
   * @param more whether somebody still waits
   */
  void heard(long now, boolean more) {
    if (awaited && now - since >= LONG) count++;
    since = now;
    awaited = more;
  }

  long count() {
    return count;
  }
}
