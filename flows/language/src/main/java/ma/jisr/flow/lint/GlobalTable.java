package ma.jisr.flow.lint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.GlobalWord;

/** The words that work everywhere, as a command is matched: what no flow may use for its own. */
public final class GlobalTable {
  private GlobalTable() {}

  /** Each word that the engine listens to, folded, with what it does. */
  public static Map<String, String> words() {
    return GlobalWord.table();
  }

  /** Folds a table of words by what they do. */
  public static Map<String, String> folded(Map<String, ? extends Collection<String>> words) {
    Map<String, String> folded = new LinkedHashMap<>();
    words.forEach((does, all) -> all.forEach(word -> folded.put(TextFold.command(word), does)));
    return Map.copyOf(folded);
  }
}
