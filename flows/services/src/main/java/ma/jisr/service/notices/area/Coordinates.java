package ma.jisr.service.notices.area;

import java.util.Locale;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;

/** Points as the Common Alerting Protocol writes them: "31.6295,-7.9811", latitude first. */
final class Coordinates {
  /** A decimal number of degrees or kilometres. No exponent, no hexadecimal, no NaN. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,4}(\\.\\d{1,15})?");

  private Coordinates() {}

  /**
   * @throws IllegalArgumentException when it is no point of the country
   */
  static GeoPoint point(String text) {
    int comma = text.indexOf(',');
    if (comma < 0 || comma != text.lastIndexOf(','))
      throw new IllegalArgumentException("a point is not written lat,lon");
    double lat = number(text.substring(0, comma));
    double lon = number(text.substring(comma + 1));
    GeoPoint point = new GeoPoint(lat, lon);
    Country.check(point);
    return point;
  }

  /**
   * @throws IllegalArgumentException when it is no decimal number
   */
  static double number(String text) {
    if (!NUMBER.matcher(text).matches())
      throw new IllegalArgumentException("a number is not written as a decimal");
    return Double.parseDouble(text);
  }

  /** To six decimals, some 10 cm. */
  static String text(GeoPoint point) {
    return trimmed(point.lat()) + ',' + trimmed(point.lon());
  }

  static String trimmed(double number) {
    String text = String.format(Locale.ROOT, "%.6f", number);
    int end = text.length();
    while (text.charAt(end - 1) == '0') end--;
    if (text.charAt(end - 1) == '.') end--;
    String shorter = text.substring(0, end);
    return shorter.equals("-0") ? "0" : shorter;
  }
}
