package ma.jisr.map.position;

import java.util.List;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.index.KdTree;
import ma.jisr.map.index.Neighbour;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;

/**
 * Which place a point lies in or by: the nearest one of a gazetteer; and in which commune.
 * Immutable.
 */
public final class Surroundings {
  /** Nothing farther: in the emptiest part of the country the next town is 200 km away, metres. */
  private static final double REACH_METRES = 400_000;

  private final Gazetteer gazetteer;
  private final KdTree<Area> places;
  private final KdTree<Area> communes;

  public Surroundings(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.places =
        KdTree.of(gazetteer.areas().stream().filter(Place.class::isInstance).toList(), Area::point);
    this.communes =
        KdTree.of(
            gazetteer.areas().stream()
                .filter(area -> area instanceof Place place && place.level().isCommune())
                .toList(),
            Area::point);
  }

  /**
   * What a village or small town lies in, as far as that is known; else the nearest commune of its
   * province. All other areas are their own: regions, provinces, communes, parts of large cities.
   */
  public Area commune(Area area) {
    if (!(area instanceof Place place)) return area;
    boolean small = place.level() == Level.LOCALITY || place.level() == Level.CENTRE;
    if (!small) return area;
    Optional<Place> known = gazetteer.place(place.commune());
    if (known.isPresent()) return known.get();
    return communes
        .nearest(
            place.point(),
            1,
            REACH_METRES,
            other -> ((Place) other).province().equals(place.province()))
        .stream()
        .findFirst()
        .map(Neighbour::item)
        .orElse(area);
  }

  /** The gazetteer that it is of: it is replaced as a whole. */
  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /** The nearest place; empty in the middle of the sea. */
  public Optional<Area> nearest(GeoPoint point) {
    List<Neighbour<Area>> found = places.nearest(point, 1, REACH_METRES, _ -> true);
    return found.stream().findFirst().map(Neighbour::item);
  }
}
