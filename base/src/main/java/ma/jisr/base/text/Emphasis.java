package ma.jisr.base.text;

/** Letters repeated for emphasis: "wifiiii", "BGHIIIT". Two of a letter are spelling, three not. */
public final class Emphasis {
  private Emphasis() {}

  /** The word with every run of three or more of one letter as one; digits are left alone. */
  public static String calm(String word) {
    int run = 1;
    for (int i = 1; i < word.length(); i++) {
      run = word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run == 3 && Character.isLetter(word.charAt(i))) return calmed(word);
    }
    return word;
  }

  private static String calmed(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      char c = word.charAt(i);
      int end = i + 1;
      while (end < word.length() && word.charAt(end) == c) end++;
      if (end - i >= 3 && Character.isLetter(c)) out.append(c);
      else out.append(word, i, end);
      i = end;
    }
    return out.toString();
  }
}
