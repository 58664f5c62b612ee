package ma.jisr.bench.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as tables: medians, then what Jisr does of each other's. */
final class Markdown {
  static final String JISR = "Jisr";

  /** Processors used by others from which on a run is marked. */
  private static final double DISTURBED = 0.2;

  private final Results results;

  Markdown(Results results) {
    this.results = results;
  }

  String text() {
    StringBuilder out = new StringBuilder(Machine.described()).append("\n\n");
    results.runs().forEach((scenario, subjects) -> table(out, scenario, subjects));
    ratios(out);
    for (String remark : results.remarks()) out.append("\n- ").append(remark);
    return out.append('\n').toString();
  }

  private static void table(
      StringBuilder out, String scenario, Map<String, List<Figures>> subjects) {
    out.append(
        """
        | %s | rate/s | each run | p50 ms | p99 ms | p99.9 ms | CPU µs | allocated KB | cores | generator | others | stalls | lost | repeated | refused |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """
            .formatted(scenario));
    subjects.forEach((subject, runs) -> row(out, subject, runs));
    out.append('\n');
  }

  private static void row(StringBuilder out, String subject, List<Figures> runs) {
    Figures f = Figures.median(runs);
    String each = runs.stream().map(Markdown::run).collect(Collectors.joining(", "));
    out.append(
        "| %s | %,.0f | %s | %.2f | %.2f | %.2f | %.1f | %s | %.2f | %.2f | %.2f | %,d | %,d | %,d | %,d |\n"
            .formatted(
                subject,
                f.rate(),
                each,
                f.p50(),
                f.p99(),
                f.p999(),
                f.cpu(),
                f.allocated() < 0 ? "–" : "%.1f".formatted(f.allocated() / 1024),
                f.subjectCores(),
                f.generatorCores(),
                f.otherCores(),
                f.stalls(),
                f.lost(),
                f.repeated(),
                f.refused()));
  }

  private static String run(Figures figures) {
    return "%,.0f%s".formatted(figures.rate(), figures.otherCores() > DISTURBED ? "!" : "");
  }

  private void ratios(StringBuilder out) {
    out.append(
        "| Jisr compared with | rate | p50 | p99 | CPU a message |\n|---|---|---|---|---|\n");
    results
        .runs()
        .forEach(
            (scenario, subjects) -> {
              List<Figures> ours = subjects.get(JISR);
              if (ours == null) return;
              Figures jisr = Figures.median(ours);
              subjects.forEach(
                  (subject, runs) -> {
                    if (!subject.equals(JISR)) ratio(out, scenario, subject, jisr, runs);
                  });
            });
    out.append(
        "\n`!`: other work used more than %.1f processors during that run; do not trust it.\n"
            .formatted(DISTURBED));
  }

  private static void ratio(
      StringBuilder out, String scenario, String subject, Figures jisr, List<Figures> runs) {
    Figures other = Figures.median(runs);
    out.append(
        "| %s: %s | %.4f | %.2f | %.2f | %.2f |\n"
            .formatted(
                scenario,
                subject,
                jisr.rate() / other.rate(),
                jisr.p50() / other.p50(),
                jisr.p99() / other.p99(),
                jisr.cpu() / other.cpu()));
  }
}
