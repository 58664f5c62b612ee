package ma.jisr.service.shops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.base.text.PhoneticRuler;
import ma.jisr.map.place.NameIndex;

/**
 * The shops by the sounds of their names' words. A change costs the same however many there are.
 */
final class WordIndex {
  /** How far a word may be from what was said, as a share of its length: see {@link ShopName}. */
  private static final double SHARE = 0.25;

  /** The same for what is a name's word just so, or several words in one. */
  private static final double NARROW = 0.12;

  /** New sounds that are looked through one by one before all are sorted anew. */
  private static final int MOST_FRESH = 200;

  /** The same as a share of all: sorting takes the longer, the more there are. */
  private static final int FRESH_SHARE = 20;

  /** Sounds that only begin alike. */
  private static final int MOST_BEGUN = 100;

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
    if (fresh.size() > MOST_FRESH + sorted.keys().size() / FRESH_SHARE) sort();
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

  /** Sorts what is new, after many shops have been added. */
  void settle() {
    if (!fresh.isEmpty()) sort();
  }

  /**
   * The sounds of names that are like this one, each with how much.
   *
   * @param together whether it is several words in one, of which only the likest count
   */
  Map<String, Double> like(String said, boolean together) {
    Map<String, Double> like = new HashMap<>();
    if (said.isEmpty()) return like;
    PhoneticRuler ruler = new PhoneticRuler(said);
    Sorted now = sorted;
    double share = together || byKey.containsKey(said) ? NARROW : SHARE;
    for (int i : now.index().candidates(said, share, together ? 0 : MOST_BEGUN))
      measure(ruler, said, now.keys().get(i), like);
    for (String key : fresh) measure(ruler, said, key, like);
    return like;
  }

  private static void measure(
      PhoneticRuler ruler, String said, String key, Map<String, Double> like) {
    double alike = ShopName.alike(ruler, said, key);
    if (alike > 0) like.put(key, alike);
  }

  /** The shops with a word of one of these sounds. */
  Set<ListedShop> of(Collection<String> keys) {
    Set<ListedShop> found = new LinkedHashSet<>();
    for (String key : keys) {
      List<ListedShop> of = byKey.getOrDefault(key, List.of());
      found.addAll(of.subList(0, Math.min(MOST_OF_WORD, of.size())));
    }
    return found;
  }
}
