package ma.jisr.map.exchange;

import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.text.Digits;
import org.jspecify.annotations.Nullable;

/** Numbers as spreadsheets leave them: decimal commas, Arabic digits, lost zeros, exponents. */
public final class Numbers {
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d*)?[eE][+-]?\\d+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,18})?");
  private static final Pattern PAIR =
      Pattern.compile("\\(?\\s*([^,;\\s]+)\\s*[,;\\s]\\s*([^,;\\s]+)\\s*\\)?");
  private static final Pattern COMMA_PAIR =
      Pattern.compile("\\(?\\s*([^;\\s]+)\\s*[;\\s]\\s*([^;\\s]+)\\s*\\)?");
  private static final Pattern WHOLE = Pattern.compile("(\\d+)[.,]0+");

  /** What is left of a number of ten digits when a table takes it for a number. */
  private static final Pattern PHONE_WITHOUT_ZERO = Pattern.compile("[5-8]\\d{8}");

  private Numbers() {}

  /** Whether digits have been lost: 6.61E+08. */
  static boolean isScientific(String cell) {
    return SCIENTIFIC.matcher(Digits.western(cell)).matches();
  }

  public static void refuseScientific(String column, String cell) {
    if (isScientific(cell)) throw new RefusalException(Remark.SCIENTIFIC, column, cell);
  }

  /** A whole number to which a table has given decimals ("1042.0") without them. */
  public static String whole(String cell) {
    var matcher = WHOLE.matcher(Digits.western(cell));
    return matcher.matches() ? matcher.group(1) : cell;
  }

  /** Degrees, with a decimal point or comma. */
  static double degrees(String column, String cell) {
    refuseScientific(column, cell);
    String plain = Digits.western(cell).replace('٫', '.').replace("°", "").strip();
    if (plain.indexOf('.') < 0) plain = plain.replace(',', '.');
    if (plain.startsWith("\u2212")) plain = '-' + plain.substring(1);
    if (!DECIMAL.matcher(plain).matches())
      throw new RefusalException(Remark.NOT_A_NUMBER, column, cell);
    return Double.parseDouble(plain);
  }

  /** The point that a row tells, in two cells or in one; null when it tells none. */
  public static @Nullable GeoPoint point(Told told) {
    GeoPoint point = point(told.get(Columns.LAT), told.get(Columns.LON));
    if (point != null || told.get(Columns.POINT).isEmpty()) return point;
    return pair(told.get(Columns.POINT));
  }

  /** The point of two cells; null when both are empty. */
  static @Nullable GeoPoint point(String latitude, String longitude) {
    if (latitude.isEmpty() && longitude.isEmpty()) return null;
    return point(degrees(Columns.LAT, latitude), degrees(Columns.LON, longitude));
  }

  /** The point of one cell, latitude first: "31.63, -7.99", "(31,63; -7,99)". */
  static GeoPoint pair(String cell) {
    var matcher = PAIR.matcher(cell);
    if (!matcher.matches()) matcher = COMMA_PAIR.matcher(cell);
    if (!matcher.matches()) throw new RefusalException(Remark.NOT_A_NUMBER, Columns.POINT, cell);
    return point(
        degrees(Columns.POINT, matcher.group(1)), degrees(Columns.POINT, matcher.group(2)));
  }

  private static GeoPoint point(double lat, double lon) {
    if (Math.abs(lat) > 90) throw notOnEarth(Columns.LAT, lat);
    if (Math.abs(lon) > 180) throw notOnEarth(Columns.LON, lon);
    // A zero of its own sign would not be the same after it was stored.
    return new GeoPoint(lat + 0.0, lon + 0.0);
  }

  private static RefusalException notOnEarth(String column, double degrees) {
    return new RefusalException(Remark.NOT_ON_EARTH, column, Double.toString(degrees));
  }

  /** Whether the leading zero of a Moroccan number has been lost. */
  static boolean hasLostZero(String phone) {
    return PHONE_WITHOUT_ZERO.matcher(digits(phone)).matches();
  }

  /** The number with its zero. */
  static String restored(String phone) {
    return '0' + digits(phone);
  }

  private static String digits(String phone) {
    return whole(Digits.western(phone).replaceAll("[ .-](?=\\d)", ""));
  }
}
