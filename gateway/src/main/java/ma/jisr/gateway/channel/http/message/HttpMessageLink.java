package ma.jisr.gateway.channel.http.message;

import java.net.URI;
import java.time.Duration;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.http.Verifier;

/**
 * A link to a provider of messages over HTTP: SMS, or a chat platform.
 *
 * @param id unique in the settings; the last word of its path
 * @param scheme of the addresses of its people: {@code tel}, or the link's id where it is a chat,
 *     whose user ids are its own
 * @param group links whose provider gives ids of one kind, as {@code smsc} of SMPP
 * @param verifier shows that a request is the provider's
 * @param base where it is called
 * @param window requests at once
 * @param rate messages a second
 * @param queued messages that wait; more are given back at once
 * @param country the digits before which a national number stands
 * @param assurance how sure it is of senders
 * @param timers until a request counts as unanswered, and the first pause when throttled
 */
public record HttpMessageLink(
    String id,
    String scheme,
    String group,
    Verifier verifier,
    URI base,
    int window,
    int rate,
    int queued,
    String country,
    Assurance assurance,
    Timers timers) {
  /** Whether its people are known by a name of the platform's, not by a number. */
  public boolean chat() {
    return !scheme.equals(TELEPHONE);
  }

  /** The scheme of phone numbers. */
  public static final String TELEPHONE = "tel";

  /** Messages that may wait: ten seconds of a fast link. */
  public static final int QUEUED = 2_000;

  /**
   * How long things may take.
   *
   * @param answer of the provider
   * @param throttled first pause after 429 without Retry-After; doubles to its 32-fold
   * @param drain within which {@code drain()} ends
   * @param lockedOut first pause when we are not let in; doubles to its 64-fold
   */
  public record Timers(Duration answer, Duration throttled, Duration drain, Duration lockedOut) {
    /** 15 s, 1 s, 10 s, 15 s: a token that was renewed is tried within 16 minutes. */
    public static final Timers USUAL = new Timers(Duration.ofSeconds(15), Duration.ofSeconds(1));

    /** The usual, but for these. */
    public Timers(Duration answer, Duration throttled) {
      this(answer, throttled, Duration.ofSeconds(10), Duration.ofSeconds(15));
    }
  }
}
