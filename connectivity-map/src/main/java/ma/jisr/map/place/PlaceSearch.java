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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.base.text.PhoneticRuler;

/**
 * Finds provinces and places by what people type: any script, any spelling, nicknames. Compares by
 * sound: a phonetic key, a prefilter by consonants, a weighted edit distance, and a little more for
 * places that more people ask for, and for those near who asks. Safe on any thread.
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

  /** The same for a village: there is one for every other short word. */
  private static final int SURE_VILLAGE_KEY = 4;

  /** What a place has for being in the province of who asks, before others of its sound. */
  private static final double SAME_PROVINCE = 0.05;

  /** The same for its region. */
  private static final double SAME_REGION = 0.02;

  private static final Comparator<PlaceMatch> BEST_FIRST =
      Comparator.comparingDouble(PlaceMatch::score)
          .reversed()
          .thenComparing(match -> match.area().id());

  private final Set<String> ordinaryWords;
  private final SoundIndex towns;
  private final SoundIndex villages;
  private final LearntNames learnt;

  PlaceSearch(Collection<Area> areas, LearntNames learnt) {
    this.ordinaryWords = ordinaryWords();
    this.learnt = learnt;
    this.towns = SoundIndex.of(areas.stream().filter(PlaceSearch::isTown).toList());
    this.villages = SoundIndex.of(areas.stream().filter(PlaceSearch::isVillage).toList());
  }

  /** What the text may mean in the whole country, at most {@code most}. */
  public PlaceMatches find(String text, int most) {
    return find(text, _ -> true, Whereabouts.UNKNOWN, most);
  }

  /**
   * What the text may mean, at most {@code most}.
   *
   * @param province only this province's places, and itself; "" for the country
   */
  public PlaceMatches find(String text, String province, int most) {
    return find(
        text, area -> province.isEmpty() || isIn(area, province), Whereabouts.UNKNOWN, most);
  }

  /**
   * What the text may mean in the whole country to somebody; of places that sound the same, those
   * of their province come first, then those of their region, then the larger ones.
   */
  public PlaceMatches find(String text, Whereabouts asker, int most) {
    return find(text, _ -> true, asker, most);
  }

  /** The same without villages: what is meant where a place may not be meant at all. */
  public PlaceMatches findTowns(String text, int most) {
    return find(text, PlaceSearch::isTown, Whereabouts.UNKNOWN, most);
  }

  private PlaceMatches find(String text, Predicate<Area> within, Whereabouts asker, int most) {
    String key = PlaceName.key(text.substring(0, Math.min(MAX_TEXT, text.length())));
    if (key.length() < LEAST_KEY) return PlaceMatches.NONE;
    List<PlaceMatch> ranked = matches(key, within, asker);
    ranked.sort(BEST_FIRST);
    List<PlaceMatch> apart = withoutTheProvinceOfATown(ranked);
    return new PlaceMatches(
        apart.subList(0, Math.min(most, apart.size())), isSure(text, key, apart, asker));
  }

  /** Every area that may be meant, by its best name, in no order. */
  private List<PlaceMatch> matches(String key, Predicate<Area> within, Whereabouts asker) {
    PhoneticRuler ruler = new PhoneticRuler(key);
    IdentityHashMap<Area, PlaceMatch> best = new IdentityHashMap<>();
    SoundIndex.Finds finds =
        (area, sound) -> {
          double score = sound + Likelihood.prior(area) + nearness(area, asker);
          if (score < LEAST_SCORE || !within.test(area)) return;
          PlaceMatch before = best.get(area);
          if (before == null || before.score() < score) best.put(area, new PlaceMatch(area, score));
        };
    towns.near(key, ruler, finds);
    villages.near(key, ruler, finds);
    learnt.now().index().near(key, ruler, finds);
    return new ArrayList<>(best.values());
  }

  private static double nearness(Area area, Whereabouts asker) {
    if (!(area instanceof Place place)) return 0;
    if (place.province().equals(asker.province())) return SAME_PROVINCE;
    return asker.region().contains(place.province()) ? SAME_REGION : 0;
  }

  private boolean isSure(String text, String key, List<PlaceMatch> ranked, Whereabouts asker) {
    if (ranked.isEmpty()) return false;
    PlaceMatch first = ranked.getFirst();
    boolean village = isVillage(first.area());
    if (key.length() < (village ? SURE_VILLAGE_KEY : SURE_KEY)) return false;
    String whole = text.length() <= MAX_TEXT ? key : PhoneticKey.of(text);
    if (ordinaryWords.contains(whole)) return false;
    // Being near puts a place before others of its sound; it does not make up for another sound.
    double said = first.score() - nearness(first.area(), asker);
    double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
    return said >= SURE_SCORE + (village ? Likelihood.VILLAGE : 0)
        && first.score() - second >= SURE_GAP;
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

  private static boolean isTown(Area area) {
    return area instanceof Province || (area instanceof Place place && place.level().isTown());
  }

  private static boolean isVillage(Area area) {
    return area instanceof Place place && !place.level().isTown();
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
