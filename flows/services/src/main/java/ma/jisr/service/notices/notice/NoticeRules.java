package ma.jisr.service.notices.notice;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import ma.jisr.service.notices.mailing.Quiet;

/**
 * The limits of those who write notices.
 *
 * @param usual of everybody who has none of their own
 * @param officials limits by the id of an account
 * @param quiet the hours in which only extreme alerts go
 * @param review within which an emergency that went at once is to be looked at
 */
public record NoticeRules(Limit usual, Map<String, Limit> officials, Quiet quiet, Duration review) {
  /** Without any settings. */
  public static final NoticeRules USUAL =
      new NoticeRules(
          Limit.USUAL,
          Map.of(),
          new Quiet(LocalTime.of(21, 0), LocalTime.of(8, 0)),
          Duration.ofHours(24));

  public NoticeRules {
    officials = Map.copyOf(officials);
  }

  /** The limits of an account. */
  public Limit of(String account) {
    return officials.getOrDefault(account, usual);
  }

  /**
   * What one account may send without anybody else.
   *
   * @param people whom an ordinary notice may reach; above, a second person has to agree
   * @param emergency whom an emergency may reach at once; above, a second person has to agree
   * @param perHour emergencies in an hour that go at once; from a phone always {@link #FROM_PHONE}
   * @param perDay notices handed in within 24 hours
   * @param trials texts sent to the own phone within 24 hours
   */
  public record Limit(long people, long emergency, int perHour, int perDay, int trials) {
    /** Most trials in a day that may be allowed: what the account's tally has room for. */
    public static final int MOST_TRIALS = 100;

    /** Emergencies in an hour from a phone, which can be lost or taken. */
    public static final int FROM_PHONE = 1;

    /**
     * A douar's worth of people; a commune's; more than a bad night brings; every language of three
     * notices.
     */
    public static final Limit USUAL = new Limit(500, 50_000, 3, 20, 20);
  }
}
