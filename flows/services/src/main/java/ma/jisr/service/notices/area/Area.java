package ma.jisr.service.notices.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.jisr.base.LocalText;
import ma.jisr.map.ledger.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Whom a notice is for, by where they are or what they are: all that it names, all that is drawn
 * and all groups together.
 *
 * @param places ids of places, provinces or regions of the gazetteer: a region means all that lies
 *     in it
 * @param polygons drawn areas
 * @param circles drawn circles
 * @param groups ids of groups of people
 * @param name as a message says it; null for the names of its places
 */
public record Area(
    Set<String> places,
    List<Polygon> polygons,
    List<Circle> circles,
    Set<String> groups,
    @Nullable LocalText name) {
  /** Most places that one names: there are 75 provinces; whoever means more draws them. */
  public static final int MOST_PLACES = 100;

  /** Most drawn areas of one notice. */
  public static final int MOST_DRAWN = 50;

  /** Most groups. */
  public static final int MOST_GROUPS = 20;

  /** Longest name, characters: it stands in an SMS. */
  public static final int MAX_NAME = 40;

  private static final int MAX_ID = 120;

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public Area {
    places = Set.copyOf(places);
    polygons = List.copyOf(polygons);
    circles = List.copyOf(circles);
    groups = Set.copyOf(groups);
    Bounds.within("places", places.size(), 0, MOST_PLACES);
    Bounds.within("polygons", polygons.size(), 0, MOST_DRAWN);
    Bounds.within("circles", circles.size(), 0, MOST_DRAWN);
    Bounds.within("groups", groups.size(), 0, MOST_GROUPS);
    if (places.isEmpty() && polygons.isEmpty() && circles.isEmpty() && groups.isEmpty())
      throw new IllegalArgumentException("area: names nobody");
    for (String place : places) Bounds.line("places", place, MAX_ID);
    for (String group : groups) Bounds.line("groups", group, MAX_ID);
    if (name != null) Bounds.each("name", name, MAX_NAME);
  }

  /** Of places alone, called by their names. */
  public static Area of(String... places) {
    return new Area(Set.of(places), List.of(), List.of(), Set.of(), null);
  }

  /** Of what is drawn alone, without a name. */
  public static Area of(Shape... shapes) {
    List<Polygon> polygons = new ArrayList<>();
    List<Circle> circles = new ArrayList<>();
    for (Shape shape : shapes)
      switch (shape) {
        case Polygon polygon -> polygons.add(polygon);
        case Circle circle -> circles.add(circle);
      }
    return new Area(Set.of(), polygons, circles, Set.of(), null);
  }

  /** Whether part of it is drawn. */
  public boolean drawn() {
    return !polygons.isEmpty() || !circles.isEmpty();
  }

  /** Polygons, then circles. */
  public List<Shape> shapes() {
    List<Shape> all = new ArrayList<>(polygons);
    all.addAll(circles);
    return List.copyOf(all);
  }
}
