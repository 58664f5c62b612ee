package ma.jisr.flow.lint;

import java.util.LinkedHashSet;
import java.util.Set;
import ma.jisr.flow.model.Step;

/** Steps that nobody reaches, that nobody leaves, or that turn in a circle by themselves. */
final class GraphCheck implements Check {
  @Override
  public void check(Subject subject, Report report) {
    Edges edges = subject.edges();
    Set<String> reached = edges.reachable(edges.entries());
    for (Step step : subject.flow().steps().values()) {
      if (!reached.contains(step.name())) {
        report.error(step, "is never reached", "lead a step to it, or delete it");
        continue;
      }
      if (!edges.reachable(edges.after(step.name())).contains(Edges.OUT))
        report.error(step, "no way leads from it to an end", "add end: true, or a way home");
      if (turnsAlone(step, subject))
        report.error(
            step,
            "comes back to itself without asking anything",
            "put an ask or a wait into the loop");
    }
  }

  private static boolean turnsAlone(Step step, Subject subject) {
    if (stops(step)) return false;
    Set<String> seen = new LinkedHashSet<>();
    return comesBack(step.name(), step.name(), subject, seen);
  }

  private static boolean comesBack(String to, String from, Subject subject, Set<String> seen) {
    for (String next : subject.edges().after(from)) {
      if (next.equals(to)) return true;
      Step step = subject.flow().steps().get(next);
      if (step == null || stops(step) || !seen.add(next)) continue;
      if (comesBack(to, next, subject, seen)) return true;
    }
    return false;
  }

  private static boolean stops(Step step) {
    return step instanceof Step.Ask || step instanceof Step.Wait;
  }
}
