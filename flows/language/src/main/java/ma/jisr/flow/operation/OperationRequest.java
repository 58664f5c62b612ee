package ma.jisr.flow.operation;

import java.util.Map;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.flow.value.Value;

/**
 * One call of an operation: the typed body of the Camel exchange.
 *
 * @param operation the registered name
 * @param key conversation ULID + step + visit: what happens once is the effect per key
 * @param person the random id of the person who asks
 * @param language of the answer's words, where only one is given
 * @param assurance how sure we are who asks
 * @param arguments by name, of the declared types
 */
public record OperationRequest(
    String operation,
    String key,
    String person,
    Language language,
    Assurance assurance,
    Map<String, Value> arguments) {
  public OperationRequest {
    arguments = Map.copyOf(arguments);
  }
}
