package ma.jisr.service.hotspots;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hotspot.Origin;
import ma.jisr.map.position.Coordinates;
import ma.jisr.map.position.Position;

/**
 * A point where flows hold a place: an item whose id is its coordinates, behind a sign that says
 * how good they are.
 */
final class PointItem {
  private static final char EXACT = '@';

  /** Somewhere around, as the network says by its cell. */
  private static final char AROUND = '~';

  /** The uncertainty of a {@code geo:} URI in metres (RFC 5870, 3.4.3). */
  private static final Pattern UNCERTAIN = Pattern.compile(";u=(\\d{1,6})$");

  private PointItem() {}

  /**
   * @param nearest the place that it lies in or by, whose name it bears
   * @param exact whether they stand there
   */
  static Value.Item of(GeoPoint point, boolean exact, Value.Item nearest) {
    // Eleven metres: as good as phones are, and no finer trace of a person than is needed.
    String id =
        exact
            ? String.format(Locale.ROOT, "%c%.4f,%.4f", EXACT, point.lat(), point.lon())
            : String.format(Locale.ROOT, "%c%.3f,%.3f", AROUND, point.lat(), point.lon());
    return new Value.Item(id, nearest.label(), nearest.fields());
  }

  /** Whether coordinates as they were typed are those of where somebody stands. */
  static boolean isExact(String typed) {
    var found = UNCERTAIN.matcher(typed);
    return !found.find() || Integer.parseInt(found.group(1)) <= Position.EXACT_METRES;
  }

  /** The same without what says how good they are. */
  static String bare(String typed) {
    return UNCERTAIN.matcher(typed).replaceFirst("");
  }

  /** The point of an item's id; empty for a place's. */
  static Optional<GeoPoint> point(String id) {
    return !id.isEmpty() && (id.charAt(0) == EXACT || id.charAt(0) == AROUND)
        ? Coordinates.read(id.substring(1))
        : Optional.empty();
  }

  /** From where somebody asks who is at the point of an item's id; empty for a place's. */
  static Optional<Origin> origin(String id) {
    return point(id)
        .map(point -> id.charAt(0) == EXACT ? Origin.at(point) : new Origin(point, false, ""));
  }
}
