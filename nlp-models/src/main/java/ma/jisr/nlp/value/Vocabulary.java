package ma.jisr.nlp.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.nlp.Token;
import org.jspecify.annotations.Nullable;

/**
 * All word lists of values as one tree of folded words, so that a message is looked up once.
 * Immutable after loading; safe on any thread.
 */
final class Vocabulary {
  /** Articles and prepositions that grow onto words, longest first. */
  private static final String[] LATIN_PREFIXES = {
    "bel", "fel", "del", "lel", "wel", "dyal", "bl", "fl", "dl", "wl", "ll", "el", "al", "dd", "wa",
    "ou", "l", "b", "d", "f", "w", "o", "u", "n", "s"
  };

  private static final String[] ARABIC_PREFIXES = {
    "وبال", "وال", "فال", "بال", "كال", "دال", "لل", "ال", "و", "ف", "ب", "ل", "د", "ك", "ن"
  };

  /** Shorter words are not torn from a prefix: "do" in "ldo" is listed with it. */
  private static final int LEAST_BARE = 3;

  private final Node root = new Node();

  /** What the words up to here mean, and what may follow them. */
  static final class Node {
    private final Map<Kind, String> values = new EnumMap<>(Kind.class);
    private final Map<String, Node> longer = new HashMap<>(2);

    @Nullable String value(Kind kind) {
      return values.get(kind);
    }

    @Nullable Node then(String word) {
      return longer.get(word);
    }

    boolean isOne() {
      return !values.isEmpty();
    }
  }

  /** The lists that come with the product. */
  static Vocabulary bundled() {
    Vocabulary vocabulary = new Vocabulary();
    for (Kind kind : Kind.values()) vocabulary.read(kind);
    return vocabulary;
  }

  /** What a word begins; null for a word of no list. */
  @Nullable Node word(String folded) {
    return root.then(folded);
  }

  /** The length of the article or preposition before a listed word; 0 when there is none. */
  int prefix(String folded) {
    if (folded.length() <= LEAST_BARE) return 0;
    String[] prefixes = folded.charAt(0) < 128 ? LATIN_PREFIXES : ARABIC_PREFIXES;
    for (String prefix : prefixes) {
      int left = folded.length() - prefix.length();
      if (left >= LEAST_BARE
          && folded.startsWith(prefix)
          && root.longer.containsKey(folded.substring(prefix.length()))) return prefix.length();
    }
    return 0;
  }

  private void read(Kind kind) {
    InputStream in = Vocabulary.class.getResourceAsStream("/ma/jisr/nlp/values/" + kind.file());
    if (in == null) throw new IllegalStateException("the list " + kind.file() + " is missing");
    try (in;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList())
        if (!line.isBlank() && !line.startsWith("#")) add(kind, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Kind kind, String line) {
    String[] row = line.split("\t", -1);
    if (row.length != 3) throw new IllegalStateException(kind.file() + ": " + line);
    for (String form : row[2].split(",", -1)) {
      List<Token> words = Token.of(form);
      if (words.isEmpty()) throw new IllegalStateException(kind.file() + ": empty form: " + line);
      Node node = root;
      for (Token word : words) node = node.longer.computeIfAbsent(word.folded(), _ -> new Node());
      String before = node.values.putIfAbsent(kind, row[0]);
      if (before != null && !before.equals(row[0]))
        throw new IllegalStateException(
            kind.file() + ": " + form.strip() + " is " + before + " and " + row[0]);
    }
  }
}
