package ma.jisr.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Loop;
import ma.jisr.gateway.session.PersonDesk;
import ma.jisr.service.keeping.Rounds;

/**
 * Who goes through all people, slowly and without end, and has erased whoever has not been heard
 * for longer than people are kept. Works on its loop.
 */
final class Untouched {
  /** Between two pages: a million people take a day and a half, which costs nobody anything. */
  static final Duration PERIOD = Duration.ofSeconds(30);

  /** People looked at at once. */
  private static final int PAGE = 250;

  private final Loop loop;
  private final Look people;
  private final Function<String, CompletableFuture<?>> erase;
  private final Duration keep;
  private final Rounds rounds;
  private volatile String after = "";

  /** Looks at a page of people. */
  @FunctionalInterface
  interface Look {
    /**
     * @param after behind whom; "" to begin
     * @param before who was last heard before it is told
     */
    CompletableFuture<PersonDesk.Untouched> at(String after, Instant before, int page);
  }

  /**
   * @param people {@link PersonDesk#untouched}
   * @param erase has somebody erased, by the random id; may be asked again
   * @param keep how long people are kept who are not heard
   */
  Untouched(Loop loop, Look people, Function<String, CompletableFuture<?>> erase, Duration keep) {
    this.loop = loop;
    this.people = people;
    this.erase = erase;
    this.keep = keep;
    this.rounds = new Rounds(loop, "people who are not heard any more");
  }

  /** From any thread. */
  void start() {
    rounds.after(PERIOD, PERIOD, this::look);
  }

  /** From any thread. */
  void stop() {
    rounds.stop();
  }

  private CompletableFuture<Void> look() {
    return people
        .at(after, loop.now().minus(keep), PAGE)
        .thenCompose(this::erase)
        .thenAccept(next -> after = next);
  }

  private CompletableFuture<String> erase(PersonDesk.Untouched page) {
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (String person : page.people()) all = all.thenCompose(_ -> erase.apply(person));
    return all.thenApply(_ -> page.next());
  }
}
