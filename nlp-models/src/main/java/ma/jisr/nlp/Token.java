package ma.jisr.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.text.TextFold;

/**
 * One word of a message: letters and digits, as in "3afak". Hyphens and apostrophes part words but
 * leave them joined, so that "M'diq" and "Es-Semara" are not torn; French elisions are not joined.
 *
 * @param start its first char in the message
 * @param end behind its last char
 * @param folded as {@link TextFold} compares it
 * @param joined whether only a hyphen or an apostrophe stands before the next word
 */
record Token(int start, int end, String folded, boolean joined) {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}\\p{Cf}ـ]*+");
  private static final Pattern JOINT = Pattern.compile("[-‐‑'’`ʼ]");

  /** What French puts before an apostrophe and no place name does. */
  private static final Set<String> ELISIONS = Set.of("d", "l", "j", "c", "s", "qu", "jusqu");

  /** Three or more of one letter are emphasis ("wifiiii"). */
  private static final Pattern EMPHASIS = Pattern.compile("(\\p{L})\\1{2,}+");

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String folded = String.join("", TextFold.words(word.group()));
      if (folded.isEmpty()) continue;
      String calm = EMPHASIS.matcher(folded).replaceAll("$1");
      tokens.add(new Token(word.start(), word.end(), calm, joins(text, word.end(), calm)));
    }
    return List.copyOf(tokens);
  }

  private static boolean joins(String text, int end, String folded) {
    return end + 1 < text.length()
        && JOINT.matcher(text.substring(end, end + 1)).matches()
        && Character.isLetter(text.codePointAt(end + 1))
        && !ELISIONS.contains(folded);
  }
}
