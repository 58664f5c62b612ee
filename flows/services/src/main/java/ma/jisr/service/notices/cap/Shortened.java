package ma.jisr.service.notices.cap;

/**
 * Words of others cut to what a notice may hold.
 *
 * @param text at most as long as asked
 * @param whole whether nothing, or only whole sentences, were left out: half a sentence may say the
 *     contrary
 */
record Shortened(String text, boolean whole) {
  private static final String MORE = "…";

  /** Ends of sentences, Arabic ones too. */
  private static final String STOPS = ".!?؟";

  static Shortened to(int most, String words) {
    if (words.length() <= most) return new Shortened(words, true);
    for (int end = most; end > 0; end--)
      if (STOPS.indexOf(words.charAt(end - 1)) >= 0 && words.charAt(end) == ' ')
        return new Shortened(words.substring(0, end), true);
    int space = words.lastIndexOf(' ', most - 1);
    int end = space > most / 2 ? space : most - 1;
    if (Character.isHighSurrogate(words.charAt(end - 1))) end--;
    return new Shortened(words.substring(0, end) + MORE, false);
  }
}
