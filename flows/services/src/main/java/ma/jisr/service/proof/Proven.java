package ma.jisr.service.proof;

/**
 * What a code has shown.
 *
 * @param outcome of it
 * @param content what the code was sent for, when it was right; else ""
 */
public record Proven(Outcome outcome, String content) {
  /** What may become of a code. */
  public enum Outcome {
    /** They have the phone. */
    RIGHT,
    /** It was another one; a new one is needed. */
    WRONG,
    /** It came too late, or there was none. */
    LATE,
    /** Too many wrong ones: nothing by SMS for a day. */
    LOCKED
  }

  @Override
  public String toString() {
    return "Proven[" + outcome + "]";
  }
}
