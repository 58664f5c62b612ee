package ma.jisr.gateway.channel.smpp;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one SMPP account.
 *
 * @param id of the link in the settings
 * @param smsc group: links of one group reach the same subscribers, and share message ids
 * @param account who we are to the peer
 * @param bind how connections are made
 * @param window submit_sm sent and not answered at a time, 1 to 1000; the operator says it
 * @param rate segments a second, 1 to 1,000,000; the operator says it
 * @param carries what the link is for; the rest is acknowledged, counted and ignored
 * @param ussd how dialogues behave here
 * @param text how texts and numbers are written here
 * @param tls how the connection is secured; null: plain TCP
 * @param timers how long things may take
 * @param limits how much is kept
 * @param cell where the peer tells the cell of a phone; null where it does not
 */
public record SmppLink(
    String id,
    String smsc,
    Account account,
    Bind bind,
    int window,
    int rate,
    Carries carries,
    Ussd ussd,
    Text text,
    @Nullable Tls tls,
    Timers timers,
    Limits limits,
    @Nullable CellTag cell) {
  public SmppLink {
    require(window >= 1 && window <= 1000, "window: 1 to 1000");
    require(rate >= 1 && rate <= 1_000_000, "rate: 1 to 1000000 segments a second");
  }

  /** A transceiver for SMS and USSD with usual values: window 100, 500 segments a second. */
  public static SmppLink usual(String id, String smsc, Account account) {
    return new SmppLink(
        id,
        smsc,
        account,
        Bind.TRANSCEIVER,
        100,
        500,
        new Carries(true, true),
        Ussd.usual(),
        Text.usual(),
        null,
        Timers.usual(),
        Limits.usual(),
        null);
  }

  /** How connections are made. */
  public enum Bind {
    /** One connection for both directions. */
    TRANSCEIVER,
    /** A connection for each direction, for SMSCs that know no transceiver. */
    RECEIVER_AND_TRANSMITTER
  }

  /**
   * Who we are to the peer. {@link #toString()} never shows the password.
   *
   * @param host name or address
   * @param port 1 to 65535
   * @param systemId at most 15 characters (SMPP 3.4 5.2.1)
   * @param password at most 8 characters in the standard (5.2.2), which many operators exceed
   * @param systemType mostly empty (5.2.3)
   */
  public record Account(
      String host, int port, String systemId, String password, String systemType) {
    @Override
    public String toString() {
      return systemId + "@" + host + ":" + port;
    }
  }

  /**
   * What the link is for.
   *
   * @param sms short messages
   * @param ussd dialogues
   */
  public record Carries(boolean sms, boolean ussd) {}

  /**
   * How dialogues behave on the link.
   *
   * @param profile the vendor's way of marking them
   * @param idle without an input or a screen, after which the network ends a dialogue
   * @param session the longest life of a dialogue
   * @param screen octets of one screen: 160 = 182 GSM-7 characters (TS 23.038 6.1.2.3), or 80 UCS-2
   * @param open dialogues at a time; further ones are refused with ESME_RTHROTTLED
   */
  public record Ussd(UssdProfile profile, Duration idle, Duration session, int screen, int open) {
    /** Standard profile, 30 s idle, 120 s session, 160 octets, 20,000 open. */
    public static Ussd usual() {
      return new Ussd(
          UssdProfile.STANDARD, Duration.ofSeconds(30), Duration.ofSeconds(120), 160, 20_000);
    }
  }

  /**
   * How texts and numbers are written on the link.
   *
   * @param latin1 whether data_coding 0 means Latin-1 here instead of GSM-7, one octet a character
   * @param country ISO 3166 code in which national numbers (06…, 07…) are read
   * @param receipts whether a delivery receipt is asked for
   * @param validity whether the SMSC is told until when a message is of use
   */
  public record Text(boolean latin1, String country, boolean receipts, boolean validity) {
    /** GSM-7, Morocco, receipts wanted, validity told. */
    public static Text usual() {
      return new Text(false, "MA", true, true);
    }
  }

  /**
   * TLS with the certificate checked against the host's name, always.
   *
   * @param trusted PEM file of the authorities; null: those of the Java runtime
   */
  public record Tls(@Nullable Path trusted) {}

  /**
   * How long things may take.
   *
   * @param enquire with nothing read, until enquire_link is sent
   * @param response until a request of ours counts as unanswered
   * @param reconnect first pause after a loss; doubles up to {@code reconnectMost}
   * @param reconnectMost longest pause after a loss
   * @param refused pause after a refused bind: trying again fast locks accounts
   * @param throttled first pause after ESME_RTHROTTLED or ESME_RMSGQFUL; doubles to its 32-fold
   * @param drain within which {@code drain()} ends
   */
  public record Timers(
      Duration enquire,
      Duration response,
      Duration reconnect,
      Duration reconnectMost,
      Duration refused,
      Duration throttled,
      Duration drain) {
    /** 15 s, 10 s, 200 ms to 30 s, 60 s, 100 ms, 10 s. */
    public static Timers usual() {
      return new Timers(
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofMillis(200),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMillis(100),
          Duration.ofSeconds(10));
    }
  }

  /**
   * How much is kept.
   *
   * @param pdu octets of the longest PDU; a longer one closes the connection
   * @param unanswered deliver_sm waiting for their acknowledgement; more: ESME_RTHROTTLED at once
   * @param queued segments waiting for the window; more: Sent.Later at once
   * @param segments of one outbound message; more: Sent.Refused
   */
  public record Limits(int pdu, int unanswered, int queued, int segments) {
    /** 64 KiB, 2,000, 10,000, 10. */
    public static Limits usual() {
      return new Limits(65_536, 2_000, 10_000, 10);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
