package ma.jisr.service.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/** The documents of counters, one for each and day. Callable from any thread. */
final class Desks {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "ticket_desks",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec(TicketStore.BY_DAY, List.of(), TicketJson.ENDS)));

  private final Store store;

  Desks(Store store) {
    this.store = store;
  }

  private static String id(String shop, LocalDate day, String counter) {
    return TicketJson.queue(shop, day) + ':' + counter;
  }

  /** How many counters a shop has: those of its best staffed service. */
  static int counters(Shop shop) {
    int most = 0;
    for (ShopService service : shop.services()) most = Math.max(most, service.counters());
    return most;
  }

  /** Whether a shop has a counter of this name: they are numbered from 1. */
  static boolean has(Shop shop, String counter) {
    int counters = counters(shop);
    for (int i = 1; i <= counters; i++) if (Integer.toString(i).equals(counter)) return true;
    return false;
  }

  CompletableFuture<Desk> get(String shop, LocalDate day, String counter) {
    return store
        .get(SPEC.name(), id(shop, day, counter))
        .thenApply(
            found ->
                found
                    .map(d -> TicketJson.read(d.json(), Desk.class))
                    .orElseGet(() -> Desk.unused(counter)));
  }

  /** Those counters of a shop where something was done on a day, in order. */
  CompletableFuture<List<Desk>> all(Shop shop, LocalDate day) {
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= counters(shop); i++) ids.add(id(shop.id(), day, Integer.toString(i)));
    if (ids.isEmpty()) return CompletableFuture.completedFuture(List.of());
    return store
        .getAll(SPEC.name(), ids)
        .thenApply(
            found -> {
              List<Desk> desks = new ArrayList<>();
              for (String id : ids) {
                Document document = found.get(id);
                if (document != null) desks.add(TicketJson.read(document.json(), Desk.class));
              }
              return desks;
            });
  }

  /** Puts a counter in the place of what it was; false when somebody has changed it meanwhile. */
  CompletableFuture<Boolean> swap(
      String shop, LocalDate day, String writeId, Desk before, Desk after) {
    return Rewrite.of(
        store,
        SPEC.name(),
        id(shop, day, before.counter()),
        writeId,
        Priority.TURN,
        found -> {
          Desk stored =
              found
                  .map(json -> TicketJson.read(json, Desk.class))
                  .orElseGet(() -> Desk.unused(before.counter()));
          if (!stored.equals(before)) return Rewrite.Change.none(false);
          ObjectNode node = TicketJson.write(after, found.orElse("{}"));
          node.put(TicketJson.ENDS, Days.end(day).toEpochMilli());
          return new Rewrite.Change<>(node.toString(), true);
        });
  }
}
