package ma.jisr.service.shops;

import java.util.HashMap;
import java.util.Map;

/** What sounds like the words of one question, each word measured once. For one thread. */
final class Sounds {
  private final WordIndex words;
  private final Map<String, Map<String, Double>> bySaid = new HashMap<>();

  Sounds(WordIndex words) {
    this.words = words;
  }

  /** The sounds of names that are like this one, each with how much. */
  Map<String, Double> like(String said) {
    return bySaid.computeIfAbsent(said, one -> words.like(one, false));
  }

  /** The same for several words in one. */
  Map<String, Double> together(String said) {
    return bySaid.computeIfAbsent(said, one -> words.like(one, true));
  }

  /** How much two sounds are alike, of which the first has been looked up; 0 for others. */
  double alike(String said, String key) {
    return together(said).getOrDefault(key, 0.0);
  }
}
