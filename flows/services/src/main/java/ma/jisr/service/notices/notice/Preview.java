package ma.jisr.service.notices.notice;

import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.service.notices.mailing.Estimate;

/**
 * What a notice would come to if it were handed in now.
 *
 * @param texts the SMS as they would go, by language; empty where it cannot be said
 * @param estimate people, segments, cost and time
 * @param places ids of those that it reaches; empty where it goes by groups or references alone
 * @param path what would become of it
 * @param problem why it cannot be handed in, in English, naming the field; "" when it can
 */
public record Preview(
    Map<Language, String> texts, Estimate estimate, Set<String> places, Path path, String problem) {
  public Preview {
    texts = Map.copyOf(texts);
    places = Set.copyOf(places);
  }

  /** What becomes of a notice that is handed in. */
  public enum Path {
    /** It goes at its time. */
    GOES,
    /** It goes at once, passing quiet hours, and is reviewed afterwards. */
    EMERGENCY,
    /** A second person has to agree. */
    REVIEW,
    /** It cannot be handed in. */
    REFUSED
  }
}
