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
}
