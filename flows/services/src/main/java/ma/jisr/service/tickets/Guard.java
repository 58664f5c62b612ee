package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What one person may still take: the tickets that they hold, those of today, the turns that they
 * missed. One document a person, so that "one open for each service" and all bounds are decided by
 * one compare-and-set.
 *
 * @param open held now, or so it seems: a ticket that has ended is crossed out when it is met
 * @param day of {@link #taken}
 * @param taken the ids of the tickets asked for on that day
 * @param missed when they did not come, the last few times
 * @param shops where they took tickets last, newest first, at most {@link #SHOPS}
 */
record Guard(
    List<Held> open, LocalDate day, List<String> taken, List<Instant> missed, List<String> shops) {
  /** Shops that are remembered: what a first screen offers beside those near. */
  static final int SHOPS = 2;

  static final Guard NEW = new Guard(List.of(), LocalDate.EPOCH, List.of(), List.of(), List.of());

  Guard {
    open = List.copyOf(open);
    taken = List.copyOf(taken);
    missed = List.copyOf(missed);
    shops = shops == null ? List.of() : List.copyOf(shops); // older documents have none
  }

  /**
   * A ticket that is held.
   *
   * @param other whether it was taken for somebody else: it does not keep them from one of their
   *     own
   */
  record Held(String ticket, String shop, String service, boolean other) {}

  boolean holds(String ticket) {
    return open.stream().anyMatch(held -> held.ticket().equals(ticket));
  }

  /** With one more ticket, whatever the bounds say. */
  Guard with(Held held) {
    if (holds(held.ticket())) return this;
    List<Held> all = new ArrayList<>(open);
    all.add(held);
    return new Guard(all, day, taken, missed, shops);
  }

  /** With one more that they have asked for themselves today. */
  Guard asking(Held held, LocalDate today) {
    List<String> ids = new ArrayList<>(today.equals(day) ? taken : List.of());
    if (!ids.contains(held.ticket())) ids.add(held.ticket());
    List<String> last = new ArrayList<>(shops);
    last.remove(held.shop());
    last.addFirst(held.shop());
    return new Guard(
        with(held).open, today, ids, missed, last.subList(0, Math.min(last.size(), SHOPS)));
  }

  /** How many they have asked for on this day. */
  int takenOn(LocalDate today) {
    return today.equals(day) ? taken.size() : 0;
  }

  Guard without(String ticket) {
    return new Guard(
        open.stream().filter(held -> !held.ticket().equals(ticket)).toList(),
        day,
        taken,
        missed,
        shops);
  }

  Guard missing(Instant when) {
    List<Instant> all = new ArrayList<>(missed);
    if (!all.contains(when)) all.add(when);
    if (all.size() > TicketRules.MISSED) all.removeFirst();
    return new Guard(open, day, taken, all, shops);
  }

  /** Whether they have let others wait for them too often lately. */
  boolean unreliable(Instant now) {
    return missed.size() >= TicketRules.MISSED
        && missed.getFirst().isAfter(now.minus(TicketRules.MISSED_WITHIN));
  }
}
