package ma.jisr.gateway.session;

import java.time.Duration;
import ma.jisr.gateway.limit.Limits;

/**
 * The bounds of the session engine that an operator may change.
 *
 * @param process this process's id, new at each start
 * @param alone whether no other process uses the store (SQLite): what another process's id is found
 *     on is then over, and taken up again at once
 * @param inFlight most inputs taken and not yet answered; beyond, all are refused as busy
 * @param mailbox most inputs of one person that wait for their turn
 * @param resident most persons kept in memory, on each loop
 * @param limits of cost and abuse
 */
public record SessionSettings(
    String process, boolean alone, int inFlight, int mailbox, int resident, Limits limits) {
  /** About 100 MB at the 4 KB that an input and its turn hold. */
  public static final int IN_FLIGHT = 20_000;

  /** More than thumbs can type while a disk is slow; a machine that sends more is refused. */
  public static final int MAILBOX = 16;

  /** About 200 MB a loop at 4 KB a person. */
  public static final int RESIDENT = 50_000;

  /**
   * For how long a message is left to the process that wrote it. With other nodes: until they take
   * it over from a dead one. Alone nobody takes over; it is how long the next turn has to take the
   * message out of the document on its way, before that costs a write of its own.
   */
  public Duration lease() {
    return alone ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
  }

  /** The usual bounds. */
  public static SessionSettings of(String process, boolean alone) {
    return of(process, alone, Limits.usual());
  }

  /** The usual bounds but for those of cost and abuse. */
  public static SessionSettings of(String process, boolean alone, Limits limits) {
    return new SessionSettings(process, alone, IN_FLIGHT, MAILBOX, RESIDENT, limits);
  }
}
