package ma.jisr.app.understand;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceMatch;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.PlaceSearch;
import ma.jisr.map.place.Province;
import ma.jisr.nlp.value.Places;

/** The provinces and places of the gazetteer in use, as messages name them. */
public final class GazetteerPlaces implements Places {
  /** From this score on a word behind a preposition means the place, when no other is near. */
  private static final double LEAST_SCORE = 0.95;

  /** Names longer than this are none, in UTF-16 units. */
  private static final int MAX_LENGTH = PlaceSearch.MAX_TEXT;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final List<String> ARTICLES = List.of("al", "el", "ال");

  /** A name without its article must be as long to be told from other words. */
  private static final int LEAST_BARE = 4;

  private final ma.jisr.map.place.Places known;
  private final Supplier<Map<String, Area>> byName;
  private final Supplier<Map<String, Area>> villages;

  public GazetteerPlaces(ma.jisr.map.place.Places known) {
    this.known = known;
    this.byName = known.made(GazetteerPlaces::names);
    this.villages = known.made(GazetteerPlaces::villages);
  }

  /** Those of a gazetteer that is not replaced. */
  public GazetteerPlaces(Gazetteer gazetteer) {
    this(new ma.jisr.map.place.Places(gazetteer));
  }

  private static boolean isTown(Area area) {
    return area instanceof Province || (area instanceof Place place && place.level().isTown());
  }

  /** Villages are not among them: there is one for every other word. */
  private static Map<String, Area> names(Gazetteer gazetteer) {
    Map<String, Area> names = new HashMap<>();
    for (Area area : gazetteer.areas()) if (isTown(area)) add(area, names);
    return Map.copyOf(names);
  }

  /**
   * By their names as they are, with article: something sounds like one of them in any sentence.
   */
  private static Map<String, Area> villages(Gazetteer gazetteer) {
    Map<String, Area> names = new HashMap<>();
    for (Area area : gazetteer.areas())
      if (area instanceof Place place && !place.level().isTown())
        area.name()
            .byLanguage()
            .values()
            .forEach(name -> names.merge(letters(name), area, GazetteerPlaces::likelier));
    return Map.copyOf(names);
  }

  @Override
  public Optional<String> called(String name) {
    if (name.length() > MAX_LENGTH) return Optional.empty();
    return Optional.ofNullable(byName.get().get(letters(name)))
        .or(() -> known.now().learnt().called(name))
        .map(GazetteerPlaces::plain);
  }

  @Override
  public Optional<String> sounding(String name) {
    return town(name)
        .or(
            () ->
                name.length() > MAX_LENGTH
                    ? Optional.empty()
                    : Optional.ofNullable(villages.get().get(letters(name))))
        .map(GazetteerPlaces::plain);
  }

  /** Villages must not stand in the way of a town that is meant. */
  private Optional<Area> town(String name) {
    PlaceMatches found = known.now().search().findTowns(name, 2);
    if (found.matches().isEmpty()) return Optional.empty();
    PlaceMatch best = found.matches().getFirst();
    boolean alone =
        found.matches().size() < 2
            || best.score() - found.matches().get(1).score() >= PlaceSearch.SURE_GAP;
    return found.sure() || (best.score() >= LEAST_SCORE && alone)
        ? Optional.of(best.area())
        : Optional.empty();
  }

  private static void add(Area area, Map<String, Area> byName) {
    area.name().byLanguage().values().forEach(name -> add(name, area, byName));
    if (area instanceof Place place) place.aliases().forEach(alias -> add(alias, area, byName));
  }

  private static void add(String name, Area area, Map<String, Area> byName) {
    String letters = letters(name);
    byName.merge(letters, area, GazetteerPlaces::likelier);
    for (String article : ARTICLES)
      if (letters.startsWith(article) && letters.length() - article.length() >= LEAST_BARE)
        byName.merge(letters.substring(article.length()), area, GazetteerPlaces::likelier);
  }

  /** A town before its province, a larger place before a smaller one. */
  private static Area likelier(Area a, Area b) {
    if (a instanceof Place one && b instanceof Place other)
      return one.population() >= other.population() ? one : other;
    return a instanceof Province ? b : a;
  }

  private static String letters(String name) {
    return String.join("", TextFold.words(name));
  }

  private static String plain(Area area) {
    String name = area.name().in(Language.FR, true);
    return MARKS.matcher(Normalizer.normalize(name, Form.NFD)).replaceAll("");
  }
}
