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

  /** Bounded by the heap long before: 1.5 GB a loop at {@link #PERSON_BYTES}. */
  public static final int RESIDENT = 250_000;

  /** What somebody holds who has just been read: measured 5.8 KB with a list of three hotspots. */
  static final int PERSON_BYTES = 6 * 1024;

  /** The part of the heap that persons may fill; the rest is for turns, queues and the map. */
  private static final int SHARE = 3;

  /**
   * For how long a message is left to the process that wrote it. With other nodes: until they take
   * it over from a dead one. Alone nobody takes over; it is how long the next turn has to take the
   * message out of the document on its way, before that costs a write of its own.
   */
  public Duration lease() {
    return alone ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
  }

  /** The same, with no more persons in memory than the heap holds well. */
  public SessionSettings within(long heap, int loops) {
    int fit = (int) Math.min(RESIDENT, heap / SHARE / loops / PERSON_BYTES);
    return new SessionSettings(
        process, alone, inFlight, mailbox, Math.min(resident, Math.max(fit, 1)), limits);
  }

  /**
   * Most persons of a loop who wait in memory for a link; beyond, their messages wait in the store.
   * Half, so that there is room for those who write meanwhile.
   */
  int waiting() {
    return Math.max(1, resident / 2);
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
