package ma.jisr.service.shops.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.map.exchange.Likeness;
import ma.jisr.service.shops.Shop;

/** The shops that are kept, by everything that a row may know them by. Grows; for one import. */
final class KnownShops {
  private final Map<String, Shop> byId = new HashMap<>();
  private final Map<String, Shop> byCode = new HashMap<>();
  private final Map<String, Shop> bySource = new HashMap<>();
  private final Map<String, List<Entry>> byPlace = new HashMap<>();

  /**
   * One that is there.
   *
   * @param line of the row that said so; 0 for what was there before
   */
  record Entry(Shop shop, long line, Likeness likeness) {}

  KnownShops(Collection<Shop> shops) {
    for (Shop shop : shops) {
      byId.put(shop.id(), shop);
      byCode.put(shop.code(), shop);
      String source = shop.facts().source();
      if (source != null) bySource.put(source, shop);
      if (!shop.retired()) add(shop, 0);
    }
  }

  Optional<Shop> id(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Shop> code(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Optional<Shop> source(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  void add(Shop shop, long line) {
    byPlace
        .computeIfAbsent(shop.place(), _ -> new ArrayList<>())
        .add(new Entry(shop, line, Likeness.of(shop.name())));
  }

  /** Another shop of the same trade and a similar name in the same place, the first that came. */
  Optional<Entry> twin(Shop shop) {
    Likeness likeness = Likeness.of(shop.name());
    for (Entry entry : byPlace.getOrDefault(shop.place(), List.of()))
      if (!entry.shop().id().equals(shop.id())
          && entry.shop().trade() == shop.trade()
          && entry.likeness().isLike(likeness)) return Optional.of(entry);
    return Optional.empty();
  }
}
