package ma.jisr.gateway.api;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Callers;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.web.Proxies;

/**
 * The API, before it listens anywhere.
 *
 * @param description of it
 * @param operations by name, exactly those of the description
 * @param callers tells whose a token is
 * @param audit where every use of a token is written
 * @param limits of how often
 * @param proxies whose word on where a request comes from is taken
 * @param cursors of its lists
 * @param counters of what was answered
 * @param clock the wall clock
 * @param random names the changes of those who do not name them
 */
public record Api(
    Description description,
    Map<String, Operation> operations,
    Callers callers,
    Audit audit,
    CallLimits limits,
    Proxies proxies,
    Cursors cursors,
    Counters counters,
    InstantSource clock,
    RandomGenerator random) {
  /**
   * @throws IllegalArgumentException when an operation is described and not there, or the reverse
   */
  public Api {
    operations = Map.copyOf(operations);
    if (!operations.keySet().equals(description.operations()))
      throw new IllegalArgumentException(
          "described: "
              + new TreeSet<>(description.operations())
              + "; there: "
              + new TreeSet<>(operations.keySet()));
  }

  Operation operation(String name) {
    Operation operation = operations.get(name);
    if (operation == null) throw new IllegalArgumentException(name + " is not there");
    return operation;
  }
}
