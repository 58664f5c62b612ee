package ma.jisr.nlp.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.nlp.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a place to connect has to be: to cost nothing, to be open just now. Apart from {@link
 * EntityReader}: a condition is a part of one wish, and no value that anything is done with.
 * Immutable; safe on any thread.
 */
public final class ConditionReader {
  /** What flows name it by. */
  public static final String TYPE = "condition";

  public static final String FREE = "free";
  public static final String OPEN = "open";
  private static final String NOW = "now";

  private static final String FILE = "/ma/jisr/nlp/values/conditions.tsv";

  /** By their folded words, parted by blanks. */
  private final Map<String, String> forms;

  private final int longest;

  private ConditionReader(Map<String, String> forms, int longest) {
    this.forms = Map.copyOf(forms);
    this.longest = longest;
  }

  /** With the list of the product. */
  public static ConditionReader bundled() {
    Map<String, String> forms = new HashMap<>();
    int longest = 1;
    for (String line : lines()) {
      String[] row = line.split("\t", -1);
      if (row.length != 3) throw new IllegalStateException(FILE + ": " + line);
      for (String form : row[2].split(",", -1)) {
        List<Token> words = Token.of(form);
        if (words.isEmpty()) throw new IllegalStateException(FILE + ": empty form: " + line);
        String key = joined(words, 0, words.size());
        @Nullable String before = forms.putIfAbsent(key, row[0]);
        if (before != null && !before.equals(row[0]))
          throw new IllegalStateException(FILE + ": " + form + " is " + before + " and " + row[0]);
        longest = Math.max(longest, words.size());
      }
    }
    return new ConditionReader(forms, longest);
  }

  /**
   * "free", "open", "free open"; empty for neither. An opening word counts only where the text says
   * "now" as well.
   */
  public Optional<String> read(String text) {
    List<Token> words = Token.of(EntityReader.cut(text));
    boolean free = false;
    boolean open = false;
    boolean now = false;
    for (int from = 0; from < words.size(); from++)
      for (int n = 1; n <= longest && from + n <= words.size(); n++) {
        String meant = forms.get(joined(words, from, from + n));
        if (meant == null) continue;
        free |= meant.equals(FREE);
        open |= meant.equals(OPEN);
        now |= meant.equals(NOW);
      }
    if (free) return Optional.of(open && now ? FREE + ' ' + OPEN : FREE);
    return open && now ? Optional.of(OPEN) : Optional.empty();
  }

  private static String joined(List<Token> words, int from, int to) {
    if (to == from + 1) return words.get(from).folded();
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++)
      joined.append(joined.isEmpty() ? "" : " ").append(words.get(i).folded());
    return joined.toString();
  }

  private static List<String> lines() {
    InputStream in = ConditionReader.class.getResourceAsStream(FILE);
    if (in == null) throw new IllegalStateException("the list " + FILE + " is missing");
    try (in;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
