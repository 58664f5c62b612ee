package ma.jisr.map.exchange;

import java.util.Map;
import java.util.Optional;
import ma.jisr.map.hotspot.Hotspot.Kind;

/** The kind of a hotspot by what OpenStreetMap's other tags say. */
final class Kinds {
  private Kinds() {}

  /** By the tags beside {@code amenity}. */
  static Optional<Kind> guess(Map<String, String> tags) {
    if (tags.containsKey("shop")) return Optional.of(Kind.SHOP);
    if (is(tags, "railway", "station") || is(tags, "public_transport", "station"))
      return Optional.of(Kind.STATION);
    if (is(tags, "place", "square") || is(tags, "leisure", "park")) return Optional.of(Kind.SQUARE);
    return Optional.empty();
  }

  private static boolean is(Map<String, String> tags, String tag, String value) {
    return value.equals(tags.get(tag));
  }
}
