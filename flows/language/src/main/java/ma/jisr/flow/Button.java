package ma.jisr.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A choice of a message that can be pressed, on channels that have buttons. What is pressed comes
 * back as a text ({@link #told}), which answers only the question that it was shown with: buttons
 * stay on a chat's screen for ever, and "1 yes" below an old question must not confirm a new one.
 *
 * @param digits what can be typed instead ("1", "00")
 * @param label as shown
 * @param stamp of the message that shows it, one of that person's
 */
public record Button(String digits, String label, String stamp) {
  /** Bytes in UTF-8 that a platform must at least carry for a button. */
  public static final int LEAST_BYTES = 32;

  /** INVISIBLE SEPARATOR: nobody types it, every platform carries it. */
  private static final char BETWEEN = '\u2063';

  /** Longest text that is read as a button; labels are cut to what a platform carries. */
  private static final int MOST = 512;

  /** Five letters and digits: sixty million stamps. */
  private static final int STAMPS = 36 * 36 * 36 * 36 * 36;

  private static final int SPREAD = 0x9E3779B1;

  /** The stamp of a message: another one for another text, and for the same at another time. */
  public static String stamp(String text, Instant shown) {
    int mixed = (text.hashCode() * 31 + Long.hashCode(shown.toEpochMilli())) * SPREAD;
    return Integer.toString(Math.floorMod(mixed ^ (mixed >>> 15), STAMPS), Character.MAX_RADIX);
  }

  /**
   * What the platform is to give back when it is pressed.
   *
   * @param bytes in UTF-8 that it carries, at least {@link #LEAST_BYTES}; the label is cut to fit
   */
  public String told(int bytes) {
    String head = digits + BETWEEN + stamp + BETWEEN;
    int left = bytes - head.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    while (end < label.length()) {
      int next = end + Character.charCount(label.codePointAt(end));
      left -= label.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) break;
      end = next;
    }
    return head + label.substring(0, end);
  }

  /** Reads a text that came back; empty for what people type. */
  public static Optional<Button> pressed(String text) {
    int first = text.indexOf(BETWEEN);
    if (first < 0 || text.length() > MOST) return Optional.empty();
    int second = text.indexOf(BETWEEN, first + 1);
    if (second < 0) return Optional.empty();
    return Optional.of(
        new Button(
            text.substring(0, first),
            text.substring(second + 1),
            text.substring(first + 1, second)));
  }
}
