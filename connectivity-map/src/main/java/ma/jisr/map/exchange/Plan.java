package ma.jisr.map.exchange;

import java.util.List;
import java.util.Map;
import ma.jisr.map.batch.Change;

/** What an import would do: nothing has been written yet. Immutable. */
public final class Plan {
  private final String source;
  private final Map<Verdict, Integer> counts;
  private final List<Change> changes;
  private final Map<String, String> likeness;
  private final Map<String, String> codes;
  private final byte[] report;

  /**
   * @param source of the file, in words
   * @param counts rows by verdict
   * @param changes of documents, for one batch; none when the file changes nothing
   * @param likeness by document, what its change is in itself, whenever it is made
   * @param codes of these documents, each with the id of its thing
   * @param report the file's rows with their verdicts
   */
  Plan(
      String source,
      Map<Verdict, Integer> counts,
      List<Change> changes,
      Map<String, String> likeness,
      Map<String, String> codes,
      byte[] report) {
    this.source = source;
    this.counts = Map.copyOf(counts);
    this.changes = List.copyOf(changes);
    this.likeness = Map.copyOf(likeness);
    this.codes = Map.copyOf(codes);
    this.report = report.clone();
  }

  /** Where the file came from, in words. */
  public String source() {
    return source;
  }

  /** Rows by verdict; without those that no row has. */
  public Map<Verdict, Integer> counts() {
    return counts;
  }

  public int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  /** Rows in all. */
  public int rows() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many things it adds or changes. */
  public int size() {
    return changes.size();
  }

  /** Whether every row says what is known, or is left out. */
  public boolean isNothingNew() {
    return changes.isEmpty();
  }

  /** The file's rows with their verdicts, as CSV: to be mended and imported again. */
  public byte[] report() {
    return report.clone();
  }

  List<Change> changes() {
    return changes;
  }

  String likeness(Change change) {
    return likeness.getOrDefault(change.id(), "");
  }

  Map<String, String> codes() {
    return codes;
  }
}
