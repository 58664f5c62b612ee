package ma.jisr.flow.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.value.Value;

/**
 * One run of a flow; lives for days. A drop leaves it waiting.
 *
 * @param id ULID
 * @param flow the flow's id
 * @param hash of the flow when it was last stepped
 * @param step where it waits
 * @param visits how often each step has been decided anew: part of the once-key
 * @param values what steps accepted and calls answered, by step
 * @param path the ask steps gone through, for back; never crosses a finished call
 * @param tries wrong answers at this step
 * @param touched when it last moved
 */
public record Conversation(
    String id,
    String flow,
    String hash,
    String step,
    Map<String, Integer> visits,
    Map<String, Value> values,
    List<String> path,
    int tries,
    Instant touched) {
  public Conversation {
    visits = Map.copyOf(visits);
    values = Map.copyOf(values);
    path = List.copyOf(path);
  }
}
