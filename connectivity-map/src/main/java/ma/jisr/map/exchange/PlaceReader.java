package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.index.KdTree;
import ma.jisr.map.index.Neighbour;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceMatch;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.Province;
import org.jspecify.annotations.Nullable;

/** In which place of the gazetteer a row says that its hotspot is. */
public final class PlaceReader {
  /** Beyond this, metres, a name that was found is not believed, nor an id without a word. */
  private static final double FAR_METRES = 60_000;

  /** Names that are looked at: homonyms in several provinces. */
  private static final int CANDIDATES = 4;

  private final Gazetteer gazetteer;
  private final KdTree<Place> tree;

  public PlaceReader(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    List<Place> places = new ArrayList<>();
    for (Area area : gazetteer.areas()) if (area instanceof Place place) places.add(place);
    this.tree = KdTree.of(places, Place::point);
  }

  /**
   * The place of a row.
   *
   * @param point of the hotspot; null when the row has none
   * @param within whether the point lies in the country: else no name is looked up
   */
  public Place read(Told told, @Nullable GeoPoint point, boolean within, List<Note> notes) {
    String cell = told.get(Columns.PLACE);
    Optional<Place> byId = gazetteer.place(cell);
    if (byId.isPresent()) {
      far(byId.get(), point, notes);
      return byId.get();
    }
    if (point == null) return named(told, cell);
    if (!cell.isEmpty() && within) {
      Optional<Place> near =
          matches(told, cell).matches().stream()
              .map(PlaceMatch::area)
              .filter(Place.class::isInstance)
              .map(Place.class::cast)
              .filter(place -> place.point().metresTo(point) <= FAR_METRES)
              .findFirst();
      if (near.isPresent()) return near.get();
    }
    if (!cell.isEmpty()) notes.add(new Note(Remark.PLACE_NEAREST, Columns.PLACE, cell));
    return nearest(point);
  }

  /** The place nearest to a point. */
  Place nearest(GeoPoint point) {
    List<Neighbour<Place>> found = tree.nearest(point, 1, Double.MAX_VALUE, _ -> true);
    if (found.isEmpty()) throw new IllegalStateException("the gazetteer has no places");
    return found.getFirst().item();
  }

  /** Without a point the name has to be beyond doubt: a hotspot in another town helps nobody. */
  private Place named(Told told, String cell) {
    if (cell.isEmpty()) throw new RefusalException(Note.of(Remark.NO_POSITION));
    PlaceMatches matches = matches(told, cell);
    List<Place> places =
        matches.matches().stream()
            .map(PlaceMatch::area)
            .filter(Place.class::isInstance)
            .map(Place.class::cast)
            .toList();
    if (places.isEmpty()) throw new RefusalException(Remark.PLACE_UNKNOWN, Columns.PLACE, cell);
    if (!matches.sure() && !isOnly(places, cell))
      throw new RefusalException(Remark.PLACE_DOUBTFUL, Columns.PLACE, cell);
    return places.getFirst();
  }

  /** Whether the first is called just so, and no other one is. */
  private static boolean isOnly(List<Place> places, String cell) {
    String key = Lexicon.key(cell);
    List<Place> so =
        places.stream()
            .filter(
                p ->
                    p.name().byLanguage().values().stream()
                        .anyMatch(n -> Lexicon.key(n).equals(key)))
            .toList();
    return so.size() == 1 && so.getFirst().equals(places.getFirst());
  }

  private PlaceMatches matches(Told told, String cell) {
    String province = told.get(Columns.PROVINCE);
    return gazetteer.search().find(cell, province(province), CANDIDATES);
  }

  private String province(String cell) {
    if (cell.isEmpty()) return "";
    if (gazetteer.area(cell).filter(Province.class::isInstance).isPresent()) return cell;
    for (PlaceMatch match : gazetteer.search().find(cell, CANDIDATES).matches())
      if (match.area() instanceof Province province) return province.id();
      else if (match.area() instanceof Place place && isCalled(place.province(), cell))
        return place.province();
    throw new RefusalException(Remark.PLACE_UNKNOWN, Columns.PROVINCE, cell);
  }

  /** The town that a province is called after hides it from the search. */
  private boolean isCalled(String province, String cell) {
    Area area = Objects.requireNonNull(gazetteer.area(province).orElse(null), province);
    return area.name().byLanguage().values().stream()
        .anyMatch(name -> Lexicon.key(name).equals(Lexicon.key(cell)));
  }

  private static void far(Place place, @Nullable GeoPoint point, List<Note> notes) {
    if (point == null) return;
    double metres = place.point().metresTo(point);
    if (metres > FAR_METRES)
      notes.add(
          new Note(Remark.FAR_FROM_PLACE, Columns.PLACE, Long.toString(Math.round(metres / 1000))));
  }
}
