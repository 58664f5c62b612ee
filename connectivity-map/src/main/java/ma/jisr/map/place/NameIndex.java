package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An inverted index from pairs of neighbouring letters to the phonetic keys that contain them.
 * Finds, among thousands of keys, the few that are worth an edit distance. Immutable.
 */
final class NameIndex {
  private static final char EDGE = '^';

  private final int[] sizes;
  private final Map<Integer, int[]> keysWith;

  NameIndex(List<String> keys) {
    sizes = new int[keys.size()];
    Map<Integer, List<Integer>> postings = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      int[] pairs = pairs(keys.get(i));
      sizes[i] = pairs.length;
      for (int pair : pairs) postings.computeIfAbsent(pair, _ -> new ArrayList<>()).add(i);
    }
    Map<Integer, int[]> packed = HashMap.newHashMap(postings.size());
    postings.forEach(
        (pair, list) -> packed.put(pair, list.stream().mapToInt(Integer::intValue).toArray()));
    keysWith = packed;
  }

  /**
   * The indexes of the keys that share most pairs with this one, best first, at most {@code most}.
   */
  int[] candidates(String key, int most) {
    int[] shared = new int[sizes.length];
    int[] pairs = pairs(key);
    for (int pair : pairs) for (int i : keysWith.getOrDefault(pair, new int[0])) shared[i]++;
    long[] ranked =
        IntStream.range(0, sizes.length)
            .filter(i -> shared[i] > 0)
            .mapToLong(i -> rank(shared[i], pairs.length + sizes[i]) << Integer.SIZE | i)
            .toArray();
    Arrays.sort(ranked);
    int n = Math.min(most, ranked.length);
    int[] best = new int[n];
    for (int i = 0; i < n; i++) best[i] = (int) ranked[ranked.length - 1 - i];
    return best;
  }

  /** Dice's coefficient in millionths, so that it sorts as a number. */
  private static long rank(int shared, int total) {
    return 2_000_000L * shared / total;
  }

  private static int[] pairs(String key) {
    String edged = EDGE + key + EDGE;
    return IntStream.range(0, edged.length() - 1)
        .map(i -> edged.charAt(i) << Character.SIZE | edged.charAt(i + 1))
        .distinct()
        .toArray();
  }
}
