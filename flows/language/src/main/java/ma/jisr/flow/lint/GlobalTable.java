package ma.jisr.flow.lint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.text.TextFold;

/** The words that work everywhere, as a command is matched: what no flow may use for its own. */
public final class GlobalTable {
  /** By what they do; docs/flow-language.md says so to authors. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "back", List.of("retour", "رجوع", "rje3"),
          "home", List.of("menu", "القائمة"),
          "more", List.of("suite", "المزيد", "zid"),
          "help", List.of("aide", "help", "مساعدة", "3awn"),
          "stop", List.of("stop", "arret", "وقف", "7bes"),
          "resume", List.of("kemmel", "كمل", "continuer"),
          "cancel", List.of("annuler", "لغي"));

  private GlobalTable() {}

  /** Each word, folded, with what it does. */
  public static Map<String, String> words() {
    return folded(WORDS);
  }

  /** Folds a table of words by what they do. */
  public static Map<String, String> folded(Map<String, ? extends Collection<String>> words) {
    Map<String, String> folded = new LinkedHashMap<>();
    words.forEach((does, all) -> all.forEach(word -> folded.put(TextFold.command(word), does)));
    return Map.copyOf(folded);
  }
}
