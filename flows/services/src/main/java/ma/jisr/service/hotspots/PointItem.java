package ma.jisr.service.hotspots;

import java.util.Locale;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.flow.value.Value;
import ma.jisr.map.position.Coordinates;

/** A point where flows hold a place: an item whose id is its coordinates. */
final class PointItem {
  private static final char MARK = '@';

  private PointItem() {}

  /**
   * @param nearest the place that it lies in or by, whose name it bears
   */
  static Value.Item of(GeoPoint point, Value.Item nearest) {
    // Eleven metres: as good as phones are, and no finer trace of a person than is needed.
    String id = String.format(Locale.ROOT, "%c%.4f,%.4f", MARK, point.lat(), point.lon());
    return new Value.Item(id, nearest.label(), nearest.fields());
  }

  /** The point of an item's id; empty for a place's. */
  static Optional<GeoPoint> point(String id) {
    return !id.isEmpty() && id.charAt(0) == MARK
        ? Coordinates.read(id.substring(1))
        : Optional.empty();
  }
}
