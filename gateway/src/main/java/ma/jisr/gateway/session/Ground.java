package ma.jisr.gateway.session;

import java.util.Map;
import ma.jisr.flow.Effect;
import ma.jisr.flow.operation.Operations;
import ma.jisr.gateway.delivery.Channels;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.route.OperationCaller;
import ma.jisr.gateway.unresolved.Review;
import ma.jisr.gateway.unresolved.Unclear;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What the session engine stands on.
 *
 * @param store with the collections of {@link SessionCollections}
 * @param stepper decides turns
 * @param caller makes calls
 * @param operations that may be called, for the longest values of their answers
 * @param links what is known of the links
 * @param channels the links themselves
 * @param keys for aliases, fields and pseudonyms
 * @param counters where to count
 * @param review where what was not understood goes
 * @param undelivered where messages are told of that reached nobody
 */
public record Ground(
    Store store,
    Stepper stepper,
    OperationCaller caller,
    Operations operations,
    Links links,
    Channels channels,
    Keys keys,
    Counters counters,
    Review review,
    Undelivered undelivered) {
  /** Where nobody reads what was not understood. */
  public Ground(
      Store store,
      Stepper stepper,
      OperationCaller caller,
      Operations operations,
      Links links,
      Channels channels,
      Keys keys,
      Counters counters) {
    this(
        store,
        stepper,
        caller,
        operations,
        links,
        channels,
        keys,
        counters,
        Review.NONE,
        Undelivered.NONE);
  }

  /** Hands on what was not understood of a person's text, once their turn is durable. */
  void learn(String person, Effect.@Nullable Unresolved what) {
    if (what == null) return;
    String language = what.language().tag();
    counters.count("unresolved", Map.of("language", language));
    review.take(new Unclear(person, what.masked(), language, what.guess()));
  }
}
