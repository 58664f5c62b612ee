package ma.jisr.flow.signal;

import java.time.Instant;
import java.util.Map;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.value.Value;

/**
 * A message to one person that answers nothing they said just now. It is kept by name and values
 * and rendered when it goes: in the person's language, for the phone that they have.
 *
 * @param flow whose message it is
 * @param message its name
 * @param values for its placeholders
 * @param urgency who goes first, and who may be sent it
 * @param expires when it is no longer worth sending
 */
public record Notice(
    String flow, String message, Map<String, Value> values, Urgency urgency, Instant expires) {
  public Notice {
    values = Map.copyOf(values);
  }
}
