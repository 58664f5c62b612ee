package ma.jisr.service.shops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.text.Digits;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * The shops that people ask for, in memory: by code, by name in any spelling, by trade and place.
 * Readers never wait; a change is there for the next of them. Safe on any thread.
 */
public final class ShopBook extends Book<Shop, ShopTable> {
  /** How far is near, metres: half an hour by shared taxi. */
  public static final double NEAR_METRES = 25_000;

  private final Supplier<Gazetteer> gazetteer;
  private final Almanac almanac;

  public ShopBook(Supplier<Gazetteer> gazetteer, Almanac almanac) {
    super(ShopTable::new);
    this.gazetteer = gazetteer;
    this.almanac = almanac;
  }

  /** All that are in use, in no order. */
  public List<Shop> all() {
    return sorted().all().stream().map(ListedShop::shop).toList();
  }

  /** The shop of a code, if it is in use; digits of any script. */
  public Optional<Shop> byCode(String code) {
    return shop(sorted().byCode(Digits.western(code).strip()));
  }

  /** The shop of an id, if it is in use. */
  public Optional<Shop> byId(String id) {
    return shop(sorted().byId(id));
  }

  private static Optional<Shop> shop(@Nullable ListedShop listed) {
    return Optional.ofNullable(listed).map(ListedShop::shop);
  }

  /** Whether a shop is open, by its hours or by being on duty. */
  public OpenState open(Shop shop, Instant now) {
    ListedShop listed = sorted().byId(shop.id());
    return listed == null
        ? duty(shop, OpeningHours.of(shop.hours()).at(now, almanac), now)
        : open(listed, now);
  }

  OpenState open(ListedShop listed, Instant now) {
    return duty(listed.shop(), listed.hours().at(now, almanac), now);
  }

  /** Who is on duty is open, whatever its hours. */
  private static OpenState duty(Shop shop, OpenState hours, Instant now) {
    return hours.isOpen() || !shop.facts().duty().on(now)
        ? hours
        : new OpenState(OpenState.Kind.OPEN, Duty.end(now));
  }

  /**
   * What a text may mean: a code, a name, a trade, a place, or several of these.
   *
   * @param near the id of the place of who asks: its shops come first; "" when nobody knows
   * @param most shops to tell
   */
  public ShopMatches search(String text, String near, int most, Instant now) {
    Optional<Shop> byCode = byCode(text);
    return byCode.isPresent()
        ? new ShopMatches(List.of(byCode.get()), true, null)
        : new ShopSearch(this, sorted(), gazetteer.get(), near, now).find(text, most);
  }

  /**
   * The shops of a place and those near it: nearest place first, open ones first in each.
   *
   * @param trade only these; null for all
   * @param place the id of a place, province or region
   * @param most shops to tell
   */
  public List<Shop> near(@Nullable Trade trade, String place, int most, Instant now) {
    Optional<Area> area = gazetteer.get().area(place);
    return area.isEmpty() ? List.of() : near(trade, area.get(), most, now);
  }

  private record Ranked(Shop shop, boolean within, boolean closed, double metres) {}

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing((Ranked r) -> !r.within())
          .thenComparing(Ranked::closed)
          .thenComparingDouble(Ranked::metres)
          .thenComparing(r -> r.shop().code());

  private List<Shop> near(@Nullable Trade trade, Area area, int most, Instant now) {
    Gazetteer places = gazetteer.get();
    ShopTable shops = sorted();
    List<Ranked> found = new ArrayList<>();
    for (String id : shops.places()) {
      Optional<Area> there = places.area(id);
      if (there.isEmpty()) continue;
      boolean within = places.way(there.get()).contains(area.id());
      double metres = within ? 0 : there.get().point().metresTo(area.point());
      if (metres > NEAR_METRES) continue;
      for (ListedShop listed : shops.in(id)) {
        Shop shop = listed.shop();
        if (trade != null && shop.trade() != trade) continue;
        boolean closed = open(listed, now).kind() == OpenState.Kind.CLOSED;
        GeoPoint point = shop.point();
        double away = point == null ? metres : point.metresTo(area.point());
        found.add(new Ranked(shop, within, closed, away));
      }
    }
    return found.stream().sorted(BEST_FIRST).limit(most).map(Ranked::shop).toList();
  }
}
