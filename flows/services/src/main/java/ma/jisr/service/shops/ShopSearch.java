package ma.jisr.service.shops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.PlaceMatch;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.Whereabouts;
import ma.jisr.service.shops.ShopWords.Asked;
import ma.jisr.service.sound.Heard;
import ma.jisr.service.sound.SoundName;
import ma.jisr.service.sound.Sounds;

/**
 * One question about shops: the words that are left when trade, duty and fillers are known are a
 * name, a place, or both in either order. Every way to part them is weighed; a shop counts by the
 * way that explains most of what was said. For one question, on one thread.
 */
final class ShopSearch {
  /** Words behind the trade that are read; a name and a place have no more. */
  private static final int MOST_REST = 5;

  /** Words that may be the place: Sidi Mokhtar, Imi n Tanout. */
  private static final int MOST_PLACE = 3;

  /** A place less like its name is not meant where it is one reading of many. */
  private static final double LEAST_PLACE = 0.9;

  /** The most that can speak for a shop beside the words of its name and place. */
  private static final double MOST_BESIDE = 0.41;

  /** Below this nothing is meant. */
  private static final double LEAST = 0.72;

  /** From this score on a lone winner is taken without asking back. */
  private static final double SURE = 0.86;

  /** How far the second must be behind. */
  private static final double GAP = 0.07;

  /** What a word for the trade is worth, and one for another trade costs. */
  private static final double TRADE = 0.12;

  private static final double OTHER_TRADE = -0.25;
  private static final double DUTY = 0.2;

  /** Of words that name a place: how much they explain a shop nearby, and one elsewhere. */
  private static final double NEARBY = 0.8;

  private static final double ELSEWHERE = 0.2;

  /** For being where who asks is at home: their place, their province. */
  private static final double HOME = 0.08;

  private static final double HOME_PROVINCE = 0.04;

  /** Open ones first among equals. */
  private static final double OPEN = 0.01;

  private final ShopBook book;
  private final ShopTable table;
  private final Gazetteer gazetteer;
  private final List<String> home;
  private final String homePlace;
  private final Instant now;
  private final Sounds sounds;

  /** What speaks for each shop beside its name and place, looked up once. */
  private final Map<ListedShop, Double> beside = new HashMap<>();

  private final Map<ListedShop, Double> scores = new HashMap<>();

  /**
   * @param homePlace the id of the place of who asks; "" when nobody knows
   */
  ShopSearch(ShopBook book, ShopTable table, Gazetteer gazetteer, String homePlace, Instant now) {
    this.book = book;
    this.table = table;
    this.gazetteer = gazetteer;
    this.homePlace = homePlace;
    this.home = homePlace.isEmpty() ? List.of() : gazetteer.way(homePlace);
    this.now = now;
    this.sounds = new Sounds(table.words());
  }

  ShopMatches find(String text, int most) {
    Asked asked = ShopWords.shipped().read(text);
    if (asked.rest().isEmpty()) return byTrade(asked, most);
    List<String> rest = asked.rest().subList(0, Math.min(MOST_REST, asked.rest().size()));
    int n = rest.size();
    weigh(asked, rest, List.of());
    for (int k = 1; k <= Math.min(MOST_PLACE, n); k++)
      weigh(asked, rest.subList(0, n - k), rest.subList(n - k, n));
    for (int k = 1; k <= Math.min(MOST_PLACE, n - 1); k++)
      weigh(asked, rest.subList(k, n), rest.subList(0, k));
    return best(asked, most);
  }

  /** No name and no place was said: what is where they are at home, or all if they are few. */
  private ShopMatches byTrade(Asked asked, int most) {
    if (asked.trade() == null) return ShopMatches.NONE;
    List<Shop> shops = new ArrayList<>();
    if (homePlace.isEmpty())
      for (ListedShop listed : table.all()) {
        if (listed.shop().trade() == asked.trade()) shops.add(listed.shop());
        if (shops.size() > most) return new ShopMatches(List.of(), false, asked.trade());
      }
    else shops.addAll(book.near(asked.trade(), homePlace, most, now));
    if (asked.duty() && shops.stream().anyMatch(this::onDuty))
      shops.removeIf(shop -> !onDuty(shop));
    shops.sort(Comparator.comparing((Shop shop) -> !shop.place().equals(homePlace)));
    if (shops.isEmpty()) return ShopMatches.NONE;
    boolean one = !homePlace.isEmpty() && (shops.size() == 1 || isAlone(shops));
    return new ShopMatches(shops, one, asked.trade());
  }

  /** The only one of its trade where they are at home. */
  private boolean isAlone(List<Shop> shops) {
    return shops.size() > 1
        && shops.get(0).place().equals(homePlace)
        && !shops.get(1).place().equals(homePlace);
  }

  private boolean onDuty(Shop shop) {
    return shop.facts().duty().on(now);
  }

