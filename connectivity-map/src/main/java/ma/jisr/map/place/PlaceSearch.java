package ma.jisr.map.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.text.PhoneticDistance;
import ma.jisr.base.text.PhoneticKey;

/**
 * Finds provinces and places by what people type: any script, any spelling, nicknames. Compares by
 * sound: a phonetic key, a prefilter by pairs of letters, a weighted edit distance, and a little
 * more for places that more people ask for. Immutable; safe on any thread.
 */
public final class PlaceSearch {
  /** Below this nothing is meant: the menu is the better answer. */
  public static final double LEAST_SCORE = 0.75;

  /** From this score on a lone winner is taken without asking back. */
  public static final double SURE_SCORE = 1.0;

  /** How far the second must be behind for the first to be sure. */
  public static final double SURE_GAP = 0.08;

  /** Longest text read, characters: the longest name has 32. */
  public static final int MAX_TEXT = 60;

  /** Shortest key looked up: one sound is in every name. */
  private static final int LEAST_KEY = 2;

  /** Shortest key that may be sure: with two sounds anything matches. */
  private static final int SURE_KEY = 3;

  /** Keys compared exactly: 300 lost none of 80 test spellings among 4,099 names. */
  private static final int CANDIDATES = 300;

  /** The share of a key's length that may differ before nothing is left of it. */
  private static final double TOLERANCE = 0.62;

  private static final double PER_TENFOLD_POPULATION = 0.012;
  private static final double PLACE_BONUS = 0.02;
  private static final int PREFIX_KEY = 4;
  private static final double PREFIX_SCORE = 0.78;

  private final Gazetteer gazetteer;
  private final Set<String> ordinaryWords;
  private final List<Name> names = new ArrayList<>();
  private final NameIndex index;

  /** One spelling of one area. */
  private record Name(String key, Area area, double prior) {}

  public PlaceSearch(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.ordinaryWords = ordinaryWords();
    for (Area area : gazetteer.areas()) if (!(area instanceof Region)) add(area);
    this.index = new NameIndex(names.stream().map(Name::key).toList());
  }

  /** What the text may mean in the whole country, at most {@code most}. */
  public PlaceMatches find(String text, int most) {
    return find(text, "", most);
  }

  /**
   * What the text may mean, at most {@code most}.
   *
   * @param province only this province's places, and itself; "" for the country
   */
  public PlaceMatches find(String text, String province, int most) {
    String key = PhoneticKey.of(text.substring(0, Math.min(MAX_TEXT, text.length())));
    if (key.length() < LEAST_KEY) return PlaceMatches.NONE;
    Map<Area, Double> best = new HashMap<>();
    for (int i : index.candidates(key, province.isEmpty() ? CANDIDATES : names.size())) {
      Name name = names.get(i);
      if (!province.isEmpty() && !isIn(name.area(), province)) continue;
      double score = score(key, name);
      if (score >= LEAST_SCORE) best.merge(name.area(), score, Math::max);
    }
    List<PlaceMatch> ranked =
        best.entrySet().stream()
            .map(e -> new PlaceMatch(e.getKey(), e.getValue()))
            .sorted(
                Comparator.comparingDouble(PlaceMatch::score)
                    .reversed()
                    .thenComparing(m -> m.area().id()))
            .toList();
    List<PlaceMatch> apart = withoutTheProvinceOfATown(ranked);
    return new PlaceMatches(
        apart.subList(0, Math.min(most, apart.size())), isSure(text, key, apart));
  }

  private static double score(String key, Name name) {
    int length = Math.max(key.length(), name.key().length());
    double bound = (1 + name.prior() - LEAST_SCORE) * TOLERANCE * length;
    double distance = PhoneticDistance.between(key, name.key(), bound);
    double score = distance > bound ? 0 : 1 - distance / (TOLERANCE * length);
    boolean prefix = key.length() >= PREFIX_KEY && name.key().startsWith(key);
    return Math.max(score, prefix ? PREFIX_SCORE : 0) + name.prior();
  }

  private boolean isSure(String text, String key, List<PlaceMatch> ranked) {
    if (ranked.isEmpty() || key.length() < SURE_KEY) return false;
    if (ordinaryWords.contains(PhoneticKey.of(text))) return false;
    double first = ranked.getFirst().score();
    double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
    return first >= SURE_SCORE && first - second >= SURE_GAP;
  }

  /** "Chichaoua" means the town; its province of the same name would only be asked about. */
  private static List<PlaceMatch> withoutTheProvinceOfATown(List<PlaceMatch> ranked) {
    Map<String, Double> towns = new HashMap<>();
    for (PlaceMatch m : ranked)
      if (m.area() instanceof Place p) towns.merge(p.province(), m.score(), Math::max);
    return ranked.stream()
        .filter(
            m ->
                !(m.area() instanceof Province p)
                    || towns.getOrDefault(p.id(), 0.0) + SURE_GAP < m.score())
        .toList();
  }

  private boolean isIn(Area area, String province) {
    return gazetteer.provinceOf(area).map(p -> p.id().equals(province)).orElse(false);
  }

  private void add(Area area) {
    double prior =
        area instanceof Place place
            ? PLACE_BONUS + PER_TENFOLD_POPULATION * Math.log10(1.0 + place.population())
            : 0;
    area.name().byLanguage().values().stream()
        .map(PhoneticKey::of)
        .distinct()
        .forEach(key -> add(key, area, prior));
    if (area instanceof Place place)
      place.aliases().stream()
          .map(PhoneticKey::of)
          .distinct()
          .forEach(key -> add(key, area, prior));
  }

  private void add(String key, Area area, double prior) {
    if (!key.isEmpty()) names.add(new Name(key, area, prior));
  }

  private static Set<String> ordinaryWords() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PlaceSearch.class.getResourceAsStream(
                        "/ma/jisr/map/gazetteer/ordinary-words.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .map(PhoneticKey::of)
          .filter(key -> !key.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
