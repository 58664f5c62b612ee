package ma.jisr.service.shops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.map.place.NameIndex;

/**
 * The shops by the sounds of their names' words. A change costs the same however many there are.
 */
final class WordIndex {
  /** How far a word may be from what was said, as a share of its length: see {@link ShopName}. */
  private static final double SHARE = 0.25;

  /** New sounds that are looked through one by one before all are sorted anew. */
  private static final int MOST_FRESH = 300;

  /** Shops that are weighed for one word: a common name in a large country. */
  private static final int MOST_OF_WORD = 2_000;

  /** The lists are replaced, never changed. */
  private final Map<String, List<ListedShop>> byKey = new ConcurrentHashMap<>();

  private volatile Sorted sorted = new Sorted(List.of());
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

  private record Sorted(List<String> keys, NameIndex index) {
    Sorted(List<String> keys) {
      this(keys, new NameIndex(keys));
    }
  }

  /** One writer at a time. */
  void add(ListedShop shop) {
    for (String key : keys(shop)) {
      List<ListedShop> before = byKey.getOrDefault(key, List.of());
      if (before.isEmpty()) fresh.add(key);
      List<ListedShop> next = new ArrayList<>(before);
      next.add(shop);
      byKey.put(key, List.copyOf(next));
    }
    if (fresh.size() > MOST_FRESH + sorted.keys().size() / 4) sort();
  }

  /** One writer at a time. Sounds that nobody has any more go with the next sorting. */
  void remove(ListedShop shop) {
    for (String key : keys(shop))
      byKey.computeIfPresent(
          key,
          (_, all) -> {
            List<ListedShop> left = all.stream().filter(one -> !one.equals(shop)).toList();
            return left.isEmpty() ? null : left;
          });
  }

  private void sort() {
    sorted = new Sorted(List.copyOf(byKey.keySet()));
    fresh.clear();
  }

  private static Set<String> keys(ListedShop shop) {
    Set<String> keys = new LinkedHashSet<>();
    for (ShopName name : shop.names()) {
      keys.addAll(name.keys());
      keys.add(name.joined());
    }
    keys.remove("");
    return keys;
  }

  /** The shops one of whose words sounds like one of these. */
  Set<ListedShop> near(Collection<String> said) {
    Set<String> keys = new LinkedHashSet<>();
    Sorted now = sorted;
    for (String one : said) {
      if (one.isEmpty()) continue;
      for (int i : now.index().candidates(one, SHARE, MOST_FRESH)) keys.add(now.keys().get(i));
      for (String key : fresh) if (ShopName.alike(one, key) > 0) keys.add(key);
    }
    Set<ListedShop> found = new LinkedHashSet<>();
    for (String key : keys) {
      List<ListedShop> of = byKey.getOrDefault(key, List.of());
      found.addAll(of.subList(0, Math.min(MOST_OF_WORD, of.size())));
    }
    return found;
  }
}
