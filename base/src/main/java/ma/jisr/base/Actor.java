package ma.jisr.base;

/**
 * On whose behalf something is done: every operation of the domain takes one, whichever way it was
 * asked for (API, SMS, file, the administration socket).
 *
 * @param id an account's id, or a person's random id: for the audit trail, never a number or name
 * @param role what they are
 * @param territory where they are it
 */
public record Actor(String id, Role role, Territory territory) {
  /** Longest id, characters. */
  public static final int MAX_ID = 64;

  public Actor {
    if (id.isBlank() || id.length() > MAX_ID)
      throw new IllegalArgumentException("an actor's id has 1 to " + MAX_ID + " characters");
  }

  /** Anybody, by the random id of their person document. */
  public static Actor person(String id) {
    return new Actor(id, Role.PERSON, Territory.NOWHERE);
  }
}
