package ma.jisr.nlp.model;

import java.util.Arrays;

/** The features of one message, by kind. Grows; not safe for use by several threads. */
public final class FeatureSet {
  private static final int USUAL = 256;

  private long[] keys = new long[USUAL];
  private int size;
  private Group[] groups = new Group[Group.values().length];
  private int[] ends = new int[Group.values().length];
  private int groupCount;

  /** Begins a kind; each kind once. */
  void begin(Group group) {
    groups[groupCount] = group;
    ends[groupCount++] = size;
  }

  /** Adds a feature of the kind begun last. */
  void add(long hash) {
    if (size == keys.length) keys = Arrays.copyOf(keys, size * 2);
    keys[size++] = Hash.pair(hash, groups[groupCount - 1].number());
    ends[groupCount - 1] = size;
  }

  /** Whether a view looks at the kind. */
  public boolean isSeen(View view, int group) {
    return view.sees(groups[group]);
  }

  public int size() {
    return size;
  }

  public long key(int at) {
    return keys[at];
  }

  public int groupCount() {
    return groupCount;
  }

  Group group(int at) {
    return groups[at];
  }

  public int from(int group) {
    return group == 0 ? 0 : ends[group - 1];
  }

  public int to(int group) {
    return ends[group];
  }

  /** What each feature of the kind counts. */
  public float value(int group) {
    int count = to(group) - from(group);
    return count == 0 ? 0 : groups[group].weight() / (float) Math.sqrt(count);
  }
}
