package ma.jisr.service.tickets;

import org.jspecify.annotations.Nullable;

/**
 * What became of a holder's wish to change their ticket.
 *
 * @param outcome whether it was done
 * @param standing the ticket as it is now; null when there is none of theirs
 */
public record Change(Outcome outcome, @Nullable Standing standing) {
  /** Whether it was done. */
  public enum Outcome {
    DONE,
    /** No ticket of theirs. */
    NOT_THEIRS,
    /** Its end has come already: see its state. */
    OVER,
    /** Not so often, or not so much. */
    REFUSED
  }
}
