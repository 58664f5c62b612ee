package ma.jisr.service.notices.mailing;

import java.time.Duration;

/**
 * How long receipts are waited for when it is not known whether a text went.
 *
 * @param ordinary one is left unknown then
 * @param extreme one is sent again then
 */
public record Patience(Duration ordinary, Duration extreme) {
  /** Somebody may be in danger: a second text costs less than a long wait. */
  public static final Patience USUAL = new Patience(Duration.ofMinutes(10), Duration.ofSeconds(30));

  Duration of(Grade grade) {
    return switch (grade) {
      case ORDINARY -> ordinary;
      case EXTREME -> extreme;
    };
  }
}
