package ma.jisr.base;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Which people are registered agents in the field. */
@FunctionalInterface
public interface Agents {
  /** Nobody is. */
  Agents NONE = person -> CompletableFuture.completedFuture(Optional.empty());

  /**
   * On whose behalf a person acts beyond their own: an account's id, role and territory as they are
   * now. Empty for anybody else, and as soon as the account is disabled. Completes on any thread;
   * fails when that is not certain.
   *
   * @param person the random id of a person
   */
  CompletableFuture<Optional<Actor>> of(String person);

  /**
   * Everybody of a role who has a phone, by the random id of their person, as they are now. For
   * what is rare: all accounts are looked at.
   */
  default CompletableFuture<Map<String, Actor>> all(Role role) {
    return CompletableFuture.completedFuture(Map.of());
  }

  /**
   * The number of the phone that a registered person acts by, E.164 without the plus: they are told
   * of what is theirs to do before they have written a word. Empty of anybody else, and where it is
   * not known.
   *
   * @param person the random id of a person
   */
  default CompletableFuture<Optional<String>> number(String person) {
    return CompletableFuture.completedFuture(Optional.empty());
  }
}
