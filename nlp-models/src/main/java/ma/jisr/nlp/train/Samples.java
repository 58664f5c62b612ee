package ma.jisr.nlp.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.nlp.model.FeatureSet;
import ma.jisr.nlp.model.View;

/** The messages of a training as numbered features with their values; rare features left out. */
final class Samples {
  private final long[] keys;
  private final List<int[]> rows = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<byte[]> kinds = new ArrayList<>();
  private final int[] outcomes;

  /**
   * Numbers the features.
   *
   * @param cutoff features of fewer messages are left out
   */
  Samples(View view, List<FeatureSet> sets, int[] outcomes, int cutoff) {
    this.outcomes = outcomes.clone();
    Map<Long, Integer> counts = new HashMap<>();
    for (FeatureSet set : sets) count(view, set, counts);
    // In the order of keys, so that nothing depends on that of a hash map.
    keys =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= cutoff)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    Map<Long, Integer> numbers = new HashMap<>();
    for (int i = 0; i < keys.length; i++) numbers.put(keys[i], i);
    for (FeatureSet set : sets) add(view, set, numbers);
  }

  private static void count(View view, FeatureSet set, Map<Long, Integer> counts) {
    for (int group = 0; group < set.groupCount(); group++)
      for (int i = set.from(group); i < set.to(group) && set.isSeen(view, group); i++)
        counts.merge(set.key(i), 1, Integer::sum);
  }

  private void add(View view, FeatureSet set, Map<Long, Integer> numbers) {
    int[] row = new int[set.size()];
    float[] value = new float[set.size()];
    byte[] kind = new byte[set.size()];
    int size = 0;
    for (int group = 0; group < set.groupCount(); group++) {
      if (!set.isSeen(view, group)) continue;
      float each = set.value(group);
      for (int i = set.from(group); i < set.to(group); i++) {
        Integer number = numbers.get(set.key(i));
        if (number == null) continue;
        row[size] = number;
        kind[size] = (byte) group;
        value[size++] = each;
      }
    }
    rows.add(Arrays.copyOf(row, size));
    values.add(Arrays.copyOf(value, size));
    kinds.add(Arrays.copyOf(kind, size));
  }

  int size() {
    return rows.size();
  }

  int features() {
    return keys.length;
  }

  /** The key of the feature of a number. */
  long key(int number) {
    return keys[number];
  }

  int[] rows(int sample) {
    return rows.get(sample);
  }

  float[] values(int sample) {
    return values.get(sample);
  }

  /** Which kind of feature each is; 0 is the one that is always there. */
  byte[] kinds(int sample) {
    return kinds.get(sample);
  }

  int outcome(int sample) {
    return outcomes[sample];
  }
}
