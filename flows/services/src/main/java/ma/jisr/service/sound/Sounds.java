package ma.jisr.service.sound;

import java.util.HashMap;
import java.util.Map;

/** What sounds like the words of one question, each word measured once. For one thread. */
public final class Sounds {
  private final SoundIndex<?> words;
  private final Map<String, Map<String, Double>> bySaid = new HashMap<>();

  public Sounds(SoundIndex<?> words) {
    this.words = words;
  }

  /** The sounds of names that are like this one, each with how much. */
  public Map<String, Double> like(String said) {
    return bySaid.computeIfAbsent(said, one -> words.like(one, false));
  }

  /** The same for several words in one. */
  public Map<String, Double> together(String said) {
    return bySaid.computeIfAbsent(said, one -> words.like(one, true));
  }

  /** How much two sounds are alike, of which the first has been looked up; 0 for others. */
  public double alike(String said, String key) {
    return together(said).getOrDefault(key, 0.0);
  }
}
