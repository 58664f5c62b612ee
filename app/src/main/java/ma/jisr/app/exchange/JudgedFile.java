package ma.jisr.app.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ma.jisr.map.batch.Verdict;

/**
 * A file as it was judged on somebody's behalf: nothing of it has been written yet.
 *
 * @param counts how many rows have which verdict, by its word, in the order in which they are told
 * @param remarks more that is worth a line
 * @param report each row with its verdict, as CSV
 * @param nothingNew whether every row says what is known, or is left out
 * @param keeping writes what it changes where nobody sees it; the same file again is the same batch
 */
public record JudgedFile(
    Map<String, Integer> counts,
    List<String> remarks,
    String report,
    boolean nothingNew,
    Supplier<Verdict> keeping) {
  public JudgedFile {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    remarks = List.copyOf(remarks);
  }

  public int rows() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Keeps it, until it is shown or too old. */
  public Verdict keep() {
    return keeping.get();
  }
}
