package ma.jisr.gateway.channel;

import java.time.Instant;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.flow.Input;
import org.jspecify.annotations.Nullable;

/**
 * What a person did on a link.
 *
 * @param id the same when the peer sends the same thing again; unique otherwise: provider id, or
 *     USSD dialogue + sequence
 * @param link that brought it
 * @param act what it is
 * @param from the person's address
 * @param code the short code or service code it was sent to
 * @param text what was typed or dialled; empty for a release
 * @param dialogue the USSD dialogue's key (unique for ever: MSISDN group, session id where given,
 *     epoch); null for SMS and chat
 * @param reason why a dialogue was released; null otherwise
 * @param assurance how sure the link is of the sender
 * @param at when it was first received, as far as the link knows
 * @param words what tells it from another, where its peer gives no identity: whoever gives it on
 *     again gives the same octets; null where the id is enough
 * @param here where the network says that the phone is, as {@link Locator} tells it; "" where it
 *     says nothing that anybody knows
 */
@SuppressWarnings("ArrayRecordComponent") // hashed once and never compared
public record Inbound(
    String id,
    String link,
    Act act,
    Address from,
    String code,
    String text,
    @Nullable String dialogue,
    Input.@Nullable Reason reason,
    Assurance assurance,
    Instant at,
    byte @Nullable [] words,
    String here) {
  /** What has an identity of its own, from where nobody knows. */
  public Inbound(
      String id,
      String link,
      Act act,
      Address from,
      String code,
      String text,
      @Nullable String dialogue,
      Input.@Nullable Reason reason,
      Assurance assurance,
      Instant at) {
    this(id, link, act, from, code, text, dialogue, reason, assurance, at, null, "");
  }

  /** What a person did. */
  public enum Act {
    /** Dialled a service code: a USSD dialogue begins and supersedes an open one. */
    BEGIN,
    /** Answered a USSD screen. */
    ANSWER,
    /** The dialogue is gone. */
    RELEASE,
    /** Sent an SMS or a chat message. */
    MESSAGE
  }

  @Override
  public String toString() {
    return "Inbound[" + id + " " + act + " on " + link + "]";
  }
}
