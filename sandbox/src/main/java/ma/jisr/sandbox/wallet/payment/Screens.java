package ma.jisr.sandbox.wallet.payment;

/** What of other people's words stands on a prompt. */
final class Screens {
  /** Characters of somebody else's reference that stand on a screen. */
  private static final int LONGEST = 20;

  private Screens() {}

  /** Letters, digits and hyphens alone, and not many. */
  static String plain(String words) {
    var plain = new StringBuilder();
    for (int i = 0; i < words.length() && plain.length() < LONGEST; i++) {
      char c = words.charAt(i);
      if (c == '-' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
