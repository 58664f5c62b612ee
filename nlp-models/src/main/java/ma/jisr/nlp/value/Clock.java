package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * An hour as it was said.
 *
 * @param hour 0 to 24
 * @param minute 0 to 59
 * @param plain whether it may be of the afternoon: no leading zero, no "am" or "pm"
 */
record Clock(int hour, int minute, boolean plain) {
  /** Nobody has an appointment before: "m3a 3" is in the afternoon. */
  private static final int EARLIEST = 7;

  private static final int NOON = 12;

  boolean isValid() {
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
  }

  /** The same at a part of the day: "3 d l3chiya" is 15:00, "11 du soir" 23:00. */
  Clock at(@Nullable String part) {
    if (hour >= NOON || !plain) return this;
    boolean later =
        part == null
            ? hour > 0 && hour < EARLIEST
            : part.equals("afternoon") || part.equals("evening");
    return later ? new Clock(hour + NOON, minute, false) : this;
  }

  /** "09:05". */
  String text() {
    return (hour < 10 ? "0" : "") + hour + (minute < 10 ? ":0" : ":") + minute;
  }
}
