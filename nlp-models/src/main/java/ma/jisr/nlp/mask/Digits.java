package ma.jisr.nlp.mask;

/** Whether the digits of a word are digits of a number or code, not letters of Arabizi. */
final class Digits {
  /** These stand for Arabic letters: ء ع خ ط ح ق. */
  private static final String LETTERS = "235789";

  private Digits() {}

  /** "a12", "0642" and "4g" tell, "m3a9ol", "7anout" and "s77a" do not. */
  static boolean tell(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9') continue;
      if (LETTERS.indexOf(c) < 0 || word.length() == 1) return true;
      boolean run = i > 0 && Character.isDigit(word.charAt(i - 1)) && word.charAt(i - 1) != c;
      boolean triple = i > 1 && word.charAt(i - 1) == c && word.charAt(i - 2) == c;
      if (run || triple) return true;
    }
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }
}
