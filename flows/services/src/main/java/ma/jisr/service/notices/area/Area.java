package ma.jisr.service.notices.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a notice is meant for: all that it names and all that is drawn, together.
 *
 * @param places ids of the gazetteer, of any level: a region means all that lies in it
 * @param polygons drawn ones
 * @param circles drawn ones
 */
public record Area(Set<String> places, List<Polygon> polygons, List<Circle> circles) {
  /** Most named places: more than any region has communes. */
  public static final int MOST_PLACES = 500;

  /** Most shapes of one area. */
  public static final int MOST_SHAPES = 50;

  public static final Area NOWHERE = new Area(Set.of(), List.of(), List.of());

  /**
   * @throws IllegalArgumentException when it has too many parts
   */
  public Area {
    places = Set.copyOf(places);
    polygons = List.copyOf(polygons);
    circles = List.copyOf(circles);
    if (places.size() > MOST_PLACES)
      throw new IllegalArgumentException("an area names more than " + MOST_PLACES + " places");
    if (polygons.size() + circles.size() > MOST_SHAPES)
      throw new IllegalArgumentException("an area has more than " + MOST_SHAPES + " shapes");
  }

  /** One that is not drawn. */
  public static Area of(String... places) {
    return new Area(Set.of(places), List.of(), List.of());
  }

  public boolean isEmpty() {
    return places.isEmpty() && polygons.isEmpty() && circles.isEmpty();
  }

  /** Polygons, then circles. */
  public List<Shape> shapes() {
    List<Shape> all = new ArrayList<>(polygons);
    all.addAll(circles);
    return List.copyOf(all);
  }
}
