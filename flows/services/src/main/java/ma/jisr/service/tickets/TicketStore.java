package ma.jisr.service.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The documents of tickets. Callable from any thread. */
final class TicketStore {
  private static final String BY_PLACE = "place";
  private static final String BY_DUE = "due";
  static final String BY_DAY = "day";

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "tickets",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(BY_PLACE, List.of(TicketJson.QUEUE), TicketJson.PLACE),
              new IndexSpec(BY_DUE, List.of(), TicketJson.DUE),
              new IndexSpec(BY_DAY, List.of(), TicketJson.ENDS),
              Outbox.INDEX));

  private final Store store;
  private final Outboxes outboxes;

  TicketStore(Store store, Outboxes outboxes) {
    this.store = store;
    this.outboxes = outboxes;
  }

  /** Inserts it; false when there is one of its id. */
  CompletableFuture<Boolean> insert(Ticket ticket, Instant now) {
    String json = TicketJson.ticket(ticket, Outbox.EMPTY, TicketJson.parse("{}"), now);
    return store
        .insert(SPEC.name(), List.of(new Document(ticket.id(), 0, "asked", json)), Priority.TURN)
        .thenApply(outcomes -> outcomes.getFirst() == Outcome.INSERTED);
  }

  CompletableFuture<Optional<Ticket>> get(String id) {
    return store
        .get(SPEC.name(), id)
        .thenApply(found -> found.map(document -> TicketJson.ticket(document.json())));
  }

  /** Those that exist, by id. */
  CompletableFuture<Map<String, Ticket>> getAll(List<String> ids) {
    if (ids.isEmpty()) return CompletableFuture.completedFuture(Map.of());
    return store.getAll(SPEC.name(), ids).thenApply(TicketStore::tickets);
  }

  private static Map<String, Ticket> tickets(Map<String, Document> documents) {
    Map<String, Ticket> tickets = new HashMap<>();
    documents.forEach((id, document) -> tickets.put(id, TicketJson.ticket(document.json())));
    return tickets;
  }

  /**
   * What a change came to.
   *
   * @param ticket as it is afterwards
   * @param changed whether it was this call that changed it, now
   */
  record Changed(Ticket ticket, boolean changed) {}

  /**
   * Changes a ticket by compare-and-set.
   *
   * @param writeId of this change of this ticket
   * @param by edits it and says whether there is anything to change; may be asked several times
   * @return empty when there is no such ticket
   */
  CompletableFuture<Optional<Changed>> change(
      String id, String writeId, Instant now, Function<Edit, Boolean> by) {
    return change(id, writeId, now, Priority.TURN, by);
  }

  /** The same, behind what people wait for. */
  CompletableFuture<Optional<Changed>> later(
      String id, String writeId, Instant now, Function<Edit, Boolean> by) {
    return change(id, writeId, now, Priority.BACKGROUND, by);
  }

  private CompletableFuture<Optional<Changed>> change(
      String id, String writeId, Instant now, Priority priority, Function<Edit, Boolean> by) {
    return Rewrite.of(
            store,
            SPEC.name(),
            id,
            writeId,
            priority,
            found -> found.map(json -> changed(json, now, by)).orElse(NONE))
        .thenApply(
            written -> {
              if (written.tells()) outboxes.wrote(SPEC.name(), id);
              return Optional.ofNullable(written.changed());
            });
  }

  private record Written(@Nullable Changed changed, boolean tells) {}

  private static final Rewrite.Change<Written> NONE = Rewrite.Change.none(new Written(null, false));

  private static Rewrite.Change<Written> changed(
      String json, Instant now, Function<Edit, Boolean> by) {
    ObjectNode stored = TicketJson.parse(json);
    Ticket before = TicketJson.ticket(stored);
    Edit edit = new Edit(before, OutboxJson.of(stored), now);
    if (!by.apply(edit)) return Rewrite.Change.none(new Written(new Changed(before, false), false));
    Ticket after = edit.done();
    return new Rewrite.Change<>(
        TicketJson.ticket(after, edit.outbox(), stored, now),
        new Written(new Changed(after, true), !edit.outbox().rows().isEmpty()));
  }

  /** A part of a shop's day, in the order of places. */
  private static Query places(String shop, LocalDate day, String from, String to, int most) {
    Map<String, Object> queue = Map.of(TicketJson.QUEUE, TicketJson.queue(shop, day));
    return new Query(BY_PLACE, queue, from, to, null, most);
  }

  /** The first of a line, in order. */
  CompletableFuture<List<Ticket>> line(String shop, LocalDate day, String service, int most) {
    return lineAfter(shop, day, service, -1, most);
  }

  /** Those behind a turn in a line, in order. */
  CompletableFuture<List<Ticket>> lineAfter(
      String shop, LocalDate day, String service, long turn, int most) {
    return find(
        places(shop, day, TicketJson.place(service, turn + 1), TicketJson.lineEnd(service), most));
  }

  /** How many stand in a line before a turn, counted no further than {@link TicketRules#LINE}. */
  CompletableFuture<Integer> ahead(String shop, LocalDate day, String service, long turn) {
    return store
        .count(
            SPEC.name(),
            places(
                shop,
                day,
                TicketJson.line(service),
                TicketJson.place(service, turn),
                TicketRules.LINE),
            TicketRules.LINE)
        .thenApply(Long::intValue);
  }

  /** Those who come into a line later, or back into it, and then stand before a turn. */
  CompletableFuture<List<Ticket>> laterBefore(
      String shop, LocalDate day, String service, long turn, int most) {
    return find(
        places(shop, day, TicketJson.later(service), TicketJson.later(service, turn), most));
  }

  /** How many come into a line later, or back into it, counted as far. */
  CompletableFuture<Integer> later(String shop, LocalDate day, String service) {
    return store
        .count(
            SPEC.name(),
            places(
                shop,
                day,
                TicketJson.later(service),
                TicketJson.laterEnd(service),
                TicketRules.LINE),
            TicketRules.LINE)
        .thenApply(Long::intValue);
  }

  /** All that are open in a shop on a day: in the line, at counters and to come later. */
  CompletableFuture<List<Ticket>> open(String shop, LocalDate day) {
    return open(shop, day, null, new ArrayList<>());
  }

  private CompletableFuture<List<Ticket>> open(
      String shop, LocalDate day, @Nullable String after, List<Ticket> all) {
    Query query =
        new Query(
            BY_PLACE,
            Map.of(TicketJson.QUEUE, TicketJson.queue(shop, day)),
            null,
            null,
            after,
            Query.MAX_LIMIT);
    return store
        .find(SPEC.name(), query)
        .thenCompose(
            page -> {
              for (Document document : page.documents())
                all.add(TicketJson.ticket(document.json()));
              return page.next() == null
                  ? CompletableFuture.completedFuture(all)
                  : open(shop, day, page.next(), all);
            });
  }

  /** Those that must be looked at, longest due first. */
  CompletableFuture<List<Ticket>> due(Instant now, int most) {
    return find(new Query(BY_DUE, Map.of(), null, now.toEpochMilli() + 1, null, most));
  }

  private CompletableFuture<List<Ticket>> find(Query query) {
    return store
        .find(SPEC.name(), query)
        .thenApply(
            page ->
                page.documents().stream()
                    .map(document -> TicketJson.ticket(document.json()))
                    .toList());
  }
}
