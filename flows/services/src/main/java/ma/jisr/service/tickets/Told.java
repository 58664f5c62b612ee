package ma.jisr.service.tickets;

import java.time.Duration;
import java.util.Locale;

/**
 * What the holder of a ticket is told without asking; each is a message of the flow {@link
 * Notices#FLOW}.
 */
public enum Told {
  /** Their turn comes soon. */
  NEAR(Duration.ofMinutes(15)),
  /** Their turn is now, at this counter. */
  CALLED(Duration.ofMinutes(10)),
  /** Once more: they were called and did not come, or staff call again. */
  RECALLED(Duration.ofMinutes(10)),
  /** Their turn comes later than they were told. */
  MOVED(Duration.ofMinutes(30)),
  /** The queue closed before their turn. */
  CLOSED(Duration.ofHours(3)),
  /** They did not come twice: the place has gone to others. */
  RETURNED(Duration.ofHours(3));

  private final Duration validity;

  Told(Duration validity) {
    this.validity = validity;
  }

  /** How long it is worth knowing: later it is not sent any more. */
  public Duration validity() {
    return validity;
  }

  /** The name of the message: "near". */
  public String message() {
    return name().toLowerCase(Locale.ROOT);
  }
}
