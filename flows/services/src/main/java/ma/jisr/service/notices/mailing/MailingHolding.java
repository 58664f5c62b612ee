package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;
import ma.jisr.store.Store;

/**
 * What mailings keep of somebody: that they were among the recipients of some. Looked for in each
 * mailing whose recipients are still known, by halving.
 */
public final class MailingHolding implements Holding {
  private final Courses courses;
  private final Chunks chunks;
  private final Whereabouts whereabouts;

  public MailingHolding(Store store) {
    this.courses = new Courses(store);
    this.chunks = new Chunks(store);
    this.whereabouts = new Whereabouts(courses, chunks);
  }

  @Override
  public String name() {
    return "mailings";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return sum(who.person(), place -> CompletableFuture.completedFuture(1))
        .thenApply(
            many ->
                many == 0
                    ? List.of()
                    : List.of(
                        new Held(
                            "mailings", "mailings_why", Math.min(many, Held.MOST), "days_30")));
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return sum(
            who.person(),
            place ->
                chunks
                    .erase(place.mailing(), place.number(), place.index(), who.person())
                    .thenApply(done -> 1))
        .thenApply(done -> null);
  }

  private CompletableFuture<Integer> sum(
      String person, Function<Whereabouts.Place, CompletableFuture<Integer>> each) {
    return courses
        .all()
        .thenCompose(
            ids -> {
              CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
              for (String id : ids)
                sum =
                    sum.thenCompose(
                        before ->
                            whereabouts
                                .of(id, person)
                                .thenCompose(place -> one(place, each))
                                .thenApply(one -> before + one));
              return sum;
            });
  }

  private static CompletableFuture<Integer> one(
      Optional<Whereabouts.Place> place,
      Function<Whereabouts.Place, CompletableFuture<Integer>> each) {
    return place.isEmpty() ? CompletableFuture.completedFuture(0) : each.apply(place.get());
  }
}
