package ma.jisr.service.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.tickets.Guard.Held;
import ma.jisr.service.tickets.Taking.Limit;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The guards of persons. Everything may be repeated. Callable from any thread. */
final class Guards {
  static final String TOUCHED = "touched";

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "ticket_guards",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec(TOUCHED, List.of(), TOUCHED)));

  private final Store store;

  Guards(Store store) {
    this.store = store;
  }

  /** What a guard says to one more ticket. */
  sealed interface Leave {
    /** Taken note of: it may go on. */
    record Given() implements Leave {}

    /** For this service they hold one, by its id. */
    record Holds(String ticket) implements Leave {}

    record Refused(Limit limit) implements Leave {}
  }

  CompletableFuture<Guard> get(String person) {
    return store
        .get(SPEC.name(), person)
        .thenApply(
            found -> found.map(d -> TicketJson.read(d.json(), Guard.class)).orElse(Guard.NEW));
  }

  /** Notes a ticket that somebody asks for, for themselves or others. */
  CompletableFuture<Leave> ask(Ticket ticket, LocalDate today, Instant now) {
    Wish wish = ticket.wish();
    Held held = new Held(ticket.id(), wish.shop(), wish.service(), wish.forOther());
    return change(
        wish.person(),
        "ask:" + ticket.id(),
        now,
        guard -> {
          if (guard.holds(ticket.id())) return new Changed(guard, new Leave.Given());
          Optional<Held> same = wish.forOther() ? Optional.empty() : same(guard, wish);
          if (same.isPresent()) return new Changed(guard, new Leave.Holds(same.get().ticket()));
          Limit limit = limit(guard, today, now);
          if (limit != null) return new Changed(guard, new Leave.Refused(limit));
          return new Changed(guard.asking(held, today), new Leave.Given());
        });
  }

  /** Notes a ticket that somebody else asks for with whoever is to come. */
  CompletableFuture<Leave> hold(Ticket ticket, Instant now) {
    Wish wish = ticket.wish();
    Held held = new Held(ticket.id(), wish.shop(), wish.service(), false);
    return change(
        wish.holder(),
        "hold:" + ticket.id(),
        now,
        guard -> {
          if (guard.holds(ticket.id())) return new Changed(guard, new Leave.Given());
          Optional<Held> same = same(guard, wish);
          if (same.isPresent()) return new Changed(guard, new Leave.Holds(same.get().ticket()));
          if (guard.open().size() >= TicketRules.OPEN)
            return new Changed(guard, new Leave.Refused(Limit.OPEN));
          return new Changed(guard.with(held), new Leave.Given());
        });
  }

  private static Optional<Held> same(Guard guard, Wish wish) {
    return guard.open().stream()
        .filter(held -> !held.other())
        .filter(held -> held.shop().equals(wish.shop()) && held.service().equals(wish.service()))
        .findFirst();
  }

  private static @Nullable Limit limit(Guard guard, LocalDate today, Instant now) {
    if (guard.open().size() >= TicketRules.OPEN) return Limit.OPEN;
    if (guard.takenOn(today) >= TicketRules.A_DAY) return Limit.DAY;
    if (guard.unreliable(now) && !guard.open().isEmpty()) return Limit.MISSED;
    return null;
  }

  /** Crosses a ticket out with all who hold it. */
  CompletableFuture<Void> release(Ticket ticket, Instant now) {
    CompletableFuture<Void> first = release(ticket.wish().holder(), ticket, now);
    if (!ticket.wish().forOther()) return first;
    return first.thenCompose(_ -> release(ticket.wish().person(), ticket, now));
  }

  /** A turn that was missed counts against whoever was to come, once. */
  private CompletableFuture<Void> release(String person, Ticket ticket, Instant now) {
    Instant missed = ticket.state() == State.NO_SHOW ? ticket.at().get(State.NO_SHOW) : null;
    boolean counts = missed != null && person.equals(ticket.wish().holder());
    return change(
            person,
            "end:" + ticket.id(),
            now,
            guard -> {
              Guard left = guard.without(ticket.id());
              return new Changed(
                  counts && missed != null ? left.missing(missed) : left, new Leave.Given());
            })
        .thenApply(_ -> null);
  }

  /** What staff have undone is held again. */
  CompletableFuture<Void> restore(Ticket ticket, Instant now) {
    Wish wish = ticket.wish();
    Held held = new Held(ticket.id(), wish.shop(), wish.service(), false);
    return change(
            wish.holder(),
            "back:" + ticket.id() + ':' + ticket.seq(),
            now,
            guard -> new Changed(guard.with(held), new Leave.Given()))
        .thenApply(_ -> null);
  }

  private record Changed(Guard guard, Leave leave) {}

  private CompletableFuture<Leave> change(
      String person, String writeId, Instant now, Function<Guard, Changed> by) {
    return Rewrite.of(
        store,
        SPEC.name(),
        person,
        writeId,
        Priority.TURN,
        found -> {
          Guard before = found.map(json -> TicketJson.read(json, Guard.class)).orElse(Guard.NEW);
          Changed changed = by.apply(before);
          if (changed.guard().equals(before)) return Rewrite.Change.none(changed.leave());
          ObjectNode node = TicketJson.write(changed.guard(), found.orElse("{}"));
          node.put(TOUCHED, now.toEpochMilli());
          return new Rewrite.Change<>(node.toString(), changed.leave());
        });
  }

  /** Takes a person's out, whatever it says. */
  CompletableFuture<Void> forget(String person) {
    return store
        .get(SPEC.name(), person)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : store
                        .deleteIf(SPEC.name(), person, found.get().version(), Priority.BACKGROUND)
                        .thenCompose(
                            outcome ->
                                outcome == Outcome.DELETED
                                    ? CompletableFuture.completedFuture(null)
                                    : forget(person)));
  }
}
