package ma.jisr.service.notices.area;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Territory;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;

/** Which places lie in an area. Never asked on an event loop: a large one takes some 100 ms. */
public final class Areas {
  /**
   * How far outside a shape a place still counts as in it, metres: its point is one of its town
   * hall, its people live around it.
   */
  public static final double BUFFER = 2_000;

  private Areas() {}

  /**
   * The ids of the places that an area reaches, in order: those it names, those that lie in what it
   * names, those whose point is in a shape or at most {@link #BUFFER} from it, and the communes of
   * these. Ids that the gazetteer does not know reach nothing.
   */
  public static Set<String> places(Area area, Gazetteer gazetteer) {
    Set<String> found = new TreeSet<>();
    List<Reach> reaches = area.shapes().stream().map(Reach::new).toList();
    for (var one : gazetteer.areas()) {
      if (!(one instanceof Place place)) continue;
      if (isNamed(place, area.places(), gazetteer)) found.add(place.id());
      else if (reaches.stream().anyMatch(reach -> reach.has(place.point()))) {
        found.add(place.id());
        if (!place.commune().isEmpty()) found.add(place.commune());
      }
    }
    return Collections.unmodifiableSet(found);
  }

  private static boolean isNamed(Place place, Set<String> named, Gazetteer gazetteer) {
    if (named.isEmpty()) return false;
    return named.contains(place.id())
        || named.contains(place.commune())
        || named.contains(place.province())
        || gazetteer.provinceOf(place).filter(p -> named.contains(p.region())).isPresent();
  }

  /** Those of an area's places that the gazetteer does not know. */
  public static Set<String> unknown(Area area, Gazetteer gazetteer) {
    Set<String> unknown = new TreeSet<>(area.places());
    unknown.removeIf(id -> gazetteer.area(id).isPresent());
    return Collections.unmodifiableSet(unknown);
  }

  /** Those of some places that do not belong to a territory. */
  public static Set<String> outside(
      Collection<String> places, Territory territory, Gazetteer gazetteer) {
    Set<String> outside = new TreeSet<>(places);
    outside.removeIf(id -> territory.covers(gazetteer.way(id)));
    return Collections.unmodifiableSet(outside);
  }

  /** A shape with the box around all that it reaches: most places are far from it. */
  private static final class Reach {
    /**
     * Metres of a degree of latitude; no degree of longitude in the country has fewer than 80 km.
     */
    private static final double LAT_DEGREE = 111_000;

    private static final double LON_DEGREE = 80_000;

    private final Shape shape;
    private double south = 90;
    private double west = 180;
    private double north = -90;
    private double east = -180;

    Reach(Shape shape) {
      this.shape = shape;
      switch (shape) {
        case Polygon polygon -> polygon.points().forEach(point -> widen(point, BUFFER));
        case Circle circle -> widen(circle.centre(), BUFFER + circle.kilometres() * 1_000);
      }
    }

    private void widen(GeoPoint point, double metres) {
      south = Math.min(south, point.lat() - metres / LAT_DEGREE);
      north = Math.max(north, point.lat() + metres / LAT_DEGREE);
      west = Math.min(west, point.lon() - metres / LON_DEGREE);
      east = Math.max(east, point.lon() + metres / LON_DEGREE);
    }

    boolean has(GeoPoint point) {
      return point.lat() >= south
          && point.lat() <= north
          && point.lon() >= west
          && point.lon() <= east
          && shape.metresTo(point) <= BUFFER;
    }
  }
}
