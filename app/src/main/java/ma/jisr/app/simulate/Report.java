package ma.jisr.app.simulate;

import java.util.List;

/**
 * What one run came to.
 *
 * @param hash of its trace: the same seed, the same hash
 * @param events in its trace
 * @param violations the first few; none when all held
 */
public record Report(long hash, long events, List<Violation> violations) {
  public Report {
    violations = List.copyOf(violations);
  }

  public boolean clean() {
    return violations.isEmpty();
  }
}
