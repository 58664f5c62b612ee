package ma.jisr.app.place;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts of an import as its answer has them: told in short, or kept as CSV. */
public final class VerdictTable {
  private static final List<String> COLUMNS = List.of("line", "verdict", "place", "name", "why");

  private static final int VERDICT = 1;
  private static final int WHY = 4;

  private VerdictTable() {}

  /** The cells of each verdict; other lines of the answer are passed over. */
  public static List<String[]> of(List<String> answer) {
    return answer.stream()
        .filter(line -> line.startsWith(PlaceVerb.TAB))
        .map(line -> line.substring(1).split(PlaceVerb.TAB, -1))
        .filter(cells -> cells.length == COLUMNS.size())
        .toList();
  }

  /** Writes them to a file, in the place of what is there. */
  public static void write(List<String[]> verdicts, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(COLUMNS);
      for (String[] cells : verdicts) {
        for (int i = 0; i < cells.length; i++) cells[i] = plain(cells[i]);
        csv.writeRecord(cells);
      }
    }
  }

  /** A cell that a spreadsheet would take for a formula is written with an apostrophe. */
  private static String plain(String cell) {
    return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? '\'' + cell : cell;
  }

  /** How many rows were refused or kept aside for each reason. */
  public static List<String> reasons(List<String[]> verdicts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String[] cells : verdicts)
      if (cells[VERDICT].equals("refused") || cells[VERDICT].equals("aside"))
        counts.merge(cells[VERDICT] + ": " + cells[WHY], 1, Integer::sum);
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(reason -> reason.getValue() + " " + reason.getKey())
        .toList();
  }
}
