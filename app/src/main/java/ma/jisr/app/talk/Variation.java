package ma.jisr.app.talk;

/**
 * How a transcript is run: the same screens and the same facts must hold every time.
 *
 * @param forgetful whether the gateway forgets everything between two lines and reads the store
 *     again
 * @param twice whether each inbound arrives twice
 * @param crashAfter after which durable write, counted from 1, the process dies; 0 for none
 * @param files whether it is kept in files; else in a store that keeps the same contract in memory:
 *     opening files is most of what a run takes
 */
public record Variation(boolean forgetful, boolean twice, int crashAfter, boolean files) {
  public static final Variation PLAIN = new Variation(false, false, 0, true);
  public static final Variation FORGETFUL = new Variation(true, false, 0, false);
  public static final Variation TWICE = new Variation(false, true, 0, false);

  /** Plainly, and nothing on disk. */
  public static final Variation LIGHT = new Variation(false, false, 0, false);

  public static Variation crash(int afterWrite) {
    return new Variation(false, false, afterWrite, false);
  }

  @Override
  public String toString() {
    if (forgetful) return "read from the store between lines";
    if (twice) return "everything arriving twice";
    return crashAfter == 0 ? "plain" : "killed after write " + crashAfter;
  }
}
