package ma.jisr.map.position;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.text.Digits;

/**
 * Coordinates as people write, dictate and share them: "31.63,-8.0", "31,63 -8,0", degrees and
 * minutes with N and W (or O, ouest), the links of Google, Apple and OpenStreetMap, {@code geo:};
 * Eastern Arabic digits. Latitude and longitude the wrong way round are seen, since in Morocco they
 * cannot be taken for one another; so is a west longitude without its minus. Outside the country
 * nothing is read: it was meant as something else.
 */
public final class Coordinates {
  /** Longest text that is looked at, characters: links grow tails. */
  public static final int MAX_TEXT = 512;

  /** Digits behind the point that nobody types by accident: 100 metres. */
  private static final int MEANT = 3;

  private static final String NUMBER = "([-+]?\\d{1,3}(?:\\.\\d{1,20})?)";
  private static final String COMMA = "(?:,|%2C|%2c)(?:\\+|%20)?";

  /** What stands in links, the pin before the middle of the picture. */
  private static final List<Pattern> LINKS =
      List.of(
          Pattern.compile("!3d" + NUMBER + "!4d" + NUMBER),
          Pattern.compile("mlat=" + NUMBER + "&(?:amp;)?mlon=" + NUMBER),
          Pattern.compile(
              "[?&](?:q|query|ll|daddr|destination|loc|coordinate|center)=(?:loc:)?"
                  + NUMBER
                  + COMMA
                  + NUMBER),
          Pattern.compile("@" + NUMBER + "," + NUMBER),
          Pattern.compile("#map=\\d{1,2}(?:\\.\\d{1,4})?/" + NUMBER + "/" + NUMBER),
          Pattern.compile("geo:" + NUMBER + "," + NUMBER),
          Pattern.compile("/(?:search|place|dir)/" + NUMBER + COMMA + NUMBER));

  private static final Pattern PAIR =
      Pattern.compile("[(\\[]?" + NUMBER + "(?: ?[,;/] ?| )" + NUMBER + "[)\\]]?");

  /** With decimal commas something else must part the two. */
  private static final Pattern COMMAS =
      Pattern.compile("([-+]?\\d{1,3},\\d{1,20})(?: ?[;/] ?|,? )([-+]?\\d{1,3},\\d{1,20})");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Coordinates() {}

  /** The point that a text names; empty when it names none in the country. */
  public static Optional<GeoPoint> read(String text) {
    if (text.length() > MAX_TEXT || !hasDigits(text)) return Optional.empty();
    String plain = plain(text);
    for (Pattern link : LINKS) {
      Matcher found = link.matcher(plain);
      if (found.find()) return point(number(found.group(1)), number(found.group(2)), true);
    }
    Matcher pair = PAIR.matcher(plain);
    if (pair.matches()) return pair(pair.group(1), pair.group(2));
    Matcher commas = COMMAS.matcher(plain);
    if (commas.matches())
      return pair(commas.group(1).replace(',', '.'), commas.group(2).replace(',', '.'));
    return Bearings.read(plain.toUpperCase(Locale.ROOT));
  }

  /** Most texts are names: they are told apart without a pattern. */
  private static boolean hasDigits(String text) {
    for (int i = 0; i < text.length(); i++) if (Character.isDigit(text.charAt(i))) return true;
    return false;
  }

  private static String plain(String text) {
    String western = Digits.western(text).strip();
    StringBuilder plain = new StringBuilder(western.length());
    for (int i = 0; i < western.length(); i++) plain.append(plain(western.charAt(i)));
    return BLANKS.matcher(plain).replaceAll(" ");
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u066B' -> '.';
      case '\u060C', '\u066C' -> ',';
      case '\u061B' -> ';';
      case '\u2212', '\u2013' -> '-';
      case '\u2019', '\u2032', '\u00B4', '`' -> '\'';
      case '\u201D', '\u201C', '\u2033' -> '"';
      case '\u00BA', '\u02DA' -> '\u00B0';
      case '\u00A0', '\u202F' -> ' ';
      default -> c;
    };
  }

  /**
   * Two bare numbers are coordinates when one has a sign or more digits than a price or an hour.
   */
  private static Optional<GeoPoint> pair(String first, String second) {
    boolean signed = first.startsWith("-") || second.startsWith("-");
    boolean precise = decimals(first) >= MEANT || decimals(second) >= MEANT;
    return signed || precise ? point(number(first), number(second), true) : Optional.empty();
  }

  private static int decimals(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point - 1;
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  /**
   * The point in the country that two numbers may mean.
   *
   * @param free whether their order, and the sign of the longitude, may be wrong
   */
  static Optional<GeoPoint> point(double lat, double lon, boolean free) {
    if (Country.contains(lat, lon)) return Optional.of(new GeoPoint(lat, lon));
    if (!free) return Optional.empty();
    if (Country.contains(lon, lat)) return Optional.of(new GeoPoint(lon, lat));
    if (Country.contains(lat, -lon)) return Optional.of(new GeoPoint(lat, -lon));
    if (Country.contains(lon, -lat)) return Optional.of(new GeoPoint(lon, -lat));
    return Optional.empty();
  }
}
