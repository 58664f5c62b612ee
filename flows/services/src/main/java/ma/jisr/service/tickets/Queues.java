package ma.jisr.service.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/** The documents of queues, one for each shop and day. Callable from any thread. */
final class Queues {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "queues",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec(TicketStore.BY_DAY, List.of(), TicketJson.ENDS)));

  private final Store store;

  Queues(Store store) {
    this.store = store;
  }

  CompletableFuture<Queue> get(String shop, LocalDate day) {
    return store
        .get(SPEC.name(), TicketJson.queue(shop, day))
        .thenApply(
            found -> found.map(d -> TicketJson.read(d.json(), Queue.class)).orElse(Queue.NEW));
  }

  /**
   * Changes a queue by compare-and-set, or makes it.
   *
   * @param by pure; the same queue leaves it as it is
   * @return as it is afterwards
   */
  CompletableFuture<Queue> change(
      String shop, LocalDate day, String writeId, UnaryOperator<Queue> by) {
    return Rewrite.of(
        store,
        SPEC.name(),
        TicketJson.queue(shop, day),
        writeId,
        Priority.TURN,
        found -> {
          Queue before = found.map(json -> TicketJson.read(json, Queue.class)).orElse(Queue.NEW);
          Queue after = by.apply(before);
          if (after.equals(before)) return Rewrite.Change.none(before);
          ObjectNode node = TicketJson.write(after, found.orElse("{}"));
          node.put(TicketJson.ENDS, Days.end(day).toEpochMilli());
          return new Rewrite.Change<>(node.toString(), after);
        });
  }
}
