package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/** What is kept of tickets, and how long: who waited where is nobody's business a week later. */
public final class TicketCollections {
  /** Somebody's guard behind their last ticket: longer than missed turns count. */
  private static final Duration GUARDS = Duration.ofDays(60);

  /** What a service takes, behind its last turn. */
  private static final Duration PACES = Duration.ofDays(400);

  /** Documents deleted at once. */
  private static final int SLICE = 1_000;

  private TicketCollections() {}

  public static List<CollectionSpec> specs() {
    return List.of(
        TicketStore.SPEC, Queues.SPEC, Desks.SPEC, SlotBook.SPEC, Guards.SPEC, Paces.SPEC);
  }

  /** Deletes what is older, a slice of each; to be asked every few minutes. */
  public static CompletableFuture<Integer> expire(Store store, Instant now) {
    long before = now.minus(TicketRules.KEEP).toEpochMilli();
    CompletableFuture<Integer> all =
        Guards.expire(store, now.minus(GUARDS), SLICE)
            .thenCombine(Paces.expire(store, now.minus(PACES), SLICE), Integer::sum);
    for (CollectionSpec spec : List.of(TicketStore.SPEC, Queues.SPEC, Desks.SPEC, SlotBook.SPEC))
      all =
          all.thenCombine(
              store.deleteRange(spec.name(), TicketStore.BY_DAY, before, SLICE), Integer::sum);
    return all;
  }
}
