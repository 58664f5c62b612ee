package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * What tickets are kept of somebody. Who is erased gives back what they hold, so that nobody waits
 * behind them; tickets that have ended name a random id that leads nowhere, and are gone in a week.
 */
final class TicketHolding implements Holding {
  private final Tickets tickets;

  TicketHolding(Tickets tickets) {
    this.tickets = tickets;
  }

  @Override
  public String name() {
    return "tickets";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return tickets
        .guard(who.person())
        .thenApply(
            guard ->
                guard.equals(Guard.NEW)
                    ? List.of()
                    : List.of(
                        new Held(
                            "tickets",
                            "tickets_why",
                            Math.max(1, guard.open().size() + guard.taken().size()),
                            "days_60")));
  }

  @Override
  public CompletableFuture<List<Map<String, String>>> copy(Whose who) {
    return tickets
        .guard(who.person())
        .thenApply(
            guard ->
                guard.open().stream()
                    .map(held -> Map.of("shop", held.shop(), "service", held.service()))
                    .toList());
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return tickets
        .guard(who.person())
        .thenCompose(
            guard -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Guard.Held held : guard.open())
                all =
                    all.thenCompose(
                            _ ->
                                tickets.giveBack(
                                    "erased:" + held.ticket(), who.person(), held.ticket()))
                        .thenApply(_ -> null);
              return all;
            })
        .thenCompose(_ -> tickets.forget(who.person()));
  }
}
