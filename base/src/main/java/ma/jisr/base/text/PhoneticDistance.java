package ma.jisr.base.text;

import java.util.Arrays;

/**
 * The weighted edit distance of two {@link PhoneticKey}s: cheap where spellings of one name differ
 * (vowels, ayn, h, the article's l, neighbouring consonants), 1 for everything else. Symmetric.
 */
public final class PhoneticDistance {
  /** What an exceeded bound answers. */
  public static final double FAR = Double.POSITIVE_INFINITY;

  private static final double VOWEL_GONE = 0.25;
  private static final double AYN_GONE = 0.1;
  private static final double H_GONE = 0.35;
  private static final double INITIAL_L_GONE = 0.4;
  private static final double NEAR_CONSONANT = 0.4;
  private static final double AYN_AS_VOWEL = 0.25;
  private static final double OTHER = 1;

  private static final String VOWELS = "aeiu";

  /** Substitutions of vowels, row and column in the order of {@link #VOWELS}. */
  private static final double[][] VOWEL_COSTS = {
    {0, 0.15, 0.3, 0.35},
    {0.15, 0, 0.15, 0.3},
    {0.3, 0.15, 0, 0.35},
    {0.35, 0.3, 0.35, 0},
  };

  private static final String[] NEAR = {"kg", "sz", "td", "xh", "gr", "jg"};

  private PhoneticDistance() {}

  /**
   * The distance of two keys, or {@link #FAR} as soon as it must exceed the bound. Time grows with
   * the product of the lengths, each at most {@link PhoneticKey#MAX_LENGTH} or so.
   *
   * @param bound the greatest distance of interest, in the weights above
   */
  public static double between(String keyA, String keyB, double bound) {
    double[] above = new double[keyB.length() + 1];
    double[] row = new double[keyB.length() + 1];
    for (int j = 1; j <= keyB.length(); j++) above[j] = above[j - 1] + gone(keyB, j - 1);
    for (int i = 1; i <= keyA.length(); i++) {
      double deletion = gone(keyA, i - 1);
      row[0] = above[0] + deletion;
      double least = row[0];
      for (int j = 1; j <= keyB.length(); j++) {
        double swap = above[j - 1] + instead(keyA.charAt(i - 1), keyB.charAt(j - 1));
        double shorter = Math.min(above[j] + deletion, row[j - 1] + gone(keyB, j - 1));
        row[j] = Math.min(swap, shorter);
        least = Math.min(least, row[j]);
      }
      if (least > bound) return FAR;
      double[] spare = above;
      above = row;
      row = spare;
      Arrays.fill(row, 0);
    }
    double distance = above[keyB.length()];
    return distance > bound ? FAR : distance;
  }

  /** The cost of the letter's absence from the other key. */
  private static double gone(String key, int at) {
    char c = key.charAt(at);
    if (VOWELS.indexOf(c) >= 0) return VOWEL_GONE;
    if (c == PhoneticKey.AYN) return AYN_GONE;
    if (c == 'h') return H_GONE;
    return c == 'l' && at == 0 ? INITIAL_L_GONE : OTHER;
  }

  private static double instead(char a, char b) {
    if (a == b) return 0;
    int vowelA = VOWELS.indexOf(a);
    int vowelB = VOWELS.indexOf(b);
    if (vowelA >= 0 && vowelB >= 0) return VOWEL_COSTS[vowelA][vowelB];
    if ((a == PhoneticKey.AYN && vowelB >= 0) || (b == PhoneticKey.AYN && vowelA >= 0))
      return AYN_AS_VOWEL;
    for (String pair : NEAR)
      if (pair.indexOf(a) >= 0 && pair.indexOf(b) >= 0) return NEAR_CONSONANT;
    return OTHER;
  }
}
