package ma.jisr.flow.signal;

import java.time.Instant;
import java.util.Map;
import ma.jisr.flow.value.Value;

/**
 * Something that has happened to a person's affairs, for which a {@code wait} may be waiting. One
 * that nobody waits for yet is kept with the person until it expires.
 *
 * @param name as flows write it: "queue.called"
 * @param of what it happened to, as the service names it (the id of a ticket, of a payment): a wait
 *     with {@code of} takes no other's; "" when it can only be one thing
 * @param values what the flow may show, under the name of the step that waited
 * @param expires when it is no longer worth knowing
 */
public record Event(String name, String of, Map<String, Value> values, Instant expires) {
  /** Longest name, characters. */
  public static final int MAX_NAME = 64;

  /** Longest {@link #of}, characters: a ULID with a prefix. */
  public static final int MAX_OF = 64;

  public Event {
    if (name.isEmpty() || name.length() > MAX_NAME)
      throw new IllegalArgumentException("an event's name has 1 to " + MAX_NAME + " characters");
    if (of.length() > MAX_OF)
      throw new IllegalArgumentException("an event is of at most " + MAX_OF + " characters");
    values = Map.copyOf(values);
  }

  /** Whether a wait for this name, of this thing ("" for any), is over by it. */
  public boolean ends(String wanted, String wantedOf) {
    return name.equals(wanted) && (wantedOf.isEmpty() || of.equals(wantedOf));
  }
}
