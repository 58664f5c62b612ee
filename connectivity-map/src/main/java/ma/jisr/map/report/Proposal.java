package ma.jisr.map.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hotspot that somebody says is there and that the map does not know: a place and a landmark in
 * words. It waits for an operator.
 *
 * @param id short, of letters and digits
 * @param place the id of its place in the gazetteer
 * @param landmark as they wrote it, bounded and without numbers
 * @param agent whether a registered agent says so
 * @param to the person's id, sealed, to thank them; "" once it is decided, or they are erased
 * @param at when
 * @param state of it
 * @param by who decided; null while it waits
 * @param hotspot the id of the hotspot that was made of it; null for none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Proposal(
    String id,
    String place,
    String landmark,
    boolean agent,
    String to,
    Instant at,
    State state,
    @Nullable String by,
    @Nullable String hotspot) {
  /** What became of it. */
  public enum State {
    /** Nobody has looked at it. */
    WAITING,
    /** It is on the map. */
    ACCEPTED,
    /** It is not. */
    REJECTED
  }

  Proposal decided(State next, String who, @Nullable String made) {
    return new Proposal(id, place, landmark, agent, "", at, next, who, made);
  }

  /** The same when who named it has been erased. */
  Proposal nobodys() {
    return new Proposal(id, place, landmark, agent, "", at, state, by, hotspot);
  }

  @Override
  public String toString() {
    return "Proposal[" + id + " " + state + "]";
  }
}
