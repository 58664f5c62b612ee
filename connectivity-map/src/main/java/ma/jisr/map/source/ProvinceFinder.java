package ma.jisr.map.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.map.index.KdTree;
import ma.jisr.map.index.Neighbour;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.Province;

/**
 * The province of a row: by the code in the operator's own file; else by its point, by the code
 * that the file gives (GeoNames' second level is the last part of the HCP's code), or, just outside
 * the boundaries, as the nearest place that is known.
 */
final class ProvinceFinder {
  /** How far off the simplified coast somebody may live, metres. */
  private static final double NEAR = 20_000;

  private final Boundaries boundaries;
  private final Map<String, String> byCode = new HashMap<>();
  private final KdTree<Place> places;

  ProvinceFinder(Gazetteer gazetteer, Boundaries boundaries) {
    this.boundaries = boundaries;
    List<Place> known = new ArrayList<>();
    for (Area area : gazetteer.areas()) {
      if (area instanceof Place place) known.add(place);
      if (area instanceof Province province && !province.hcp().isEmpty()) {
        byCode.put(province.hcp(), province.id());
        byCode.put(province.hcp().substring(province.hcp().indexOf('.') + 1), province.id());
      }
    }
    this.places = KdTree.of(known, Place::point);
  }

  /** The id of the province; empty for what lies outside the country. */
  Optional<String> of(PlaceRow row) {
    Optional<String> coded = Optional.ofNullable(byCode.get(row.province()));
    if (row.ours() && coded.isPresent()) return coded;
    return boundaries.province(row.point()).or(() -> near(row, coded));
  }

  private Optional<String> near(PlaceRow row, Optional<String> coded) {
    List<Neighbour<Place>> near = places.nearest(row.point(), 1, NEAR, _ -> true);
    return near.isEmpty()
        ? Optional.empty()
        : coded.or(() -> Optional.of(near.getFirst().item().province()));
  }
}
