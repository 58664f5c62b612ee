package ma.jisr.service.tickets;

import java.time.Duration;

/** The bounds of tickets. */
public final class TicketRules {
  /** Tickets that one person may hold at once. */
  public static final int OPEN = 4;

  /**
   * Tickets that one person may take in a day, for themselves and others: who needs more calls in.
   */
  public static final int A_DAY = 8;

  /**
   * Turns that were missed within {@link #MISSED_WITHIN} until one ticket at a time is the most.
   */
  public static final int MISSED = 3;

  public static final Duration MISSED_WITHIN = Duration.ofDays(7);

  /** Longest line of one service: beyond it nobody is told a place. */
  public static final int LINE = 500;

  /** How often a holder may let others pass, and by how long at most, minutes. */
  public static final int DELAYS = 3;

  public static final int MOST_DELAY = 120;

  /** Longest way to a shop that is allowed for, minutes. */
  public static final int MOST_TRAVEL = 180;

  /** How long after it staff may undo what they did. */
  public static final Duration UNDO = Duration.ofMinutes(1);

  /** Longest pause, minutes: the rest of a working day. */
  public static final int MOST_PAUSE = 480;

  /** Those who pass somebody who was called and did not come, before they are called once more. */
  public static final int PASS = 2;

  /** How long staff may work on after the shop's hours before all who wait are sent home. */
  public static final Duration OVERTIME = Duration.ofMinutes(30);

  /**
   * Taken and without a number for so long: whoever asked has died, and another goes on with it.
   */
  public static final Duration UNSETTLED = Duration.ofMinutes(1);

  /** How long tickets are kept behind their day: questions are asked within it. */
  public static final Duration KEEP = Duration.ofDays(7);

  private TicketRules() {}
}
