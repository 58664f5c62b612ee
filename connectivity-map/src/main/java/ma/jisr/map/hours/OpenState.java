package ma.jisr.map.hours;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is open at a moment.
 *
 * @param kind open, closed, or nobody knows
 * @param until when that changes, on the clock of the place; null when it does not within {@link
 *     OpeningHours#HORIZON_DAYS} days, or when nobody knows
 */
public record OpenState(Kind kind, @Nullable ZonedDateTime until) {
  static final OpenState UNKNOWN = new OpenState(Kind.UNKNOWN, null);
  static final OpenState CLOSED = new OpenState(Kind.CLOSED, null);

  public boolean isOpen() {
    return kind == Kind.OPEN;
  }

  /** Open, closed or unknown. */
  public enum Kind {
    OPEN,
    CLOSED,
    /** No hours are on record, or they say more than we evaluate. */
    UNKNOWN
  }
}
