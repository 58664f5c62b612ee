package ma.jisr.flow.input;

/** The letters of a phone's keys (ITU-T E.161): 264 is AMI, each key pressed once. */
final class Keypad {
  private static final String KEYS = "22233344455566677778889999";

  private Keypad() {}

  /** Two keys or more, none of which is 0 or 1. */
  static boolean isKeys(String typed) {
    return typed.length() >= 2 && typed.chars().allMatch(c -> c >= '2' && c <= '9');
  }

  /** The keys of a folded name: letters a to z by their key, digits themselves, the rest none. */
  static String of(String folded) {
    StringBuilder keys = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'a' && c <= 'z') keys.append(KEYS.charAt(c - 'a'));
      else if (c >= '0' && c <= '9') keys.append(c);
    }
    return keys.toString();
  }
}
