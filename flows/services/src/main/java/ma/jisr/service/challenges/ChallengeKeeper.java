package ma.jisr.service.challenges;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.service.challenges.follow.News;
import ma.jisr.service.challenges.offer.OfferTeller;
import ma.jisr.service.keeping.Rounds;

/**
 * Does what challenges ask for of their own accord: tells what offers and challenges have to tell,
 * Confined to its loop; several nodes may do it at once.
 */
public final class ChallengeKeeper {
  /**
   * Between two looks at what is to be told: one search of an index that is nearly always empty.
   */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Offers looked at at once. */
  private static final int MOST = 200;

  private final Duties duties;
  private final Rounds rounds;

  /**
   * What is done.
   *
   * @param teller of what offers have to tell
   * @param news of what became of challenges
   */
  public record Duties(OfferTeller teller, News news) {}

  public ChallengeKeeper(Loop loop, Duties duties) {
    this.duties = duties;
    this.rounds = new Rounds(loop, "challenges");
  }

  /** From any thread. */
  public void start() {
    rounds.every(LOOK, this::look);
  }

  /** From any thread. */
  public void stop() {
    rounds.stop();
  }

  private CompletableFuture<Integer> look() {
    return duties.news().look(MOST).thenCompose(_ -> duties.teller().look(MOST));
  }
}
