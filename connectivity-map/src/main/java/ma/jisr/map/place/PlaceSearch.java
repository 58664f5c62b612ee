package ma.jisr.map.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.base.text.PhoneticRuler;

/**
 * Finds provinces and places by what people type: any script, any spelling, nicknames. Compares by
 * sound: a phonetic key, a prefilter by consonants, a weighted edit distance, and a little more for
 * places that more people ask for. Safe on any thread.
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

  /** The share of a key's length that may differ before nothing is left of it. */
  private static final double TOLERANCE = 0.62;

  private static final double PER_TENFOLD_POPULATION = 0.012;
  private static final double PLACE_BONUS = 0.02;
  private static final int PREFIX_KEY = 4;
  private static final double PREFIX_SCORE = 0.78;

  private static final Comparator<PlaceMatch> BEST_FIRST =
      Comparator.comparingDouble(PlaceMatch::score)
          .reversed()
          .thenComparing(match -> match.area().id());

  private final Set<String> ordinaryWords;
  private final List<Name> names = new ArrayList<>();
  private final NameIndex index;
  private final LearntNames learnt;

  /** How far a key may be, as a share of its length, from the likeliest name to mean it still. */
  private final double farthest;

  /** One spelling of one area. */
  private record Name(String key, Area area, double prior) {}

  PlaceSearch(Collection<Area> areas, LearntNames learnt) {
    this.ordinaryWords = ordinaryWords();
    this.learnt = learnt;
    for (Area area : areas) if (!(area instanceof Region)) add(area);
    this.index = new NameIndex(names.stream().map(Name::key).toList());
    double most = 0;
    for (Name name : names) most = Math.max(most, name.prior());
    this.farthest = bound(most, 1);
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
    List<PlaceMatch> ranked = matches(key, province);
    ranked.sort(BEST_FIRST);
    List<PlaceMatch> apart = withoutTheProvinceOfATown(ranked);
    return new PlaceMatches(
        apart.subList(0, Math.min(most, apart.size())), isSure(text, key, apart));
  }

  /** Every area that may be meant, by its best name, in no order. */
  private List<PlaceMatch> matches(String key, String province) {
    PhoneticRuler ruler = new PhoneticRuler(key);
    List<PlaceMatch> matches = new ArrayList<>();
    for (int i : index.candidates(key, farthest)) {
      Name name = names.get(i);
      if (!province.isEmpty() && !isIn(name.area(), province)) continue;
      double score = score(ruler, key, name);
      if (score < LEAST_SCORE) continue;
      PlaceMatch before = matches.isEmpty() ? null : matches.getLast();
      // An area's names are neighbours.
      if (before == null || before.area() != name.area())
        matches.add(new PlaceMatch(name.area(), score));
      else if (before.score() < score)
        matches.set(matches.size() - 1, new PlaceMatch(name.area(), score));
    }
    learnt(key, province, ruler, matches);
    return matches;
  }

  /** What operators taught: few names, of areas that may have been found by others already. */
  private void learnt(String key, String province, PhoneticRuler ruler, List<PlaceMatch> matches) {
    LearntNames.Names now = learnt.now();
    if (now.all().isEmpty()) return;
    for (int i : now.index().candidates(key, farthest)) {
      LearntNames.Sound sound = now.all().get(i);
      if (!province.isEmpty() && !isIn(sound.place(), province)) continue;
      double score = score(ruler, key, new Name(sound.key(), sound.place(), prior(sound.place())));
      if (score >= LEAST_SCORE) put(new PlaceMatch(sound.place(), score), matches);
    }
  }

  private static void put(PlaceMatch match, List<PlaceMatch> matches) {
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i).area() != match.area()) continue;
      if (matches.get(i).score() < match.score()) matches.set(i, match);
      return;
    }
    matches.add(match);
  }

  private static double score(PhoneticRuler ruler, String key, Name name) {
    int length = Math.max(key.length(), name.key().length());
    double bound = bound(name.prior(), length);
    double distance = ruler.to(name.key(), bound);
    double score = distance > bound ? 0 : 1 - distance / (TOLERANCE * length);
    boolean prefix = key.length() >= PREFIX_KEY && name.key().startsWith(key);
    return Math.max(score, prefix ? PREFIX_SCORE : 0) + name.prior();
  }

  /** The distance at which a name of this prior is no longer meant. */
  private static double bound(double prior, int length) {
    return (1 + prior - LEAST_SCORE) * TOLERANCE * length;
  }

  private boolean isSure(String text, String key, List<PlaceMatch> ranked) {
    if (ranked.isEmpty() || key.length() < SURE_KEY) return false;
    String whole = text.length() <= MAX_TEXT ? key : PhoneticKey.of(text);
    if (ordinaryWords.contains(whole)) return false;
    double first = ranked.getFirst().score();
    double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
    return first >= SURE_SCORE && first - second >= SURE_GAP;
  }

  /** "Chichaoua" means the town; its province of the same name would only be asked about. */
  private static List<PlaceMatch> withoutTheProvinceOfATown(List<PlaceMatch> ranked) {
    List<PlaceMatch> apart = new ArrayList<>(ranked.size());
    for (PlaceMatch match : ranked)
      if (!(match.area() instanceof Province province)
          || bestTown(ranked, province) + SURE_GAP < match.score()) apart.add(match);
    return apart;
  }

  /** The score of the best place of the province; 0 when none may be meant. */
  private static double bestTown(List<PlaceMatch> ranked, Province province) {
    for (PlaceMatch match : ranked)
      if (match.area() instanceof Place place && place.province().equals(province.id()))
        return match.score();
    return 0;
  }

  private static boolean isIn(Area area, String province) {
    return switch (area) {
      case Region ignored -> false;
      case Province itself -> itself.id().equals(province);
      case Place place -> place.province().equals(province);
    };
  }

  private static double prior(Area area) {
    return area instanceof Place place
        ? PLACE_BONUS + PER_TENFOLD_POPULATION * Math.log10(1.0 + place.population())
        : 0;
  }

  private void add(Area area) {
    double prior = prior(area);
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
