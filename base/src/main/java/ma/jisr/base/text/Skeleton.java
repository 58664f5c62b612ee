package ma.jisr.base.text;

/**
 * The consonants of a word in any script and spelling: "خلص", "khelles" and "khlas" share one. Made
 * of a {@link PhoneticKey} by taking away what writers of Darija and Tamazight write or leave out
 * as they like: vowels, the ayn, a last h (ة, "-ah"). Letters as in the key; w and y begin a word
 * that begins with that sound.
 */
public final class Skeleton {
  private static final String WEAK = "aeiu" + PhoneticKey.AYN;

  private Skeleton() {}

  /** The skeleton of one word; empty when it has no firm consonant. Any Unicode is accepted. */
  public static String of(String word) {
    return ofKey(PhoneticKey.of(word));
  }

  /** The same of a word's {@link PhoneticKey}. */
  public static String ofKey(String key) {
    int end = key.length();
    if (end > 2 && key.charAt(end - 1) == 'h') end--;
    StringBuilder out = new StringBuilder(end);
    if (end > 0 && key.charAt(0) == 'u') out.append('w');
    if (end > 1 && key.charAt(0) == 'i' && WEAK.indexOf(key.charAt(1)) >= 0) out.append('y');
    for (int i = 0; i < end; i++) {
      char c = key.charAt(i);
      if (WEAK.indexOf(c) < 0) out.append(c);
    }
    return out.toString();
  }
}
