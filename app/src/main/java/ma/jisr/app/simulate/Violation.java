package ma.jisr.app.simulate;

import java.util.List;

/**
 * What did not hold.
 *
 * @param invariant that was broken
 * @param detail in ids
 * @param trace the last lines about it
 */
public record Violation(Invariant invariant, String detail, List<String> trace) {
  public Violation {
    trace = List.copyOf(trace);
  }
}
