package ma.jisr.gateway.channel.chat.mattermost;

/** The names that Mattermost gives to posts, users, channels and connections. */
final class Ids {
  /** They have 26 characters; some products that speak as it does have longer ones. */
  private static final int MOST = 64;

  private Ids() {}

  /** Whether it may be one: letters and digits, which can stand in a path. */
  static boolean is(String text) {
    if (text.isEmpty() || text.length() > MOST) return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'z' || !Character.isLetterOrDigit(c)) return false;
    }
    return true;
  }
}
