package ma.jisr.service.notices.notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Territory;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.service.audience.GroupAreas;
import ma.jisr.service.audience.Lists;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Areas;

/**
 * Whom an area is about: the places that a territory lets it reach, and the lists in which their
 * people stand. What is drawn reaches as far as the territory; what is named must lie in it. Never
 * asked on an event loop: a large drawn area takes some 100 ms.
 */
final class Aiming {
  private final Supplier<Gazetteer> gazetteer;
  private final GroupAreas groups;

  Aiming(Supplier<Gazetteer> gazetteer, GroupAreas groups) {
    this.gazetteer = gazetteer;
    this.groups = groups;
  }

  /**
   * The ids of the places that are named or drawn, within a territory; what is named is not taken
   * apart.
   */
  Set<String> places(Area area, Territory territory) {
    Gazetteer known = gazetteer.get();
    Set<String> places = new TreeSet<>(area.places());
    places.addAll(drawn(area, territory, known));
    return places;
  }

  /** The lists of an area, within a territory. */
  Set<String> lists(Area area, Territory territory) {
    Gazetteer known = gazetteer.get();
    Set<String> lists = new TreeSet<>();
    for (String place : area.places()) lists.addAll(Lists.of(known, place));
    Set<String> drawn = drawn(area, territory, known);
    drawn.forEach(place -> lists.add(Lists.place(place)));
    whole(drawn, known, territory)
        .forEach(
            province -> {
              known.places(province).forEach(place -> lists.remove(Lists.place(place.id())));
              lists.add(Lists.place(province));
            });
    area.groups().forEach(group -> lists.add(Lists.group(group)));
    return lists;
  }

  /** The communes of what is drawn: who follows a village stands in its commune's list, too. */
  private static Set<String> drawn(Area area, Territory territory, Gazetteer known) {
    if (!area.drawn()) return Set.of();
    Area shapes = new Area(Set.of(), area.polygons(), area.circles(), Set.of(), null);
    Set<String> reached = new HashSet<>(Areas.places(shapes, known));
    reached.removeIf(
        id ->
            !territory.covers(known.way(id))
                || known.place(id).map(place -> reached.contains(place.commune())).orElse(true));
    return reached;
  }

  /** Provinces all of whose communes are meant: one list says as much as all of theirs. */
  private static Set<String> whole(Set<String> drawn, Gazetteer known, Territory territory) {
    Set<String> provinces = new HashSet<>();
    for (String id : drawn) known.place(id).map(Place::province).ifPresent(provinces::add);
    provinces.removeIf(
        province ->
            !territory.covers(known.way(province))
                || !known.places(province).stream()
                    .filter(place -> place.commune().isEmpty())
                    .allMatch(place -> drawn.contains(place.id())));
    return provinces;
  }

  /** What of an area an actor may not write to, in English, naming the field; "" for nothing. */
  String problem(Area area) {
    Set<String> unknown = Areas.unknown(area, gazetteer.get());
    return unknown.isEmpty() ? "" : "places: not in the gazetteer: " + String.join(", ", unknown);
  }

  /**
   * Of each place that is named, and of the area of each group, its id and those of the areas in
   * which it lies.
   */
  List<List<String>> ways(Area area) {
    Gazetteer known = gazetteer.get();
    List<List<String>> ways = new ArrayList<>();
    for (String place : area.places()) ways.add(known.way(place));
    for (String group : area.groups())
      groups.of(group).filter(of -> !of.isEmpty()).ifPresent(of -> ways.add(known.way(of)));
    return ways;
  }

  /** Whether it is for a group of the whole country, or for one that nobody knows. */
  boolean whole(Area area) {
    return area.groups().stream().anyMatch(group -> groups.of(group).orElse("").isEmpty());
  }

  /** Reads whose its groups are, where it has any. */
  CompletableFuture<Void> fresh(Area area) {
    return area.groups().isEmpty() ? CompletableFuture.allOf() : groups.refresh();
  }

  /** The same of each place whose list it is. */
  List<List<String>> ways(Set<String> lists) {
    Gazetteer known = gazetteer.get();
    return lists.stream()
        .filter(list -> !Lists.isGroup(list) && !list.equals(Lists.ALL))
        .map(list -> known.way(Lists.id(list)))
        .toList();
  }
}
