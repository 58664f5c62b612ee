package ma.jisr.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One room that keeps something of people: it tells somebody what, and takes it out. Each is asked
 * with all by which a room may know a person, finds its rows by its own index, and is told nothing
 * of the others. Both are asked again after a crash, on any thread, and never block.
 */
public interface Holding {
  /** Lower case, unique among all services: "tickets". What an erasure remembers to be done by. */
  String name();

  /**
   * What is kept of somebody, without its contents; a kind of which there is nothing is left out.
   * Bounded: counts end at {@link Held#MOST}.
   */
  CompletableFuture<List<Held>> held(Whose who);

  /**
   * Takes out what is kept of somebody, and makes unreadable what the law keeps. Idempotent: asked
   * again of somebody of whom nothing is left, it changes nothing. A failure is asked again.
   *
   * @param now when somebody wished it: what came later under the same number is another person's
   */
  CompletableFuture<Void> erase(Whose who, Instant now);

  /**
   * The contents themselves, for the copy that somebody has asked for: a row for each thing, its
   * fields by plain names in English, at most {@link Held#MOST} rows. Empty where {@link #held}
   * says all that can be said.
   */
  default CompletableFuture<List<Map<String, String>>> copy(Whose who) {
    return CompletableFuture.completedFuture(List.of());
  }
}
