package ma.jisr.service.notices.cap;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.service.audience.Topic;

/**
 * Somebody whose alerts are taken: a weather service, a dam, a province.
 *
 * @param id ours: letters, digits and dashes
 * @param name as people read who says it, at most {@link #MAX_NAME} characters
 * @param sender that its alerts must name
 * @param territory that its alerts may reach
 * @param certificates of which one must have signed what goes out; without any, its alerts are
 *     drafts at most
 * @param topic on which all its alerts are, for whoever has muted some; empty: by their category
 */
public record CapSource(
    String id,
    String name,
    String sender,
    Territory territory,
    List<X509Certificate> certificates,
    Optional<Topic> topic) {
  /** Longest name, characters: it stands in each SMS. */
  public static final int MAX_NAME = 33;

  /** What an id looks like. */
  public static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Before a source's id where accounts stand beside it: no account's name has a dot so early. */
  private static final String ACTOR = "cap.";

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  public CapSource {
    certificates = List.copyOf(certificates);
    if (!ID.matcher(id).matches())
      throw new IllegalArgumentException("id is not up to 32 small letters, digits and dashes");
    if (name.isBlank() || name.length() > MAX_NAME)
      throw new IllegalArgumentException("name has not 1 to " + MAX_NAME + " characters");
    if (!Sense.isName(sender))
      throw new IllegalArgumentException("sender has spaces, commas, < or &, or is too long");
  }

  /** Whether what it sends must be signed to go out. */
  public boolean signs() {
    return !certificates.isEmpty();
  }

  /** On whose behalf its alerts are taken. */
  public Actor actor() {
    return new Actor(ACTOR + id, Role.OFFICIAL, territory);
  }
}
