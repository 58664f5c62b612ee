package ma.jisr.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.jisr.base.text.TextFold;

/**
 * One word of a message: letters and digits, as in "3afak". Hyphens and apostrophes part words but
 * leave them joined, so that "M'diq" and "Es-Semara" are not torn; French elisions are not joined.
 *
 * @param start its first char in the message
 * @param end behind its last char
 * @param folded as {@link TextFold} compares it, without emphasis ("wifiiii" is "wifi")
 * @param joined whether only a hyphen or an apostrophe stands before the next word
 */
public record Token(int start, int end, String folded, boolean joined) {
  private static final String JOINTS = "-‐‑'’`ʼ";

  /** What French puts before an apostrophe and no place name does. */
  private static final Set<String> ELISIONS = Set.of("d", "l", "j", "c", "s", "qu", "jusqu");

  private static final int TATWEEL = 0x0640;

  /** So many of one letter in a row are emphasis. */
  private static final int EMPHASIS = 3;

  /** The words of a text, in its order. Any Unicode is accepted; time grows with the length. */
  public static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int start = at;
      at += Character.charCount(c);
      if (!begins(c)) continue;
      while (at < text.length() && goesOn(text.codePointAt(at)))
        at += Character.charCount(text.codePointAt(at));
      String folded = calm(letters(TextFold.fold(text.substring(start, at))));
      if (!folded.isEmpty()) tokens.add(new Token(start, at, folded, joins(text, at, folded)));
    }
    return List.copyOf(tokens);
  }

  private static boolean begins(int c) {
    return Character.isLetter(c) || Character.isDigit(c);
  }

  private static boolean goesOn(int c) {
    if (c < 128) return begins(c);
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> begins(c) || c == TATWEEL;
    };
  }

  /** Without the signs that some letters fold to. */
  private static String letters(String folded) {
    for (int i = 0; i < folded.length(); i++)
      if (!Character.isLetterOrDigit(folded.charAt(i)))
        return String.join("", TextFold.words(folded));
    return folded;
  }

  private static String calm(String folded) {
    int run = 1;
    for (int i = 1; i < folded.length(); i++) {
      run = folded.charAt(i) == folded.charAt(i - 1) ? run + 1 : 1;
      if (run == EMPHASIS && Character.isLetter(folded.charAt(i))) return withoutRuns(folded);
    }
    return folded;
  }

  private static String withoutRuns(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    for (int from = 0; from < folded.length(); ) {
      char c = folded.charAt(from);
      int to = from + 1;
      while (to < folded.length() && folded.charAt(to) == c) to++;
      boolean emphasis = to - from >= EMPHASIS && Character.isLetter(c);
      out.append(folded, from, emphasis ? from + 1 : to);
      from = to;
    }
    return out.toString();
  }

  private static boolean joins(String text, int end, String folded) {
    return end + 1 < text.length()
        && JOINTS.indexOf(text.charAt(end)) >= 0
        && Character.isLetter(text.codePointAt(end + 1))
        && !ELISIONS.contains(folded);
  }
}
