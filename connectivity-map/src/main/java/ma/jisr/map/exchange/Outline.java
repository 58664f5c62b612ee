package ma.jisr.map.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.GeoPoint;

/**
 * Where the country is: the outlines of its provinces, as the boundary file draws them. They are
 * drawn to some 100 m and leave out piers and islets, so that a point a little outside counts too.
 */
public final class Outline {
  /** How far outside a point may lie, degrees: some 2 km. */
  private static final double TOLERANCE = 0.02;

  private static final String FILE = "/ma/jisr/map/gazetteer/morocco-map/provinces.geojson";

  private final List<Ring> rings;

  private Outline(List<Ring> rings) {
    this.rings = rings;
  }

  /** An outline with the box around it. */
  private static final class Ring {
    /** Latitudes and longitudes take turns. */
    private final double[] points;

    private double south = 90;
    private double west = 180;
    private double north = -90;
    private double east = -180;

    Ring(double[] points) {
      this.points = points;
      for (int i = 0; i < points.length; i += 2) {
        south = Math.min(south, points[i]);
        north = Math.max(north, points[i]);
        west = Math.min(west, points[i + 1]);
        east = Math.max(east, points[i + 1]);
      }
    }

    boolean isNear(GeoPoint at) {
      return at.lat() >= south - TOLERANCE
          && at.lat() <= north + TOLERANCE
          && at.lon() >= west - TOLERANCE
          && at.lon() <= east + TOLERANCE;
    }
  }

  /** Reads the outlines: some 50 ms. */
  public static Outline read() {
    try (InputStream in = Objects.requireNonNull(Outline.class.getResourceAsStream(FILE), FILE)) {
      List<Ring> rings = new ArrayList<>();
      for (JsonNode feature : new ObjectMapper().readTree(in).path("features"))
        for (JsonNode polygon : polygons(feature.path("geometry")))
          // Its first ring only: no province has a hole that is another country.
          rings.add(ring(polygon.path(0)));
      return new Outline(List.copyOf(rings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Iterable<JsonNode> polygons(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    return geometry.path("type").asText().equals("Polygon") ? List.of(coordinates) : coordinates;
  }

  private static Ring ring(JsonNode positions) {
    double[] points = new double[2 * positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      points[2 * i] = positions.path(i).path(1).asDouble();
      points[2 * i + 1] = positions.path(i).path(0).asDouble();
    }
    return new Ring(points);
  }

  /** Whether a point is in it, or so near that the outline may be wrong. */
  public boolean has(GeoPoint point) {
    for (Ring ring : rings)
      if (ring.isNear(point) && (isInside(ring.points, point) || isBeside(ring.points, point)))
        return true;
    return false;
  }

  /**
   * The point with its latitude and longitude changed over, where only that lies in the country.
   * Morocco lies at 20 to 36 degrees north and 17 to 1 west: nowhere else looks like that.
   */
  public Optional<GeoPoint> turned(GeoPoint point) {
    boolean like =
        point.lat() >= -17.2 && point.lat() <= -0.9 && point.lon() >= 20 && point.lon() <= 36;
    if (!like) return Optional.empty();
    GeoPoint turned = new GeoPoint(/* lat= */ point.lon(), /* lon= */ point.lat());
    return has(turned) ? Optional.of(turned) : Optional.empty();
  }

  /** By how often a ray to the east crosses the outline. */
  private static boolean isInside(double[] points, GeoPoint at) {
    boolean inside = false;
    int n = points.length / 2;
    for (int i = 0, before = n - 1; i < n; before = i++) {
      double lat = points[2 * i];
      double latBefore = points[2 * before];
      if ((lat > at.lat()) == (latBefore > at.lat())) continue;
      double part = (at.lat() - lat) / (latBefore - lat);
      double crossing = points[2 * i + 1] + part * (points[2 * before + 1] - points[2 * i + 1]);
      if (at.lon() < crossing) inside = !inside;
    }
    return inside;
  }

  /**
   * Whether an edge passes within the tolerance. Degrees of longitude are taken as those of here.
   */
  private static boolean isBeside(double[] points, GeoPoint at) {
    double narrow = Math.cos(Math.toRadians(at.lat()));
    int n = points.length / 2;
    for (int i = 0, before = n - 1; i < n; before = i++) {
      double y1 = points[2 * before] - at.lat();
      double x1 = (points[2 * before + 1] - at.lon()) * narrow;
      double y2 = points[2 * i] - at.lat();
      double x2 = (points[2 * i + 1] - at.lon()) * narrow;
      double dx = x2 - x1;
      double dy = y2 - y1;
      double length = dx * dx + dy * dy;
      double part = length == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / length, 0, 1);
      double x = x1 + part * dx;
      double y = y1 + part * dy;
      if (x * x + y * y <= TOLERANCE * TOLERANCE) return true;
    }
    return false;
  }
}
