package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.hotspot.Hotspot;

/** Hotspots by squares of the earth, for finding one twice. Grows; for one import. */
final class Grid {
  /** How near two hotspots of similar names are one, metres: an aerial, a building, a square. */
  static final double NEAR_METRES = 50;

  /** Side of a square, degrees: at least 50 m of longitude up to 63 degrees of latitude. */
  private static final double SIDE = 0.001;

  private final Map<Long, List<Entry>> squares = new HashMap<>();

  /**
   * One that is there.
   *
   * @param line of the row that said so; 0 for what was on the map before
   */
  record Entry(Hotspot hotspot, long line, Likeness likeness) {}

  void add(Hotspot hotspot, long line) {
    GeoPoint point = hotspot.point();
    squares
        .computeIfAbsent(square(row(point), column(point)), _ -> new ArrayList<>())
        .add(new Entry(hotspot, line, Likeness.of(hotspot.name())));
  }

  /** Another hotspot of a similar name nearby, the first that came. */
  Optional<Entry> twin(Hotspot hotspot) {
    GeoPoint point = hotspot.point();
    Likeness likeness = Likeness.of(hotspot.name());
    for (long row = row(point) - 1; row <= row(point) + 1; row++)
      for (long column = column(point) - 1; column <= column(point) + 1; column++)
        for (Entry entry : squares.getOrDefault(square(row, column), List.of()))
          if (!entry.hotspot().id().equals(hotspot.id())
              && entry.hotspot().point().metresTo(point) <= NEAR_METRES
              && entry.likeness().isLike(likeness)) return Optional.of(entry);
    return Optional.empty();
  }

  private static long row(GeoPoint point) {
    return (long) Math.floor(point.lat() / SIDE);
  }

  private static long column(GeoPoint point) {
    return (long) Math.floor(point.lon() / SIDE);
  }

  private static long square(long row, long column) {
    return row * 1_000_000L + column;
  }
}
