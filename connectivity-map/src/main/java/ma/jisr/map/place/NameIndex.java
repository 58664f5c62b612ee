package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Phonetic keys, those of one consonant skeleton together. Finds the few that are worth an edit
 * distance: a consonant that the other key lacks costs at least one, whatever stands in its place
 * (see {@link ma.jisr.base.text.PhoneticDistance}), so that first sets of consonants are compared,
 * by counting bits, then their sequence, then the number of vowels. None that is near enough is
 * missed. Immutable.
 */
public final class NameIndex {
  /** What a vowel costs that the other key lacks, at least. */
  private static final double VOWEL = 0.25;

  private final String[] keys;
  private final int[] vowels;

  /** The skeletons, each with the indexes of its keys. */
  private final Group[] groups;

  /** The needed consonants of each skeleton, side by side: most are passed over by them. */
  private final int[] needed;

  private final int[] there;

  /** The length of the longest key of each skeleton: it bears the most. */
  private final int[] longest;

  /** The indexes of the keys in the order of their letters. */
  private final int[] byLetters;

  /** The keys of one skeleton. */
  private static final class Group {
    final Consonants consonants;
    final int[] keys;

    Group(Consonants consonants, List<Integer> keys) {
      this.consonants = consonants;
      this.keys = keys.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  public NameIndex(List<String> all) {
    keys = all.toArray(String[]::new);
    vowels = new int[keys.length];
    Map<Consonants, List<Integer>> bySkeleton = new LinkedHashMap<>();
    List<Integer> letters = new ArrayList<>(keys.length);
    for (int i = 0; i < keys.length; i++) {
      vowels[i] = Consonants.vowels(keys[i]);
      bySkeleton.computeIfAbsent(Consonants.of(keys[i]), _ -> new ArrayList<>(2)).add(i);
      letters.add(i);
    }
    letters.sort(Comparator.comparing(i -> keys[i]));
    byLetters = letters.stream().mapToInt(Integer::intValue).toArray();
    groups = new Group[bySkeleton.size()];
    needed = new int[groups.length];
    there = new int[groups.length];
    longest = new int[groups.length];
    int next = 0;
    for (Map.Entry<Consonants, List<Integer>> each : bySkeleton.entrySet()) {
      groups[next] = new Group(each.getKey(), each.getValue());
      needed[next] = each.getKey().needed();
      there[next] = each.getKey().there();
      for (int i : each.getValue()) longest[next] = Math.max(longest[next], keys[i].length());
      next++;
    }
  }

  /**
   * The indexes of the keys that may lie within a distance of this one, and of the first that begin
   * with it; in no order, none twice.
   *
   * @param key of one sound at least
   * @param share of the longer key's length: the distance
   * @param most of those that begin with it
   */
  public int[] candidates(String key, double share, int most) {
    Consonants consonants = Consonants.of(key);
    int vowelsHere = Consonants.vowels(key);
    Found found = new Found();
    for (int g = 0; g < groups.length; g++) {
      double most1 = share * Math.max(key.length(), longest[g]) + 1e-9;
      if (Integer.bitCount(consonants.needed() & ~there[g]) > most1) continue;
      if (Integer.bitCount(needed[g] & ~consonants.there()) > most1) continue;
      Group group = groups[g];
      int apart = consonants.apart(group.consonants, (int) most1);
      if (apart > most1) continue;
      for (int i : group.keys) {
        int more = Math.max(0, Math.abs(vowelsHere - vowels[i]) - apart);
        if (apart + VOWEL * more <= share * Math.max(key.length(), keys[i].length()) + 1e-9)
          found.add(i);
      }
    }
    addBegun(key, most, found);
    return found.all();
  }

  private void addBegun(String key, int most, Found found) {
    if (most == 0) return;
    int[] near = found.all();
    Arrays.sort(near);
    int at = firstFrom(key);
    for (int told = 0; at < byLetters.length && told < most; at++, told++) {
      int i = byLetters[at];
      if (!keys[i].startsWith(key)) return;
      if (Arrays.binarySearch(near, i) < 0) found.add(i);
    }
  }

  /** Where the first key stands, by letters, that is not before this one. */
  private int firstFrom(String key) {
    int low = 0;
    int high = byLetters.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[byLetters[middle]].compareTo(key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Indexes that were found. */
  private static final class Found {
    private int[] found = new int[64];
    private int size;

    void add(int index) {
      if (size == found.length) found = Arrays.copyOf(found, 2 * size);
      found[size++] = index;
    }

    int[] all() {
      return Arrays.copyOf(found, size);
    }
  }
}
