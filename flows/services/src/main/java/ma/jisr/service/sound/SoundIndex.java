package ma.jisr.service.sound;

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
 * Things by the sounds of their names' words. A change costs the same however many there are. One
 * writer at a time; readers never wait.
 *
 * @param <T> a thing with its names, read once
 */
public final class SoundIndex<T extends SoundIndex.Named> {
  /** What has names. */
  public interface Named {
    /** As they sound. */
    Set<SoundName> names();
  }

  /** How far a word may be from what was said, as a share of its length: see {@link SoundName}. */
  private static final double SHARE = 0.25;

  /** The same for what is a name's word just so, or several words in one. */
  private static final double NARROW = 0.12;

  /** New sounds that are looked through one by one before all are sorted anew. */
  private static final int MOST_FRESH = 200;

  /** The same as a share of all: sorting takes the longer, the more there are. */
  private static final int FRESH_SHARE = 20;

  /** Sounds that only begin alike. */
  private static final int MOST_BEGUN = 100;

  /** Things that are weighed for one word: a common name in a large country. */
  private static final int MOST_OF_WORD = 2_000;

  /** The lists are replaced, never changed. */
  private final Map<String, List<T>> byKey = new ConcurrentHashMap<>();

  private volatile Sorted sorted = new Sorted(List.of());
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

  /** Until then all is being added, and nobody asks yet. */
  private boolean settled;

  private record Sorted(List<String> keys, NameIndex index) {
    Sorted(List<String> keys) {
      this(keys, new NameIndex(keys));
    }
  }

  /** One writer at a time. */
  public void add(T thing) {
    for (String key : keys(thing)) {
      List<T> before = byKey.getOrDefault(key, List.of());
      if (before.isEmpty()) fresh.add(key);
      List<T> next = new ArrayList<>(before);
      next.add(thing);
      byKey.put(key, List.copyOf(next));
    }
    if (settled && fresh.size() > MOST_FRESH + sorted.keys().size() / FRESH_SHARE) sort();
  }

  /** One writer at a time. Sounds that nobody has any more go with the next sorting. */
  public void remove(T thing) {
    for (String key : keys(thing))
      byKey.computeIfPresent(
          key,
          (_, all) -> {
            List<T> left = all.stream().filter(one -> !one.equals(thing)).toList();
            return left.isEmpty() ? null : left;
          });
  }

  private void sort() {
    sorted = new Sorted(byKey.keySet().stream().sorted().toList());
    fresh.clear();
  }

  private Set<String> keys(T thing) {
    Set<String> keys = new LinkedHashSet<>();
    for (SoundName name : thing.names()) {
      keys.addAll(name.keys());
      keys.add(name.joined());
    }
    keys.remove("");
    return keys;
  }

  /** Sorts what is new, after many things have been added. One writer at a time. */
  public void settle() {
    settled = true;
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
    double alike = SoundName.alike(ruler, said, key);
    if (alike > 0) like.put(key, alike);
  }

  /** The things with a word of one of these sounds. */
  public Set<T> of(Collection<String> keys) {
    Set<T> found = new LinkedHashSet<>();
    for (String key : keys) {
      List<T> of = byKey.getOrDefault(key, List.of());
      found.addAll(of.subList(0, Math.min(MOST_OF_WORD, of.size())));
    }
    return found;
  }
}
