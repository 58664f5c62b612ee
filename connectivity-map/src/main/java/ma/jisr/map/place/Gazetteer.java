package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jisr.base.Language;

/**
 * The tree of regions, provinces and places. Immutable, replaced as a whole; but for the spellings
 * that operators add while it is in use.
 */
public final class Gazetteer {
  private final Map<String, Area> byId;
  private final List<Region> regions;
  private final Map<String, List<Province>> provincesOf;
  private final Map<String, List<Place>> placesOf;
  private final Map<String, List<Place>> townsOf;
  private final LearntNames learnt = new LearntNames();
  private final PlaceSearch search;
  private final KeypadSearch keypad;

  /**
   * @throws IllegalArgumentException when an id is there twice or a parent is missing
   */
  public Gazetteer(
      Collection<Region> regions, Collection<Province> provinces, Collection<Place> places) {
    Map<String, Area> all = new LinkedHashMap<>();
    List.of(regions, provinces, places).forEach(level -> level.forEach(a -> add(all, a)));
    provinces.forEach(p -> parent(all, p, p.region(), Region.class));
    places.forEach(p -> parents(all, p));
    this.byId = Map.copyOf(all);
    this.regions = regions.stream().sorted(Comparator.comparing(Region::iso)).toList();
    this.provincesOf = grouped(provinces, Province::region);
    this.placesOf = grouped(places, Place::province);
    this.townsOf =
        grouped(places.stream().filter(p -> p.level().isTown()).toList(), Place::province);
    this.search = new PlaceSearch(byId.values(), learnt);
    this.keypad = new KeypadSearch(places);
  }

  private static <A extends Area> Map<String, List<A>> grouped(
      Collection<A> areas, Function<A, String> parent) {
    record Named<A>(String name, A area) {}
    return areas.stream()
        .map(a -> new Named<>(PlainName.of(a.name().in(Language.FR, true)), a))
        .sorted(Comparator.comparing((Named<A> n) -> n.name()).thenComparing(n -> n.area().id()))
        .map(Named::area)
        .collect(Collectors.groupingBy(parent, Collectors.toUnmodifiableList()));
  }

  /**
   * The same with some places added, or in the place of those of their ids. What does not hang
   * together any more is mended: a place without its province is left out, one whose commune is
   * gone lies in none.
   */
  public Gazetteer with(Collection<Place> more) {
    Map<String, Place> places = new LinkedHashMap<>();
    List<Province> provinces = new ArrayList<>();
    for (Area area : byId.values()) {
      if (area instanceof Place place) places.put(place.id(), place);
      if (area instanceof Province province) provinces.add(province);
    }
    for (Place place : more)
      if (byId.get(place.province()) instanceof Province) places.put(place.id(), place);
    places.replaceAll(
        (_, place) -> places.containsKey(place.commune()) ? place : place.inCommune(""));
    return new Gazetteer(regions, provinces, places.values());
  }

  /** Finds its places by what people type; made once, since every name is sounded out for it. */
  public PlaceSearch search() {
    return search;
  }

  /** Finds its places by the keys of their first letters. */
  public KeypadSearch keypad() {
    return keypad;
  }

  /** The twelve, in the order of their official numbers: people learn menus by heart. */
  public List<Region> regions() {
    return regions;
  }

  /** The provinces of a region by French name; empty for an unknown region. */
  public List<Province> provinces(String region) {
    return provincesOf.getOrDefault(region, List.of());
  }

  /** The places of a province by French name; empty for an unknown province. */
  public List<Place> places(String province) {
    return placesOf.getOrDefault(province, List.of());
  }

  /** Those of them that a menu lists: all but villages. */
  public List<Place> towns(String province) {
    return townsOf.getOrDefault(province, List.of());
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

  /**
   * The ids of the area and of all in which it lies, for {@link ma.jisr.base.Territory#covers}:
   * village, commune, province, region.
   */
  public List<String> way(Area area) {
    List<String> way = new ArrayList<>(4);
    way.add(area.id());
    if (area instanceof Place place && !place.commune().isEmpty()) way.add(place.commune());
    provinceOf(area)
        .ifPresent(
            province -> {
              if (province != area) way.add(province.id());
              way.add(province.region());
            });
    return List.copyOf(way);
  }

  /** The same by an id; of one that is not known, or no longer, only its own. */
  public List<String> way(String id) {
    Area area = byId.get(id);
    return area == null ? List.of(id) : way(area);
  }

  /** Where somebody is whose province is known; "" when it is not. */
  public Whereabouts around(String province) {
    if (!(byId.get(province) instanceof Province home)) return Whereabouts.UNKNOWN;
    return new Whereabouts(
        province, provinces(home.region()).stream().map(Province::id).collect(Collectors.toSet()));
  }

  /** The spellings that were learnt while this is in use. */
  public LearntNames learnt() {
    return learnt;
  }

  /** The names and aliases of towns, provinces and regions, in all languages. */
  public List<String> spellings() {
    List<String> all = new ArrayList<>();
    for (Area area : byId.values()) {
      if (area instanceof Place place && !place.level().isTown()) continue;
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

  private static void parents(Map<String, Area> all, Place place) {
    parent(all, place, place.province(), Province.class);
    if (!place.commune().isEmpty()) parent(all, place, place.commune(), Place.class);
  }

  private static void parent(Map<String, Area> all, Area child, String id, Class<?> level) {
    if (!level.isInstance(all.get(id)))
      throw new IllegalArgumentException(child.id() + " lies in " + id + ", which is not there");
  }
}
