package ma.jisr.flow.operation;

import java.util.Map;
import ma.jisr.flow.value.Value;

/**
 * The definite answer of an operation. Failures and time-outs are no answers: the call's future
 * fails and it is repeated.
 *
 * @param outcome one of the declared outcomes
 * @param values of the declared types
 */
public record OperationResult(String outcome, Map<String, Value> values) {
  public OperationResult {
    values = Map.copyOf(values);
  }
}
