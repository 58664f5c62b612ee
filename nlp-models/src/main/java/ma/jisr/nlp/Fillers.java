package ma.jisr.nlp;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.Language;

/**
 * The words that carry nothing between a start word and a place: "f", "dyal", "à", "près de", "في",
 * "gh", "svp". Of all languages at once, for people mix them. Read from the bundled lists.
 */
public final class Fillers {
  private static final int LONGEST_PHRASE = 3;

  private final Set<String> words;

  private Fillers(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /** The bundled lists of the phone languages. */
  public static Fillers bundled() {
    Set<String> words = new HashSet<>();
    for (Language language : Language.PHONE)
      for (String line : WordFile.lines("fillers/" + language.tag() + ".txt"))
        words.addAll(List.of(line.split(" +", -1)));
    return new Fillers(words);
  }

  /** Whether a folded word, or a phrase joined by underscores, is a filler. */
  public boolean contains(String folded) {
    return words.contains(folded);
  }

  /** The part of the words that is left when fillers at both ends are taken away. */
  List<Token> trim(List<Token> tokens) {
    int from = 0;
    int to = tokens.size();
    for (int n; (n = leading(tokens.subList(from, to))) > 0; ) from += n;
    for (int n; (n = trailing(tokens.subList(from, to))) > 0; ) to -= n;
    return tokens.subList(from, to);
  }

  private int leading(List<Token> tokens) {
    for (int n = Math.min(LONGEST_PHRASE, tokens.size()); n > 0; n--) {
      // "M'diq" does not begin with a filler; at the very end there is nothing to be torn from.
      boolean torn = n < tokens.size() && tokens.get(n - 1).joined();
      if (!torn && contains(phrase(tokens.subList(0, n)))) return n;
    }
    return 0;
  }

  private int trailing(List<Token> tokens) {
    int size = tokens.size();
    for (int n = Math.min(LONGEST_PHRASE, size); n > 0; n--) {
      boolean torn = n < size && tokens.get(size - n - 1).joined();
      if (!torn && contains(phrase(tokens.subList(size - n, size)))) return n;
    }
    return 0;
  }

  private static String phrase(List<Token> tokens) {
    return tokens.stream().map(Token::folded).collect(Collectors.joining("_"));
  }
}
