package ma.jisr.app.place;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.source.RowVerdict;

/** The verdicts of an import of places: all of them as CSV, or what they come to. */
final class VerdictTable {
  /** Reasons told at most; all verdicts are in the report. */
  static final int MOST_REASONS = 20;

  private static final List<String> COLUMNS = List.of("line", "verdict", "place", "name", "why");

  private VerdictTable() {}

  static String csv(List<RowVerdict> verdicts) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      for (RowVerdict verdict : verdicts)
        csv.writeRecord(
            Long.toString(verdict.line()),
            verdict.kind().word(),
            verdict.place(),
            Cells.cell(verdict.name()),
            Cells.cell(verdict.why()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** How many rows were refused or kept aside for each reason, most first. */
  static List<String> reasons(List<RowVerdict> verdicts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (RowVerdict verdict : verdicts)
      if (verdict.kind() == RowVerdict.Kind.REFUSED || verdict.kind() == RowVerdict.Kind.ASIDE)
        counts.merge(verdict.kind().word() + ": " + verdict.why(), 1, Integer::sum);
    List<String> reasons = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_REASONS)
        .forEach(reason -> reasons.add(reason.getValue() + " " + reason.getKey()));
    if (counts.size() > MOST_REASONS) reasons.add("more reasons are in the report");
    return reasons;
  }
}
