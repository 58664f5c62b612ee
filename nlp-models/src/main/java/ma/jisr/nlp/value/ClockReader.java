package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * Reads hours: "10h30", "10:30", "9 pm", "3 heures et demie", and after words that lead to one "m3a
 * 3", "f l3chra", "مع العشرة ونص".
 */
final class ClockReader {
  private static final int MAX_HOUR = 24;

  private final Message message;
  private final NumberReader numbers;

  private int next;

  ClockReader(Message message, NumberReader numbers) {
    this.message = message;
    this.numbers = numbers;
  }

  /** Behind the hour read last. */
  int next() {
    return next;
  }

  /** The hour that begins here and says of itself that it is one; null for none. */
  @Nullable Clock clear(int i) {
    if (!message.digits(i) || message.piece(i).folded().length() > 2) return null;
    int hour = Integer.parseInt(message.piece(i).folded());
    boolean plain = message.piece(i).folded().charAt(0) != '0';
    if (message.joint(i) == ':' && isMinutes(i + 1)) {
      next = i + 2;
      return new Clock(hour, minutes(i + 1), plain && hour < 7);
    }
    Hit sign = message.exact(Kind.CUE, i + 1);
    if (sign == null || message.ends(i)) return null;
    next = sign.next();
    if (sign.is("AM") && hour <= 12) return new Clock(hour % 12, 0, false);
    if (sign.is("PM") && hour <= 12) return new Clock(hour % 12 + 12, 0, false);
    if (!sign.is("HOUR")) return null;
    if (isMinutes(next) && message.joint(next - 1) != '/') {
      int minutes = minutes(next);
      next++;
      return new Clock(hour, minutes, plain);
    }
    return withQuarters(new Clock(hour, 0, plain));
  }

  /** A number that the words before it make an hour; null for none. */
  @Nullable Clock led(int i) {
    Clock clear = clear(i);
    if (clear != null) return clear;
    Hit ordinal = message.exact(Kind.HOUR, i);
    if (ordinal != null) {
      next = ordinal.next();
      return withQuarters(new Clock(Integer.parseInt(ordinal.value()), 0, true));
    }
    Quantity number = numbers.read(i);
    if (number == null || number.hundredths() % 100 != 0) return null;
    long hour = number.hundredths() / 100;
    if (hour < 1 || hour > MAX_HOUR || isOther(number.next())) return null;
    next = number.next();
    boolean plain = !message.digits(i) || message.piece(i).folded().charAt(0) != '0';
    return withQuarters(new Clock((int) hour, 0, plain));
  }

  /** Whether money or things are counted. */
  private boolean isOther(int at) {
    if (message.ends(at - 1)) return message.joint(at - 1) == '/';
    Hit cue = message.hit(Kind.CUE, at);
    if (message.hit(Kind.CURRENCY, at) != null || (cue != null && cue.is("COUNTED"))) return true;
    boolean of = cue != null && cue.is("OF");
    return of
        && message.hit(Kind.CUE, at + 1) instanceof Hit(String v, _, _)
        && v.equals("COUNTED");
  }

  private Clock withQuarters(Clock clock) {
    Hit cue = message.exact(Kind.CUE, next);
    if (cue == null) return clock;
    int minutes =
        switch (cue.value()) {
          case "AND_HALF" -> 30;
          case "QUARTER" -> 15;
          case "LESS_QUARTER" -> -15;
          default -> 0;
        };
    if (minutes == 0) return clock;
    next = cue.next();
    return minutes > 0
        ? new Clock(clock.hour(), minutes, clock.plain())
        : new Clock(clock.hour() - 1, 60 + minutes, clock.plain());
  }

  private boolean isMinutes(int i) {
    return message.digits(i) && message.piece(i).folded().length() == 2 && minutes(i) < 60;
  }

  private int minutes(int i) {
    return Integer.parseInt(message.piece(i).folded());
  }
}
