package ma.jisr.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of all runs, by scenario and subject, in the order in which they came. */
final class Results {
  private final Map<String, Map<String, List<Figures>>> runs = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  void add(String scenario, String subject, Figures figures) {
    runs.computeIfAbsent(scenario, s -> new LinkedHashMap<>())
        .computeIfAbsent(subject, s -> new ArrayList<>())
        .add(figures);
  }

  /** Something that a reader of the figures must know. */
  void remark(String remark) {
    if (!remarks.contains(remark)) remarks.add(remark);
  }

  Map<String, Map<String, List<Figures>>> runs() {
    return runs;
  }

  List<String> remarks() {
    return remarks;
  }

  /** Whether every message was answered, and none twice. */
  boolean complete() {
    return runs.values().stream()
        .flatMap(subjects -> subjects.values().stream())
        .flatMap(List::stream)
        .allMatch(figures -> figures.lost() == 0 && figures.repeated() == 0);
  }
}
