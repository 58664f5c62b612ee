package ma.jisr.gateway.channel;

import java.time.Instant;
import java.util.List;
import ma.jisr.base.Address;
import ma.jisr.flow.Button;
import ma.jisr.flow.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * One text to one person.
 *
 * @param id of the outbox entry
 * @param person the receiver's id
 * @param kind how it goes
 * @param urgency which of those that wait for the link goes first
 * @param to the person's address
 * @param code from which it comes (the short code or service code)
 * @param text rendered; the channel chooses GSM-7 or UCS-2 and splits into segments
 * @param dialogue the USSD dialogue; null for SMS and chat
 * @param latest when it is not to be written to the peer any more, but given back
 * @param until when it is of no use any more: the peer is told so (validity_period)
 * @param taken which of its segments the peer has already, bit 0 for the first: they are not sent
 *     again
 * @param buttons what can be pressed below it, in order, the ways out last; the same can be typed
 * @param heard when the person last wrote by this link, where it is a chat; null where nobody knows
 */
public record Outbound(
    String id,
    String person,
    Kind kind,
    Urgency urgency,
    Address to,
    String code,
    String text,
    @Nullable String dialogue,
    Instant latest,
    Instant until,
    int taken,
    List<Button> buttons,
    @Nullable Instant heard) {
  public Outbound {
    buttons = List.copyOf(buttons);
  }

  /** What nobody can press. */
  public Outbound(
      String id,
      String person,
      Kind kind,
      Urgency urgency,
      Address to,
      String code,
      String text,
      @Nullable String dialogue,
      Instant latest,
      Instant until,
      int taken) {
    this(
        id, person, kind, urgency, to, code, text, dialogue, latest, until, taken, List.of(), null);
  }

  /** How a text goes. */
  public enum Kind {
    /** A USSD screen that asks (ussd_service_op 2). */
    SCREEN,
    /** A USSD screen that ends the dialogue (ussd_service_op 17). */
    LAST_SCREEN,
    /** An SMS or chat message. */
    MESSAGE
  }

  /** A reply that may go at any time. */
  public Outbound(
      String id, Kind kind, Address to, String code, String text, @Nullable String dialogue) {
    this(id, "", kind, Urgency.REPLY, to, code, text, dialogue, Instant.MAX, Instant.MAX, 0);
  }

  @Override
  public String toString() {
    return "Outbound[" + id + " " + kind + "]";
  }
}
