package ma.jisr.map.source;

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
 * The boundaries of the provinces, simplified to some 200 m: who lies on the coast or a border may
 * fall outside. Immutable.
 */
public final class Boundaries {
  private static final String BUNDLED = "/ma/jisr/map/gazetteer/morocco-map/provinces.geojson";

  private final List<Ring> rings;

  /** The outer ring of a polygon, or a hole in it. */
  private static final class Ring {
    final String province;
    final boolean hole;
    private final double[] lons;
    private final double[] lats;

    /** West, east, south, north. */
    private final double[] box = {180, -180, 90, -90};

    Ring(String province, boolean hole, JsonNode points) {
      this.province = province;
      this.hole = hole;
      this.lons = new double[points.size()];
      this.lats = new double[points.size()];
      for (int i = 0; i < lons.length; i++) {
        lons[i] = points.get(i).get(0).asDouble();
        lats[i] = points.get(i).get(1).asDouble();
        box[0] = Math.min(box[0], lons[i]);
        box[1] = Math.max(box[1], lons[i]);
        box[2] = Math.min(box[2], lats[i]);
        box[3] = Math.max(box[3], lats[i]);
      }
    }

    boolean holds(double lon, double lat) {
      if (lon < box[0] || lon > box[1] || lat < box[2] || lat > box[3]) return false;
      boolean inside = false;
      for (int i = 0, j = lons.length - 1; i < lons.length; j = i++)
        if (lats[i] > lat != lats[j] > lat
            && lon < (lons[j] - lons[i]) * (lat - lats[i]) / (lats[j] - lats[i]) + lons[i])
          inside = !inside;
      return inside;
    }
  }

  private Boundaries(List<Ring> rings) {
    this.rings = List.copyOf(rings);
  }

  /** Those that come with the product; read anew each time, which takes some 100 ms. */
  public static Boundaries bundled() {
    try (InputStream in =
        Objects.requireNonNull(Boundaries.class.getResourceAsStream(BUNDLED), BUNDLED)) {
      List<Ring> rings = new ArrayList<>();
      for (JsonNode feature : new ObjectMapper().readTree(in).path("features")) {
        JsonNode geometry = feature.path("geometry");
        String province = feature.path("id").asText();
        if (geometry.path("type").asText().equals("Polygon"))
          add(rings, province, geometry.path("coordinates"));
        else for (JsonNode polygon : geometry.path("coordinates")) add(rings, province, polygon);
      }
      return new Boundaries(rings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(List<Ring> rings, String province, JsonNode polygon) {
    for (int r = 0; r < polygon.size(); r++) rings.add(new Ring(province, r > 0, polygon.get(r)));
  }

  /** The id of the province in which the point lies. */
  public Optional<String> province(GeoPoint point) {
    String found = "";
    for (Ring ring : rings) {
      if (!ring.holds(point.lon(), point.lat())) continue;
      if (!ring.hole) found = ring.province;
      else if (ring.province.equals(found)) found = "";
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
