package ma.jisr.service.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.jisr.base.text.PhoneticRuler;

/**
 * One name of a thing as it sounds: its words without those that say nothing, and all of them in
 * one.
 */
public record SoundName(List<String> keys, String joined) {
  /** The share of a key's length that may differ before nothing is left of it. */
  private static final double TOLERANCE = 0.62;

  /** Words less alike than this are different words. */
  private static final double LEAST_WORD = 0.6;

  /** Fewer sounds must be the very same. */
  private static final int LEAST_MISSPELT = 4;

  /** What a name that begins with all that was said is worth. */
  private static final double BEGUN = 0.8;

  /** What stands behind the names of samples, in two languages. */
  private static final Set<String> EXAMPLE = Set.of("ex", "مثال");

  /** A word of the name that nobody said. */
  private static final double UNSAID = 0.04;

  /** Words that run into one another are a guess more than words that match. */
  private static final double RUN_TOGETHER = 0.02;

  public SoundName {
    keys = List.copyOf(keys);
  }

  /** A name of these words, as they were folded. */
  public static SoundName of(List<String> words) {
    List<String> keys = keys(words);
    return new SoundName(keys, String.join("", keys));
  }

  private static List<String> keys(List<String> words) {
    List<String> keys = new ArrayList<>();
    for (String word : words) if (!EXAMPLE.contains(word)) keys.add(Heard.key(word));
    return keys;
  }

  /**
   * How much somebody who said these words may mean this name: 1 for the same sounds, 0 for others.
   *
   * @param said for each word its forms
   * @param sounds what sounds like them
   */
  public double likeness(List<List<String>> said, Sounds sounds) {
    return Math.max(byWords(said, sounds), sounds.alike(joined(said), joined) - RUN_TOGETHER);
  }

  private double byWords(List<List<String>> said, Sounds sounds) {
    double found = 0;
    int length = 0;
    int unsaid = keys.size();
    for (List<String> forms : said) {
      double best = 0;
      for (String form : forms)
        for (String key : keys) best = Math.max(best, sounds.alike(form, key));
      if (best > 0) unsaid--;
      int weight = forms.getFirst().length();
      found += best * weight;
      length += weight;
    }
    return length == 0 ? 0 : Math.max(0, found / length - UNSAID * Math.max(0, unsaid));
  }

  /** All that was said in one. */
  public static String joined(List<List<String>> said) {
    StringBuilder all = new StringBuilder();
    for (List<String> forms : said) all.append(forms.getFirst());
    return all.toString();
  }

  /**
   * How much two sounds are alike; 0 for different ones.
   *
   * @param ruler of what was said
   */
  static double alike(PhoneticRuler ruler, String said, String key) {
    if (said.equals(key)) return 1;
    int length = Math.max(said.length(), key.length());
    if (Math.min(said.length(), key.length()) < LEAST_MISSPELT) return 0;
    double bound = (1 - LEAST_WORD) * TOLERANCE * length;
    double distance = ruler.to(key, bound);
    double alike = distance > bound ? 0 : 1 - distance / (TOLERANCE * length);
    return key.startsWith(said) ? Math.max(alike, BEGUN) : alike;
  }
}
