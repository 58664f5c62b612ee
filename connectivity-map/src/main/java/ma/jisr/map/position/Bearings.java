package ma.jisr.map.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jisr.base.GeoPoint;

/**
 * Degrees with letters: {@code 31°37'48"N 8°0'36"W}, "31 37.8 N 8 0.6 W", "N 31.63 O 8.01". The
 * letters stand before both or behind both; what parts the numbers does not matter.
 */
final class Bearings {
  /** Degrees, minutes and seconds. */
  private static final int MOST_PARTS = 3;

  private static final double SIXTY = 60;
  private static final String BETWEEN = " ,;/'\"\u00B0";

  private final List<Double> parts = new ArrayList<>(MOST_PARTS);
  private final List<Double> values = new ArrayList<>(2);
  private final StringBuilder letters = new StringBuilder(2);

  private Bearings() {}

  /**
   * @param text in capitals
   */
  static Optional<GeoPoint> read(String text) {
    Bearings read = new Bearings();
    if (!read.all(text) || read.values.size() != 2) return Optional.empty();
    double first = read.values.get(0);
    double second = read.values.get(1);
    boolean latitudeFirst = "NS".indexOf(read.letters.charAt(0)) >= 0;
    boolean latitudeSecond = "NS".indexOf(read.letters.charAt(1)) >= 0;
    if (latitudeFirst == latitudeSecond) return Optional.empty();
    return latitudeFirst
        ? Coordinates.point(first, second, false)
        : Coordinates.point(second, first, false);
  }

  private boolean all(String text) {
    boolean before = !text.isEmpty() && isLetter(text.charAt(0));
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (BETWEEN.indexOf(c) >= 0) {
        i++;
      } else if (isLetter(c)) {
        if (letters.length() == 2) return false;
        if (before ? letters.length() == 1 && !close(0) : parts.isEmpty()) return false;
        letters.append(c);
        if (!before && !close(letters.length() - 1)) return false;
        i++;
      } else {
        int end = number(text, i);
        if (end == i || parts.size() == MOST_PARTS) return false;
        parts.add(Double.parseDouble(text.substring(i, end)));
        i = end;
      }
    }
    if (letters.length() != 2) return false;
    return before ? close(1) : parts.isEmpty();
  }

  /** North, south, east, west, and ouest. */
  private static boolean isLetter(char c) {
    return "NSEWO".indexOf(c) >= 0;
  }

  private static int number(String text, int from) {
    int end = from;
    boolean point = false;
    while (end < text.length() && end - from < Coordinates.MAX_TEXT) {
      char c = text.charAt(end);
      boolean first = c == '.' && !point && end > from;
      if (!first && (c < '0' || c > '9')) break;
      point |= first;
      end++;
    }
    return end > from && text.charAt(end - 1) == '.' ? end - 1 : end;
  }

  /** The parts so far are a value with this letter's sign. */
  private boolean close(int letter) {
    if (parts.isEmpty() || values.size() > letter) return false;
    double value = 0;
    double unit = 1;
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && parts.get(i) >= SIXTY) return false;
      value += parts.get(i) / unit;
      unit *= SIXTY;
    }
    boolean negative = "SWO".indexOf(letters.charAt(letter)) >= 0;
    values.add(negative ? -value : value);
    parts.clear();
    return true;
  }
}
