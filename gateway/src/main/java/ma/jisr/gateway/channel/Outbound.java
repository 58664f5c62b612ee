package ma.jisr.gateway.channel;

import ma.jisr.base.Address;
import org.jspecify.annotations.Nullable;

/**
 * One text to one person.
 *
 * @param id of the outbox entry
 * @param kind how it goes
 * @param to the person's address
 * @param code from which it comes (the short code or service code)
 * @param text rendered; the channel chooses GSM-7 or UCS-2 and splits into segments
 * @param dialogue the USSD dialogue; null for SMS and chat
 */
public record Outbound(
    String id, Kind kind, Address to, String code, String text, @Nullable String dialogue) {
  /** How a text goes. */
  public enum Kind {
    /** A USSD screen that asks (ussd_service_op 2). */
    SCREEN,
    /** A USSD screen that ends the dialogue (ussd_service_op 17). */
    LAST_SCREEN,
    /** An SMS or chat message. */
    MESSAGE
  }

  @Override
  public String toString() {
    return "Outbound[" + id + " " + kind + "]";
  }
}
