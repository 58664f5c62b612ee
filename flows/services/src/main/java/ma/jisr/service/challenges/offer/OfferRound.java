package ma.jisr.service.challenges.offer;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import ma.jisr.service.challenges.offer.Offer.State;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.store.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Tells everybody whose offer for a challenge is open what became of it, a page of offers at a
 * time, in the order in which they were made. Each news has a number, and an offer remembers the
 * last one: told again after a crash, or by two nodes at once, it is told once. Callable from any
 * thread.
 */
public final class OfferRound {
  private final OfferStore store;
  private final InstantSource clock;

  /** What became of a challenge. */
  public enum About {
    /** It is over, and so are its offers. */
    CLOSED,
    /** It says something else. */
    CHANGED,
    /** Somebody answers for it who did not: they hear of what is open. */
    INTRODUCED
  }

  /**
   * News of a challenge.
   *
   * @param code of it
   * @param number of the news, above that of all before
   */
  public record News(About about, String code, long number) {}

  OfferRound(OfferStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Tells a page.
   *
   * @param keepers who answers for the challenge
   * @param after the cursor behind which to go on; "" to start
   * @param most offers
   * @return the cursor for the rest; "" when there is none
   */
  public CompletableFuture<String> page(
      News news, Iterable<Keeper> keepers, String after, int most) {
    return store
        .page(news.code(), after, most)
        .thenCompose(
            page -> {
              CompletableFuture<?> all = CompletableFuture.completedFuture(null);
              for (Offer offer : page.offers())
                if (offer.state().open())
                  all = all.thenCompose(_ -> tell(offer.ref(), news, keepers));
              return all.thenApply(_ -> page.next());
            });
  }

  private CompletableFuture<?> tell(String ref, News news, Iterable<Keeper> keepers) {
    String name = "news " + news.code() + " " + news.number();
    return store.change(
        ref, name, Priority.BACKGROUND, offer -> next(offer, news, told(news, keepers)));
  }

  private static @Nullable Offer next(Offer offer, News news, UnaryOperator<Offer> by) {
    if (!offer.state().open() || offer.news() >= news.number()) return null;
    return by.apply(offer).news(news.number());
  }

  private UnaryOperator<Offer> told(News news, Iterable<Keeper> keepers) {
    return switch (news.about()) {
      case CLOSED ->
          offer -> offer.state(State.CLOSED, clock.instant()).tell("", OfferNotices.CLOSED, "", -1);
      case CHANGED -> offer -> offer.tell("", OfferNotices.CHANGED, "", -1);
      case INTRODUCED ->
          offer -> {
            Offer next = offer;
            for (Keeper keeper : keepers)
              if (!next.heard().contains(keeper.who())) next = offered(next, keeper);
            return next;
          };
    };
  }

  /** Somebody who answers for its challenge is told of an offer. */
  static Offer offered(Offer offer, Keeper keeper) {
    return offer.heard(keeper.who()).tell(keeper.who(), OfferNotices.OFFERED, "", -1);
  }
}
