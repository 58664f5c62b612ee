package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;

/**
 * How a ticket comes into its line, or waits until it may.
 *
 * @param ahead how many stand before it
 */
record Entry(Shop shop, ShopService service, Outlook.View view, Hours hours, int ahead) {
  /** Between two looks at somebody who waits. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  private static final Duration MOST = Duration.ofMinutes(45);

  /** The last write of a take. */
  void enter(Edit edit) {
    Ticket ticket = edit.before();
    edit.promised(standing(ticket, edit.now()).estimate());
    Slot slot = ticket.wish().slot();
    if (slot != null && slot.from().isAfter(edit.now())) edit.due(comes(ticket, edit.now()));
    else line(edit);
  }

  /** Where a ticket that has just come in stands. */
  Standing standing(Ticket ticket, Instant now) {
    return Outlook.standing(ticket, ahead, view, now);
  }

  /** Into the line: near at once when it is, without a message, since the answer says it. */
  void line(Edit edit) {
    Ticket ticket = edit.before();
    Instant now = edit.now();
    Estimate wait = view.forecast().wait(ahead);
    Instant last = hours.lastLook(shop.hours(), ticket.wish().day(), now);
    edit.from(null);
    if (isNear(ticket)) edit.to(State.NEAR).knows(Told.NEAR).due(last);
    else edit.to(State.WAITING).due(earlier(next(wait, ticket, now), last));
  }

  boolean isNear(Ticket ticket) {
    Estimate wait = view.forecast().wait(ahead);
    return view.begins() != null
        && Approach.near(service.near(), ahead, wait, view.forecast(), ticket.travel());
  }

  /** When somebody who comes back later is told to come: in time for their way. */
  Instant comes(Ticket ticket, Instant now) {
    Instant from = ticket.from();
    if (from == null) return now;
    Instant lead = from.minus(Duration.ofMinutes(service.near().minutes() + ticket.travel()));
    return ticket.told().containsKey(Told.NEAR) || !lead.isAfter(now) ? from : lead;
  }

  /** Half of the way to when they must be told: the forecast changes until then. */
  Instant next(Estimate wait, Ticket ticket, Instant now) {
    int until = wait.likely() - service.near().minutes() - ticket.travel();
    Duration half = Duration.ofSeconds(30L * until);
    if (half.compareTo(LEAST) < 0) half = LEAST;
    return now.plus(half.compareTo(MOST) > 0 ? MOST : half);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
