package ma.jisr.nlp.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.nlp.Token;

/**
 * The two halves of a short message that stand on both sides of "or": "lougha wla wifi". Each may
 * be a wish of its own, between which no model can choose.
 */
record Either(String first, String second) {
  /** "or" in all languages, folded; several mean other things as well. */
  private static final Set<String> OR =
      Set.of(
          "wla", "wlla", "wella", "wela", "ou", "or", "ولا", "او", "ngh", "negh", "nghd", "ⵏⵖⴷ",
          "ⵏⵖ");

  /** Longer ones are stories, in which "or" parts anything. */
  private static final int MOST_WORDS = 10;

  /** The halves, without the word between; empty where there are none. */
  static Optional<Either> of(String text) {
    if (text.length() > Words.MAX_LENGTH) return Optional.empty();
    List<Token> tokens = Token.of(text);
    if (tokens.size() > MOST_WORDS) return Optional.empty();
    for (int i = 1; i < tokens.size() - 1; i++)
      if (OR.contains(tokens.get(i).folded()))
        return Optional.of(
            new Either(
                text.substring(0, tokens.get(i).start()), text.substring(tokens.get(i).end())));
    return Optional.empty();
  }
}
