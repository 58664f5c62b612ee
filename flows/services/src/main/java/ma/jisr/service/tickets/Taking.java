package ma.jisr.service.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of the wish for a ticket. */
public sealed interface Taking {
  /** Here it is; the same one for the same key. */
  record Taken(Standing standing) implements Taking {}

  /** They hold one for this service already: this one. */
  record HasOne(Standing standing) implements Taking {}

  /** The slot has gone, or all who wait already are more than the shop serves before it closes. */
  record Full() implements Taking {}

  /**
   * Nobody is served any more today.
   *
   * @param opens when the shop opens next; null when nobody knows
   */
  record Closed(@Nullable Instant opens) implements Taking {}

  /** They hold or have taken as many as anybody may. */
  record TooMany(Limit limit) implements Taking {}

  /** There is no such shop or service. */
  record Unknown() implements Taking {}

  /** Which bound it was. */
  enum Limit {
    /** Tickets held at once. */
    OPEN,
    /** Tickets taken in a day. */
    DAY,
    /** Somebody who has not come several times lately may hold one only. */
    MISSED
  }
}
