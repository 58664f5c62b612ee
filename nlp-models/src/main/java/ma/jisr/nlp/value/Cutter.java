package ma.jisr.nlp.value;

import java.util.List;
import java.util.Set;
import ma.jisr.nlp.Token;

/**
 * Cuts a word where digits meet letters and both mean something: "b20dh", "10h30", "20dh50",
 * "l0612345678"; never "3afak", "9rib" or "4g".
 */
final class Cutter {
  /** What grows onto a number; all are prepositions, but for "n" also articles. */
  private static final Set<String> BEFORE =
      Set.of(
          "b", "d", "f", "l", "w", "n", "bi", "dyal", "ila", "ب", "د", "ف", "ل", "و", "ن", "ديال",
          "بـ", "dh", "dhs", "mad", "درهم", "num", "no", "m3a", "مع", "s", "gh", "g", "h");

  private final String text;
  private final Vocabulary vocabulary;
  private final List<Piece> pieces;

  Cutter(String text, Vocabulary vocabulary, List<Piece> pieces) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.pieces = pieces;
  }

  void cut(Token token) {
    String word = token.folded();
    int from = firstDigit(word, 0);
    if (from == word.length() || vocabulary.word(word) != null) {
      add(token.start(), token.end(), word);
      return;
    }
    int to = firstOther(word, from);
    boolean begins = from == 0 || BEFORE.contains(word.substring(0, from));
    if (to - from == word.length() || !begins || !endsWell(word, to)) {
      add(token.start(), token.end(), word);
      return;
    }
    cutUp(token);
  }

  private boolean endsWell(String word, int from) {
    if (from == word.length()) return true;
    int digit = firstDigit(word, from);
    String letters = word.substring(from, digit);
    if (digit < word.length())
      return firstOther(word, digit) == word.length()
          && (letters.equals("h") || letters.equals("dh") || letters.equals("dhs"));
    Vocabulary.Node node = vocabulary.word(letters);
    return node != null
        && (node.value(Kind.CURRENCY) != null
            || "HOUR".equals(node.value(Kind.CUE))
            || "AM".equals(node.value(Kind.CUE))
            || "PM".equals(node.value(Kind.CUE))
            || isScale(node.value(Kind.NUMBER)));
  }

  private static boolean isScale(@org.jspecify.annotations.Nullable String number) {
    return number != null && (number.equals("1000") || number.equals("1000000"));
  }

  /** One piece for each run of digits or letters of the word as it was written. */
  private void cutUp(Token token) {
    int start = token.start();
    boolean digits = isDigit(start);
    for (int at = start; at < token.end(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      boolean letter = Character.isLetter(c);
      if ((digits && letter) || (!digits && Character.isDigit(c))) {
        addPart(start, at);
        start = at;
        digits = !digits;
      }
    }
    addPart(start, token.end());
  }

  private void addPart(int start, int end) {
    List<Token> words = Token.of(text.substring(start, end));
    if (!words.isEmpty()) add(start, end, words.getFirst().folded());
  }

  private void add(int start, int end, String word) {
    boolean digits = firstOther(word, 0) == word.length();
    int prefix = digits || vocabulary.word(word) != null ? 0 : vocabulary.prefix(word);
    pieces.add(
        new Piece(
            start,
            end,
            word,
            digits,
            vocabulary.word(word),
            prefix == 0 ? null : vocabulary.word(word.substring(prefix)),
            prefix));
  }

  private boolean isDigit(int at) {
    return Character.isDigit(text.codePointAt(at));
  }

  private static int firstDigit(String word, int from) {
    int at = from;
    while (at < word.length() && (word.charAt(at) < '0' || word.charAt(at) > '9')) at++;
    return at;
  }

  private static int firstOther(String word, int from) {
    int at = from;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') at++;
    return at;
  }
}
