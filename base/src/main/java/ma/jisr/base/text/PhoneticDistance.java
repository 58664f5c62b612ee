package ma.jisr.base.text;

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

  /** The letters of keys; what is none of them is told apart from nothing. */
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** By ASCII character: its place in {@link #LETTERS}, counted from 1; 0 for all others. */
  private static final byte[] PLACES = places();

  static final int PLACE_COUNT = LETTERS.length() + 1;

  private static final double[] GONE = new double[PLACE_COUNT];

  private static final double[] INSTEAD = new double[PLACE_COUNT * PLACE_COUNT];

  static {
    for (int a = 0; a < PLACE_COUNT; a++) {
      GONE[a] = a == 0 ? OTHER : costOfAbsence(LETTERS.charAt(a - 1));
      for (int b = 0; b < PLACE_COUNT; b++) INSTEAD[a * PLACE_COUNT + b] = instead(a, b);
    }
  }

  private PhoneticDistance() {}

  private static byte[] places() {
    byte[] places = new byte[128];
    for (int i = 0; i < LETTERS.length(); i++) places[LETTERS.charAt(i)] = (byte) (i + 1);
    return places;
  }

  /**
   * The distance of two keys, or {@link #FAR} as soon as it must exceed the bound. Time grows with
   * the product of the lengths, each at most {@link PhoneticKey#MAX_LENGTH} or so.
   *
   * @param bound the greatest distance of interest, in the weights above
   */
  public static double between(String keyA, String keyB, double bound) {
    return new PhoneticRuler(keyA).to(keyB, bound);
  }

  private static double instead(int a, int b) {
    if (a == 0 || b == 0) return a == b ? 0 : OTHER;
    return a == b ? 0 : cost(LETTERS.charAt(a - 1), LETTERS.charAt(b - 1));
  }

  /** The cost of the letter's absence from the other key. */
  static double gone(String key, int at) {
    char c = key.charAt(at);
    return c == 'l' && at == 0 ? INITIAL_L_GONE : GONE[place(c)];
  }

  /** The costs of one letter where the other key has another: from {@link #row}, by its place. */
  static double[] instead() {
    return INSTEAD;
  }

  /** Where the costs of a letter begin. */
  static int row(char c) {
    return place(c) * PLACE_COUNT;
  }

  /** The place of a letter among the costs of another. */
  static int place(char c) {
    return c < PLACES.length ? PLACES[c] : 0;
  }

  private static double costOfAbsence(char c) {
    if (VOWELS.indexOf(c) >= 0) return VOWEL_GONE;
    if (c == PhoneticKey.AYN) return AYN_GONE;
    return c == 'h' ? H_GONE : OTHER;
  }

  private static double cost(char a, char b) {
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
