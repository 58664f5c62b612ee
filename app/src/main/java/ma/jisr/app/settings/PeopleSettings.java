package ma.jisr.app.settings;

import java.time.Duration;

/**
 * How long somebody is taken for the same person, and kept.
 *
 * @param silent after so long without a word from a number, its next words are somebody new's:
 *     operators give numbers away again
 * @param keep after so long without a word somebody is erased, whatever they held
 */
public record PeopleSettings(Duration silent, Duration keep) {
  /**
   * Half a year: operators in Morocco take a prepaid number back when it has been idle for about
   * that long. Two years: who follows the alerts of a place writes seldom.
   */
  public static final PeopleSettings USUAL =
      new PeopleSettings(Duration.ofDays(180), Duration.ofDays(730));
}
