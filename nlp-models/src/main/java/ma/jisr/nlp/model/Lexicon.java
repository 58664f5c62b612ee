package ma.jisr.nlp.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words of 60 to 90 concepts in all languages, as {@code concept TAB language TAB form, form}.
 * A form is found as it is folded, without a grown-on article or preposition, or by its skeleton.
 * Immutable; safe for use by several threads.
 */
final class Lexicon {
  /** The longest form has so many words. */
  static final int LONGEST = 3;

  /** Shorter skeletons are shared by too many words. */
  private static final int SHORTEST_SKELETON = 3;

  private static final int[] NONE = {};

  private final String[] concepts;
  private final LongIndex exact;
  private final int[][] exactConcepts;
  private final LongIndex similar;
  private final int[][] similarConcepts;

  private Lexicon(
      String[] concepts, Map<Long, Set<Integer>> exact, Map<Long, Set<Integer>> similar) {
    this.concepts = concepts;
    this.exact = new LongIndex(keys(exact));
    this.exactConcepts = values(exact);
    this.similar = new LongIndex(keys(similar));
    this.similarConcepts = values(similar);
  }

  /**
   * Reads the lines of all lexicon files; their order does not matter.
   *
   * @throws ModelException when a line has not three columns
   */
  static Lexicon of(List<String> lines) {
    Map<String, Integer> numbers = new TreeMap<>();
    for (String line : lines) numbers.put(columns(line)[0], 0);
    String[] concepts = numbers.keySet().toArray(String[]::new);
    for (int i = 0; i < concepts.length; i++) numbers.put(concepts[i], i);
    Map<Long, Set<Integer>> exact = new LinkedHashMap<>();
    Map<Long, Set<Integer>> similar = new LinkedHashMap<>();
    for (String line : lines) {
      String[] columns = columns(line);
      Integer concept = numbers.get(columns[0]);
      if (concept == null) continue;
      for (String form : columns[2].split(",", -1)) add(Words.of(form), concept, exact, similar);
    }
    return new Lexicon(concepts, exact, similar);
  }

  private static String[] columns(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3) throw new ModelException("a line of the lexicon has not 3 columns");
    return columns;
  }

  private static void add(
      Words form, int concept, Map<Long, Set<Integer>> exact, Map<Long, Set<Integer>> similar) {
    int size = form.size();
    if (size == 0 || size > LONGEST) return;
    long word = Hash.of(form.word(0));
    long skeleton = Hash.of(form.skeleton(0));
    int letters = form.skeleton(0).length();
    for (int i = 1; i < size; i++) {
      word = Hash.pair(word, Hash.of(form.word(i)));
      skeleton = Hash.pair(skeleton, Hash.of(form.skeleton(i)));
      letters += form.skeleton(i).length();
    }
    exact.computeIfAbsent(word, w -> new TreeSet<>()).add(concept);
    if (letters >= SHORTEST_SKELETON)
      similar.computeIfAbsent(skeleton, w -> new TreeSet<>()).add(concept);
  }

  int size() {
    return concepts.length;
  }

  /** The name of a concept: {@code NOT_WORKING}. */
  String name(int concept) {
    return concepts[concept];
  }

  /** The concepts of exactly these words, by the hash of a word or the pairs of several. */
  int[] exactly(long words) {
    int at = exact.of(words);
    return at < 0 ? NONE : exactConcepts[at];
  }

  /** The concepts of words of this skeleton. */
  int[] nearly(long skeletons) {
    int at = similar.of(skeletons);
    return at < 0 ? NONE : similarConcepts[at];
  }

  private static long[] keys(Map<Long, Set<Integer>> map) {
    return map.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  private static int[][] values(Map<Long, Set<Integer>> map) {
    List<int[]> values = new ArrayList<>();
    for (Set<Integer> set : map.values())
      values.add(set.stream().mapToInt(Integer::intValue).toArray());
    return Arrays.copyOf(values.toArray(int[][]::new), values.size());
  }
}
