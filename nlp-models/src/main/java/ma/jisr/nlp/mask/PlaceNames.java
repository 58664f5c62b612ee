package ma.jisr.nlp.mask;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.nlp.Token;

/** The names of places, folded, of up to {@link #LONGEST} words. Immutable. */
final class PlaceNames {
  private static final int LONGEST = 4;

  private final Set<String> names = new HashSet<>();

  PlaceNames(Collection<String> spellings) {
    for (String spelling : spellings) {
      List<Token> words = Token.of(spelling);
      if (!words.isEmpty() && words.size() <= LONGEST) names.add(joined(words));
    }
  }

  /** How many words from here on are a place's name of at least so many; 0 when none is. */
  int at(List<Token> tokens, int from, int least) {
    for (int n = Math.min(LONGEST, tokens.size() - from); n >= least; n--)
      if (names.contains(joined(tokens.subList(from, from + n)))) return n;
    return 0;
  }

  boolean contains(String folded) {
    return names.contains(folded);
  }

  private static String joined(List<Token> tokens) {
    return tokens.stream().map(Token::folded).collect(Collectors.joining(" "));
  }
}
