package ma.jisr.map.batch;

import java.time.Duration;
import java.time.Instant;

/** How long batches are kept. */
public final class Keeping {
  /** What was staged and never published: somebody looks at the verdicts and comes back. */
  public static final Duration STAGED = Duration.ofDays(7);

  /** What was published, so that it may be undone: a quarter, as the message log. */
  public static final Duration PUBLISHED = Duration.ofDays(90);

  private Keeping() {}

  static boolean isOver(Batch batch, Instant now) {
    return switch (batch.state()) {
      case STAGING, STAGED -> batch.staged().plus(STAGED).isBefore(now);
      case APPLIED, UNDONE -> since(batch).plus(PUBLISHED).isBefore(now);
      case PUBLISHED, UNDOING, SWEPT -> false;
    };
  }

  /** When it came to be, or no longer to be, seen. */
  static Instant since(Batch batch) {
    if (batch.undone() != null) return batch.undone();
    return batch.published() != null ? batch.published() : batch.staged();
  }
}
