package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.jisr.base.Language;

/**
 * The tree of regions, provinces and places. Immutable, replaced as a whole; but for the spellings
 * that operators add while it is in use.
 */
public final class Gazetteer {
  private static final Comparator<Area> BY_NAME =
      Comparator.comparing(a -> PlainName.of(a.name().in(Language.FR, true)));

  private final Map<String, Area> byId;
  private final List<Region> regions;
  private final Map<String, List<Province>> provincesOf;
  private final Map<String, List<Place>> placesOf;
  private final LearntNames learnt = new LearntNames();
  private final PlaceSearch search;

  /**
   * @throws IllegalArgumentException when an id is there twice or a parent is missing
   */
  public Gazetteer(
      Collection<Region> regions, Collection<Province> provinces, Collection<Place> places) {
    Map<String, Area> all = new LinkedHashMap<>();
    List.of(regions, provinces, places).forEach(level -> level.forEach(a -> add(all, a)));
    provinces.forEach(p -> parent(all, p, p.region(), Region.class));
    places.forEach(p -> parent(all, p, p.province(), Province.class));
    this.byId = Map.copyOf(all);
    this.regions = regions.stream().sorted(Comparator.comparing(Region::iso)).toList();
    this.provincesOf =
        provinces.stream()
            .sorted(BY_NAME)
            .collect(Collectors.groupingBy(Province::region, HashMap::new, Collectors.toList()));
    this.placesOf =
        places.stream()
            .sorted(BY_NAME)
            .collect(Collectors.groupingBy(Place::province, HashMap::new, Collectors.toList()));
    this.search = new PlaceSearch(byId.values(), learnt);
  }

  /** Finds its places by what people type; made once, since every name is sounded out for it. */
  public PlaceSearch search() {
    return search;
  }

  /** The twelve, in the order of their official numbers: people learn menus by heart. */
  public List<Region> regions() {
    return regions;
  }

  /** The provinces of a region by French name; empty for an unknown region. */
  public List<Province> provinces(String region) {
    return List.copyOf(provincesOf.getOrDefault(region, List.of()));
  }

  /** The places of a province by French name; empty for an unknown province. */
  public List<Place> places(String province) {
    return List.copyOf(placesOf.getOrDefault(province, List.of()));
  }

  public Optional<Area> area(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Place> place(String id) {
    return area(id).filter(Place.class::isInstance).map(Place.class::cast);
  }

  /** The province that an area is or lies in; empty for a region. */
  public Optional<Province> provinceOf(Area area) {
    return switch (area) {
      case Region ignored -> Optional.empty();
      case Province province -> Optional.of(province);
      case Place place -> area(place.province()).map(Province.class::cast);
    };
  }

  /** The spellings that were learnt while this is in use. */
  public LearntNames learnt() {
    return learnt;
  }

  /** All names and aliases, in all languages. */
  public List<String> spellings() {
    List<String> all = new ArrayList<>();
    for (Area area : byId.values()) {
      all.addAll(area.name().byLanguage().values());
      if (area instanceof Place place) all.addAll(place.aliases());
    }
    return List.copyOf(all);
  }

  /** Every region, province and place, in no order. */
  public Collection<Area> areas() {
    return byId.values();
  }

  private static void add(Map<String, Area> all, Area area) {
    if (all.put(area.id(), area) != null)
      throw new IllegalArgumentException("the id " + area.id() + " is there twice");
  }

  private static void parent(Map<String, Area> all, Area child, String id, Class<?> level) {
    if (!level.isInstance(all.get(id)))
      throw new IllegalArgumentException(child.id() + " lies in " + id + ", which is not there");
  }
}
