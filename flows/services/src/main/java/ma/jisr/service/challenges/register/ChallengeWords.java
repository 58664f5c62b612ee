package ma.jisr.service.challenges.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.table.Table;
import ma.jisr.service.sound.Heard;

/**
 * The words that mean the same in questions about challenges, in all languages, by sound: each row
 * of the table is a subject ({@code work}, {@code internet}), or a theme ({@code t5}), or words
 * that say nothing of what is looked for; these stand first, since phrases are read without them.
 */
final class ChallengeWords {
  private static final String FILE = "/ma/jisr/service/challenges/words.csv";

  /** Before the name of a subject: no sound has it. */
  private static final String MARK = "=";

  private static final ChallengeWords SHIPPED = new ChallengeWords();

  private final Map<String, Set<String>> subjects = new HashMap<>();
  private final Set<String> fillers = new HashSet<>();

  private ChallengeWords() {
    Table.resource(
        ChallengeWords.class,
        FILE,
        row -> {
          for (String word : row.need("words").split("\\|", -1)) add(row.need("means"), word);
          return row.line();
        });
  }

  static ChallengeWords shipped() {
    return SHIPPED;
  }

  private void add(String means, String words) {
    List<String> folded = TextFold.words(words);
    if (means.equals("filler")) fillers.addAll(folded);
    else subjects.computeIfAbsent(joined(telling(folded)), _ -> new HashSet<>()).add(MARK + means);
  }

  private static String joined(List<String> words) {
    StringBuilder key = new StringBuilder();
    for (String word : words) key.append(Heard.key(word));
    return key.toString();
  }

  /** The words without those that tell nothing. */
  List<String> telling(List<String> folded) {
    return folded.stream().filter(word -> !fillers.contains(word)).toList();
  }

  /** The theme's mark among subjects. */
  static String theme(String id) {
    return MARK + "t" + id;
  }

  /** The subjects that these words name, alone or two by two. */
  Collection<String> subjects(List<String> folded) {
    Set<String> found = new LinkedHashSet<>();
    for (Set<String> of : each(folded)) found.addAll(of);
    return found;
  }

  /** For each of these words what it names, alone or with the next. */
  List<Set<String>> each(List<String> folded) {
    List<Set<String>> all = new ArrayList<>();
    for (String word : folded) {
      Set<String> of = new LinkedHashSet<>();
      for (String form : Heard.forms(word)) of.addAll(subjects.getOrDefault(form, Set.of()));
      all.add(of);
    }
    for (int i = 0; i + 1 < folded.size(); i++)
      for (String form : Heard.forms(folded.get(i))) {
        Set<String> both = subjects.getOrDefault(form + Heard.key(folded.get(i + 1)), Set.of());
        all.get(i).addAll(both);
        all.get(i + 1).addAll(both);
      }
    return all;
  }
}