  /** Weighs the reading of some words as a name and others as a place. */
  private void weigh(Asked asked, List<String> name, List<String> place) {
    List<Where> places = place.isEmpty() ? List.of(Where.ANY) : places(place);
    List<List<String>> said = name.stream().map(Heard::forms).toList();
    int nameLength = length(name);
    int placeLength = length(place);
    for (Where where : places) {
      for (ListedShop listed : name.isEmpty() ? there(asked, where) : named(said)) {
        double like = name.isEmpty() ? 0 : likeness(listed, said);
        if (!name.isEmpty() && like == 0) continue;
        double most = (like * nameLength + placeLength) / (nameLength + placeLength);
        // Most of those that share one common word come to nothing, wherever they are.
        if (most + MOST_BESIDE < LEAST) continue;
        double explained = like * nameLength + where.explains(gazetteer, listed) * placeLength;
        double score =
            explained / (nameLength + placeLength)
                + beside.computeIfAbsent(listed, one -> beside(asked, one));
        scores.merge(listed, score, Math::max);
      }
    }
  }

  private static int length(List<String> words) {
    int length = 0;
    for (String word : words) length += Heard.key(word).length();
    return length;
  }

  /** Where somebody may mean. */
  private record Where(Optional<Area> area, double score) {
    static final Where ANY = new Where(Optional.empty(), 0);

    /** How much of its words is explained by a shop. */
    double explains(Gazetteer gazetteer, ListedShop listed) {
      if (area.isEmpty()) return 0;
      List<String> way = gazetteer.way(listed.shop().place());
      if (way.contains(area.get().id())) return score;
      boolean nearby =
          gazetteer
              .area(listed.shop().place())
              .filter(p -> p.point().metresTo(area.get().point()) <= ShopBook.NEAR_METRES)
              .isPresent();
      return score * (nearby ? NEARBY : ELSEWHERE);
    }
  }

  private List<Where> places(List<String> words) {
    Whereabouts asker =
        gazetteer
            .area(homePlace)
            .flatMap(gazetteer::provinceOf)
            .map(province -> gazetteer.around(province.id()))
            .orElse(Whereabouts.UNKNOWN);
    List<Where> places = new ArrayList<>();
    for (String form : spellings(words)) {
      PlaceMatches found = gazetteer.search().find(form, asker, 2);
      for (PlaceMatch match : found.matches())
        if (match.score() >= LEAST_PLACE)
          places.add(new Where(Optional.of(match.area()), Math.min(1, match.score())));
      if (!places.isEmpty()) break;
    }
    return places;
  }

  /** As it stands, and without what has grown onto it in Arabic letters. */
  private static List<String> spellings(List<String> words) {
    String all = String.join(" ", words);
    boolean grown = all.length() > 3 && "فبل".indexOf(all.charAt(0)) >= 0;
    return grown ? List.of(all, all.substring(1)) : List.of(all);
  }

  /** The shops of a place and near it, of the trade that was named. */
  private List<ListedShop> there(Asked asked, Where where) {
    List<ListedShop> found = new ArrayList<>();
    if (asked.trade() == null || where.area().isEmpty()) return found;
    for (Shop shop : book.near(asked.trade(), where.area().get().id(), MOST_THERE, now)) {
      ListedShop listed = table.byId(shop.id());
      if (listed != null) found.add(listed);
    }
    return found;
  }

  /** Shops of one trade around a place that are weighed. */
  private static final int MOST_THERE = 50;

  private Set<ListedShop> named(List<List<String>> said) {
    Set<String> keys = new LinkedHashSet<>();
    String before = "";
    for (List<String> forms : said) {
      for (String form : forms) keys.addAll(sounds.like(form).keySet());
      if (!before.isEmpty()) keys.addAll(sounds.together(before + forms.getFirst()).keySet());
      before = forms.getFirst();
    }
    if (said.size() > 2) keys.addAll(sounds.together(SoundName.joined(said)).keySet());
    return table.words().of(keys);
  }

  private double likeness(ListedShop listed, List<List<String>> said) {
    double best = 0;
    for (SoundName name : listed.names()) best = Math.max(best, name.likeness(said, sounds));
    return best;
  }

  /** What speaks for a shop beside the words of its name and place. */
  private double beside(Asked asked, ListedShop listed) {
    Shop shop = listed.shop();
    double more = 0;
    if (asked.trade() != null) more += asked.trade() == shop.trade() ? TRADE : OTHER_TRADE;
    if (asked.duty()) more += onDuty(shop) ? DUTY : -DUTY;
    if (shop.place().equals(homePlace)) more += HOME;
    else if (!home.isEmpty() && sharesProvince(shop)) more += HOME_PROVINCE;
    if (book.open(listed, now).kind() != OpenState.Kind.CLOSED) more += OPEN;
    return more;
  }

  private boolean sharesProvince(Shop shop) {
    List<String> way = gazetteer.way(shop.place());
    for (String id : home.subList(0, Math.max(0, home.size() - 1)))
      if (way.contains(id)) return true;
    return false;
  }

  private ShopMatches best(Asked asked, int most) {
    List<Map.Entry<ListedShop, Double>> ranked =
        scores.entrySet().stream()
            .filter(one -> one.getValue() >= LEAST)
            .sorted(
                Map.Entry.<ListedShop, Double>comparingByValue()
                    .reversed()
                    .thenComparing(one -> one.getKey().shop().code()))
            .toList();
    if (ranked.isEmpty()) return ShopMatches.NONE;
    double first = ranked.getFirst().getValue();
    double second = ranked.size() > 1 ? ranked.get(1).getValue() : 0;
    return new ShopMatches(
        ranked.stream().limit(most).map(one -> one.getKey().shop()).toList(),
        first >= SURE && first - second >= GAP,
        asked.trade());
  }
}
