package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.map.table.Table;

/** What the columns of other people's files may be, by their folded names. Immutable. */
public final class HeaderWords {
  private final Map<String, List<String>> columns = new HashMap<>();

  private HeaderWords() {}

  /**
   * The words of a table with the columns {@code column} and {@code header}.
   *
   * @param beside the class beside which it lies
   * @param own columns of ours, which mean themselves
   */
  public static HeaderWords read(Class<?> beside, String path, List<String> own) {
    HeaderWords words = new HeaderWords();
    for (String column : own) words.add(column, column);
    Table.resource(
        beside,
        path,
        row -> {
          words.add(row.need("header"), row.need("column"));
          return row.line();
        });
    return words;
  }

  private void add(String header, String column) {
    List<String> meant = columns.computeIfAbsent(Lexicon.key(header), _ -> new ArrayList<>());
    if (!meant.contains(column)) meant.add(column);
  }

  /** The columns that a header may mean, best first; none when we do not know it. */
  public List<String> columns(String header) {
    return List.copyOf(columns.getOrDefault(Lexicon.key(header), List.of()));
  }
}
