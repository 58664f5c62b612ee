package ma.jisr.gateway.session;

import java.time.Instant;
import ma.jisr.base.Address;
import ma.jisr.flow.Input;
import ma.jisr.flow.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service, or somebody else's conversation, has for one person: durable from when
 * it is handed in until the turn that took it is.
 *
 * @param id the key that it was handed in under: the source and a number
 * @param person whose turn it becomes
 * @param input the event or the notice
 * @param address where the person is reached when nothing else is known of them; null for somebody
 *     who has been heard
 */
record InboxRow(String id, String person, Input input, @Nullable Address address) {
  /** When it is no longer worth a turn. */
  Instant expires() {
    return switch (input) {
      case Input.Raised raised -> raised.event().expires();
      case Input.Told told -> told.notice().expires();
      default -> throw new IllegalStateException("no service says this");
    };
  }

  /** Which of those that wait goes first; events are owed. */
  Urgency urgency() {
    return input instanceof Input.Told told ? told.notice().urgency() : Urgency.REPLY;
  }

  @Override
  public String toString() {
    return "InboxRow[" + id + "]";
  }
}
