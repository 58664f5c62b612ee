package ma.jisr.app.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One SMPP account at an operator.
 *
 * @param id unique in the file; in logs and metrics
 * @param smsc the group of links that lead to the same SMSC
 * @param bind transceiver, or "pair": a receiver and a transmitter
 * @param window most unanswered submit_sm
 * @param rate segments a second
 * @param encoding what data_coding 0 means on this link: gsm7 or latin1
 * @param validity whether the SMSC is told until when a message is of use
 * @param tls whether the link is encrypted; the host is verified
 * @param carries sms, ussd
 * @param prefixes of numbers that its operator has given out: a hint, since numbers are portable
 * @param cost of a segment, centimes; empty when nobody has said
 * @param ussd how its USSD behaves
 * @param tariff what a person pays
 * @param cellTag the optional parameter in which the peer tells the cell of a phone; empty where it
 *     does not
 */
public record LinkSettings(
    String id,
    String smsc,
    String host,
    int port,
    String systemId,
    Secret password,
    String bind,
    int window,
    int rate,
    String encoding,
    boolean validity,
    boolean tls,
    Set<String> carries,
    List<String> prefixes,
    Optional<Long> cost,
    Ussd ussd,
    Tariff tariff,
    OptionalInt cellTag) {

  /**
   * A link's USSD.
   *
   * @param profile the vendor's ways
   * @param idle how long a screen waits for an answer
   * @param session how long a dialogue may last in all
   * @param screen octets of a screen: 160 hold 182 septets or 80 UCS-2 units
   * @param settle how long after a dialogue's end a handset needs until the prompt of a wallet
   *     reaches it: it holds one USSD session
   */
  public record Ussd(String profile, Duration idle, Duration session, int screen, Duration settle) {
    /** As handsets were seen to need. */
    public static final Duration SETTLE = Duration.ofSeconds(3);
  }

  /**
   * Centimes per SMS sent by the person, and per USSD dialogue; empty where the operator has not
   * said.
   */
  public record Tariff(Optional<Long> smsMo, Optional<Long> ussd) {}
}
