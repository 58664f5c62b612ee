package ma.jisr.map.exchange;

import java.util.Map;
import java.util.Optional;
import ma.jisr.map.hotspot.Hotspot.Access;
import ma.jisr.map.hotspot.Hotspot.Kind;

/** The kind of a hotspot by what OpenStreetMap's other tags say, and what a kind usually costs. */
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

  /**
   * What is supposed when nobody says what it costs: where something is sold, that it is for who
   * buys; what is public, free. Never told as certain: the row says that it was supposed.
   */
  static Access supposed(Kind kind) {
    return switch (kind) {
      case CAFE, SHOP, OTHER -> Access.CUSTOMERS;
      case CYBERCAFE, STAND -> Access.PAID;
      default -> Access.FREE;
    };
  }
}
