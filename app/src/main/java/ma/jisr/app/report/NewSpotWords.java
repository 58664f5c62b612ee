package ma.jisr.app.report;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.position.Coordinates;
import ma.jisr.map.report.NewSpot;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a new hotspot, as words of the administration socket: {@code name=…},
 * values in the escapes of URLs, so that none holds a blank.
 */
public final class NewSpotWords {
  public static final String NAME = "name";
  public static final String KIND = "kind";
  public static final String ACCESS = "access";
  public static final String AT = "at";
  public static final String WAY = "way";
  public static final String HOURS = "hours";

  private static final List<String> ALL = List.of(NAME, KIND, ACCESS, AT, WAY, HOURS);

  private NewSpotWords() {}

  public static String write(String name, String value) {
    return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException naming what cannot be read
   */
  static NewSpot read(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (String word : words) {
      String[] parts = word.split("=", 2);
      if (parts.length != 2 || !ALL.contains(parts[0]))
        throw new IllegalArgumentException("a code of four to seven digits, or options");
      given.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    Hotspot.Kind kind = constant(Hotspot.Kind.class, KIND, given.get(KIND));
    return new NewSpot(
        given.get(NAME),
        kind == null ? NewSpot.AS_NAMED.kind() : kind,
        constant(Hotspot.Access.class, ACCESS, given.get(ACCESS)),
        point(given.get(AT)),
        given.get(WAY),
        given.getOrDefault(HOURS, ""));
  }

  private static @Nullable GeoPoint point(@Nullable String text) {
    if (text == null) return null;
    return Coordinates.read(text)
        .orElseThrow(() -> new IllegalArgumentException("at: write 31.2187,-8.2343"));
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Class<E> type, String name, @Nullable String word) {
    if (word == null) return null;
    for (E one : type.getEnumConstants())
      if (one.name().toLowerCase(Locale.ROOT).equals(word)) return one;
    StringBuilder known = new StringBuilder();
    for (E one : type.getEnumConstants())
      known.append(known.isEmpty() ? "" : ", ").append(one.name().toLowerCase(Locale.ROOT));
    throw new IllegalArgumentException(name + " is one of " + known);
  }
}
