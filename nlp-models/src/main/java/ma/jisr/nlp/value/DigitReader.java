package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads a number written in digits, over the signs within it: "1 500", "1.500", "1.500,50",
 * "20,50", "20.5". A sign before three digits parts thousands: centimes have two.
 */
final class DigitReader {
  /** More digits are the number of something. */
  private static final int MAX_DIGITS = 9;

  private static final String POINTS = ".,٫،";
  private static final String THOUSANDS = " .,'’٬";

  private final Message message;

  DigitReader(Message message) {
    this.message = message;
  }

  /** The number that begins at this piece; null when it is none. */
  @Nullable Quantity read(int from) {
    if (!message.digits(from) || length(from) > MAX_DIGITS) return null;
    long whole = Long.parseLong(message.piece(from).folded());
    int next = from + 1;
    boolean canGroup = length(from) <= 3 && message.piece(from).folded().charAt(0) != '0';
    char sign = 0;
    while (canGroup
        && parted(next, THOUSANDS, 3)
        && (sign == 0 || sign == message.joint(next - 1))) {
      sign = message.joint(next - 1);
      if (sign == ' ' && !isGroup(from, next)) break;
      whole = whole * 1000 + Long.parseLong(message.piece(next).folded());
      next++;
      canGroup = whole < 1_000_000;
    }
    long rest = 0;
    if ((parted(next, POINTS, 2) || parted(next, POINTS, 1))
        && (next == from + 1 || message.joint(next - 1) != sign)) {
      long digits = Long.parseLong(message.piece(next).folded());
      rest = length(next) == 1 ? digits * 10 : digits;
      next++;
    }
    return new Quantity(whole * 100 + rest, next, false);
  }

  /** "12 500" and "1 250" are one number, "50 320" are two. */
  private boolean isGroup(int from, int next) {
    return length(from) == 1 || message.piece(next).folded().endsWith("00");
  }

  private boolean parted(int next, String signs, int digits) {
    return message.digits(next)
        && length(next) == digits
        && signs.indexOf(message.joint(next - 1)) >= 0;
  }

  private int length(int i) {
    return message.piece(i).folded().length();
  }
}
