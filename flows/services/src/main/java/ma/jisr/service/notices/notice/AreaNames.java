package ma.jisr.service.notices.notice;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.words.ShortName;

/** What a text calls the area of a notice. */
public final class AreaNames {
  /** Places that a text names one by one. */
  private static final int MOST_NAMED = 2;

  /** Longest name of a place in a text, characters: what the templates are made to hold. */
  private static final int MAX_NAME = 30;

  private final Supplier<Gazetteer> gazetteer;

  public AreaNames(Supplier<Gazetteer> gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Its own name, else those of one or two places, else the province or region in which all of them
   * lie; empty for what has none of these.
   */
  public Optional<LocalText> of(Area area) {
    LocalText own = area.name();
    if (own != null) return Optional.of(own);
    if (area.drawn() || area.places().isEmpty()) return Optional.empty();
    Gazetteer known = gazetteer.get();
    List<LocalText> names =
        area.places().stream()
            .sorted()
            .flatMap(id -> known.area(id).stream())
            .map(place -> ShortName.of(place.name(), MAX_NAME))
            .toList();
    if (names.isEmpty()) return Optional.empty();
    if (names.size() <= MOST_NAMED) return Optional.of(joined(names));
    return around(area.places(), known)
        .flatMap(known::area)
        .map(place -> ShortName.of(place.name(), MAX_NAME));
  }

  private static LocalText joined(List<LocalText> names) {
    if (names.size() == 1) return names.getFirst();
    Map<Language, String> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      boolean latin = language.script() == Script.LATIN;
      String between = language.script() == Script.ARABIC ? "، " : ", ";
      all.put(
          language,
          names.stream()
              .map(name -> name.in(language, latin))
              .collect(Collectors.joining(between)));
    }
    return new LocalText(all);
  }

  /** The smallest area in which all of these lie. */
  private static Optional<String> around(Set<String> places, Gazetteer known) {
    Set<String> common =
        places.stream()
            .map(id -> (Set<String>) new LinkedHashSet<>(known.way(id)))
            .reduce(
                (all, way) -> {
                  all.retainAll(way);
                  return all;
                })
            .orElse(Set.of());
    return common.stream().max(Comparator.comparingInt(id -> known.way(id).size()));
  }
}
