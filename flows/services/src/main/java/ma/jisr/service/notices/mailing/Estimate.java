package ma.jisr.service.notices.mailing;

import java.util.Map;
import ma.jisr.base.Language;

/**
 * What a mailing would come to if it began now.
 *
 * @param people who would get it: who has said STOP or muted its topic is left out
 * @param inQuietHours of them, those who would have to wait for the morning: all or none
 * @param languages in which they would read it
 * @param segments in all
 * @param centimes in all; below 0 when a link's price is not known
 * @param minutes at the rates of the links that are up, whole, at least 1; 0 when there is nobody
 * @param exact whether everybody was looked at, or a part that stands for the others
 */
public record Estimate(
    long people,
    long inQuietHours,
    Map<Language, Share> languages,
    long segments,
    long centimes,
    long minutes,
    boolean exact) {
  public Estimate {
    languages = Map.copyOf(languages);
  }

  /**
   * Those who read one language.
   *
   * @param segmentsEach that one of them costs
   */
  public record Share(long people, int segmentsEach) {}
}
