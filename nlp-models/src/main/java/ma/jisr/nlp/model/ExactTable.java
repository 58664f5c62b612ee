package ma.jisr.nlp.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.text.TextFold;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;

/**
 * Whole messages that are decided before any model: command words and queries of a word or two
 * ("STOP", "solde", "مساعدة"). Thanks and pleas at their ends do not matter.
 */
final class ExactTable {
  /** Below {@code ma/jisr/nlp}: {@code intent TAB language TAB form, form}. */
  static final String FILE = "exact.tsv";

  /**
   * What a whole message means.
   *
   * @param tongue of the first line that lists it, in the script it is written in
   */
  record Entry(Intent intent, Tongue tongue) {}

  private final Map<String, Entry> entries;

  private ExactTable(Map<String, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  static ExactTable bundled() {
    return of(Resources.bytes(FILE).map(Resources::lines).orElse(List.of()));
  }

  /**
   * The table of these lines.
   *
   * @throws ModelException when a line is malformed, or a form is listed under two intents
   */
  static ExactTable of(List<String> lines) {
    Map<String, Entry> entries = new HashMap<>();
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      if (columns.length != 3) throw new ModelException("a line of exact.tsv has not 3 columns");
      Intent intent = Intent.of(columns[0]).orElseThrow(() -> unknown(columns[0]));
      Tongue tongue = Tongue.of(columns[1]).orElseThrow(() -> unknown(columns[1]));
      for (String form : columns[2].split(",", -1)) {
        String key = TextFold.command(form);
        if (key.isEmpty()) continue;
        Entry before = entries.putIfAbsent(key, new Entry(intent, tongue));
        if (before != null && before.intent() != intent)
          throw new ModelException("exact.tsv has '" + key + "' under two intents");
      }
    }
    return new ExactTable(entries);
  }

  private static ModelException unknown(String word) {
    return new ModelException("exact.tsv has '" + word + "', which is no intent or language");
  }

  /** What a whole message means, as commands are folded. */
  Optional<Entry> find(String command) {
    return Optional.ofNullable(entries.get(command));
  }
}
