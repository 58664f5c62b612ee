package ma.jisr.app.wiring;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.store.sqlite.StoreCheck;

/** A store check in lines. */
public final class CheckReport {
  private CheckReport() {}

  public static List<String> lines(StoreCheck.Report report) {
    List<String> lines = new ArrayList<>();
    report.documents().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            e ->
                lines.add(
                    e.getKey()
                        + ": "
                        + e.getValue()
                        + (e.getValue() == 1 ? " document" : " documents")));
    report.findings().forEach(finding -> lines.add(finding.file() + ": " + finding.text()));
    lines.add(report.clean() ? "nothing is wrong" : report.findings().size() + " found");
    return lines;
  }
}
