package ma.jisr.app.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a run has seen and what of it should not be: the world's notebook. */
final class Findings {
  /** Violations kept of one run: the first explains the others. */
  private static final int KEPT = 8;

  /** Lines of trace shown with a violation. */
  private static final int SHOWN = 60;

  /** What concerns everybody in a trace: nodes that die and start. */
  static final String WORLD = "world";

  private final Trace trace;
  private final Supplier<Instant> now;
  private final List<Violation> violations = new ArrayList<>();

  Findings(Trace trace, Supplier<Instant> now) {
    this.trace = trace;
    this.now = now;
  }

  void note(String about, String what) {
    trace.add(now.get(), about, what);
  }

  void violated(Invariant invariant, String about, String detail) {
    note(about, "VIOLATED " + invariant + ": " + detail);
    if (violations.size() < KEPT)
      violations.add(
          new Violation(
              invariant, about + ": " + detail, trace.last(SHOWN, List.of(about, WORLD))));
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  boolean clean() {
    return violations.isEmpty();
  }
}
