package ma.jisr.service.audience;

import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.service.People;

/**
 * How somebody is written to.
 *
 * @param link by which they last wrote, or are written to when nothing is known of them
 * @param code the short code from which they know us; "" for the link's own
 * @param language in which they read
 * @param scripts that their phone has proved to show; Latin always
 */
public record Reach(String link, String code, Language language, Set<Script> scripts) {
  public Reach {
    scripts = Set.copyOf(scripts);
  }

  /** As somebody's own words have told; what they have not told as it is supposed. */
  public static Reach of(People.Known known, Reach supposed) {
    Language language = known.language();
    return new Reach(
        known.link(),
        known.code(),
        language == null ? supposed.language() : language,
        known.scripts());
  }

  /** Of somebody of whom only the language is known. */
  public static Reach unproved(String link, Language language) {
    return new Reach(link, "", language, Set.of(Script.LATIN));
  }
}
