package ma.jisr.base.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Rewriting rules for Latin spellings, applied one after the other to a whole word. What a rule
 * writes in capitals no later rule touches.
 */
final class Respelling {
  private final List<Rule> rules = new ArrayList<>();

  /** Letters that are rewritten, where one of {@code before} follows; anywhere when it is empty. */
  private record Spelling(String letters, String before) {
    boolean at(CharSequence word, int at) {
      int end = at + letters.length();
      if (end > word.length()) return false;
      for (int i = 0; i < letters.length(); i++)
        if (word.charAt(at + i) != letters.charAt(i)) return false;
      return before.isEmpty() || (end < word.length() && before.indexOf(word.charAt(end)) >= 0);
    }
  }

  private record Rule(List<Spelling> from, String to) {}

  /**
   * Adds a rule.
   *
   * @param from spellings, the first that fits is taken: {@code "tch|ch"}; {@code "gu(eiy)"} fits
   *     only before one of the letters in brackets, which stay
   */
  Respelling with(String from, String to) {
    List<Spelling> spellings = new ArrayList<>();
    for (String spelling : from.split("\\|", -1)) {
      int bracket = spelling.indexOf('(');
      spellings.add(
          bracket < 0
              ? new Spelling(spelling, "")
              : new Spelling(
                  spelling.substring(0, bracket),
                  spelling.substring(bracket + 1, spelling.length() - 1)));
    }
    rules.add(new Rule(List.copyOf(spellings), to));
    return this;
  }

  /** The word by all rules. */
  StringBuilder of(String word) {
    StringBuilder now = new StringBuilder(word);
    StringBuilder next = new StringBuilder(word.length());
    for (int i = 0; i < rules.size(); i++) {
      if (!apply(rules.get(i), now, next)) continue;
      StringBuilder spare = now;
      now = next;
      next = spare;
    }
    return now;
  }

  /** Whether the rule changed anything; then {@code out} holds the word. */
  private static boolean apply(Rule rule, StringBuilder word, StringBuilder out) {
    int done = 0;
    out.setLength(0);
    for (int at = 0; at < word.length(); ) {
      int length = fits(rule.from, word, at);
      if (length == 0) {
        at++;
        continue;
      }
      out.append(word, done, at).append(rule.to);
      at += length;
      done = at;
    }
    if (done == 0) return false;
    out.append(word, done, word.length());
    return true;
  }

  /** How many letters the first spelling that fits here takes; 0 when none does. */
  private static int fits(List<Spelling> spellings, StringBuilder word, int at) {
    for (int i = 0; i < spellings.size(); i++)
      if (spellings.get(i).at(word, at)) return spellings.get(i).letters().length();
    return 0;
  }
}
