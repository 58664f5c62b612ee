package ma.jisr.service.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/**
 * What services have taken, one document each. Statistics: a turn that a crash leaves out is
 * missing, none counts twice. Callable from any thread.
 */
final class Paces {
  static final String TOUCHED = "touched";

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "ticket_paces",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec(TOUCHED, List.of(), TOUCHED)));

  private final Store store;

  Paces(Store store) {
    this.store = store;
  }

  private static String id(String shop, String service) {
    return shop + ':' + service;
  }

  CompletableFuture<Pace> get(String shop, String service) {
    return store
        .get(SPEC.name(), id(shop, service))
        .thenApply(found -> found.map(d -> TicketJson.read(d.json(), Pace.class)).orElse(Pace.NEW));
  }

  /** Learns from a turn that has ended. */
  CompletableFuture<Void> learn(Ticket ticket, Instant began, Instant ended) {
    boolean missed = ticket.state().open();
    return Rewrite.of(
            store,
            SPEC.name(),
            id(ticket.wish().shop(), ticket.wish().service()),
            ticket.id() + ':' + ticket.seq(),
            Priority.BACKGROUND,
            found -> {
              Pace before = found.map(json -> TicketJson.read(json, Pace.class)).orElse(Pace.NEW);
              Pace after = before.with(began, ended, missed);
              if (after.equals(before)) return Rewrite.Change.none(after);
              ObjectNode node = TicketJson.write(after, found.orElse("{}"));
              node.put(TOUCHED, ended.toEpochMilli());
              return new Rewrite.Change<>(node.toString(), after);
            })
        .thenApply(_ -> null);
  }
}
