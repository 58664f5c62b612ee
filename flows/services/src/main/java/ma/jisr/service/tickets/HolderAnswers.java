package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.Ports;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.SlotRule;
import org.jspecify.annotations.Nullable;

/** What is answered to those who take tickets and hold them. */
final class HolderAnswers {
  private final Ports ports;
  private final Tickets tickets;
  private final TicketWords words;

  HolderAnswers(Ports ports, TicketWords words) {
    this.ports = ports;
    this.tickets = ports.tickets();
    this.words = words;
  }

  CompletableFuture<OperationResult> take(OperationRequest request) {
    String shop = Arguments.id(request, "shop");
    String service = Arguments.id(request, "service");
    Slot slot = slot(shop, service, Arguments.moment(request, "at").orElse(null));
    Priority priority = Arguments.priority(request);
    return holder(request)
        .thenCompose(
            holder ->
                holder.isEmpty()
                    ? now(outcome("not_let"))
                    : tickets
                        .take(
                            request.key(),
                            request.person(),
                            shop,
                            service,
                            priority,
                            slot,
                            holder.get().equals(request.person()) ? null : holder.get())
                        .thenApply(taking -> taken(taking, slot != null)));
  }

  /** Who is to come: who asks, or the person of a number; empty when nobody of it may be told. */
  private CompletableFuture<Optional<String>> holder(OperationRequest request) {
    return request.arguments().get("whom") instanceof Value.Phone(String digits)
        ? ports.people().of(digits, Arguments.id(request, "link"))
        : CompletableFuture.completedFuture(Optional.of(request.person()));
  }

  private @Nullable Slot slot(String shop, String service, @Nullable Instant at) {
    if (at == null) return null;
    SlotRule rule =
        ports
            .shops()
            .byId(shop)
            .flatMap(s -> s.service(service))
            .map(ShopService::slots)
            .orElse(null);
    return rule == null ? null : new Slot(at, rule.minutes());
  }

  private OperationResult taken(Taking taking, boolean booked) {
    return switch (taking) {
      case Taking.Taken(Standing standing) ->
          new OperationResult(booked ? "booked" : "taken", words.told(standing));
      case Taking.HasOne(Standing standing) -> new OperationResult("has_one", words.told(standing));
      case Taking.Full() -> outcome("full");
      case Taking.Closed(Instant opens) ->
          new OperationResult(
              "closed", opens == null ? Map.of() : Map.of("opens", words.time(opens)));
      case Taking.TooMany(Taking.Limit limit) ->
          outcome(limit == Taking.Limit.MISSED ? "missed" : "too_many");
      case Taking.Unknown() -> outcome("gone");
    };
  }

  CompletableFuture<OperationResult> mine(OperationRequest request) {
    String wanted = Arguments.id(request, "ticket");
    return tickets
        .of(request.person())
        .thenApply(
            all -> {
              List<Standing> meant =
                  all.stream()
                      .filter(s -> wanted.isEmpty() || s.ticket().id().equals(wanted))
                      .toList();
              if (meant.isEmpty()) return outcome("none");
              if (meant.size() == 1) return one(meant.getFirst());
              List<Value.Item> items = new ArrayList<>();
              for (Standing standing : meant) items.add(words.item(standing.ticket()));
              return new OperationResult("several", Map.of("tickets", new Value.Items(items)));
            });
  }

  private OperationResult one(Standing standing) {
    Map<String, Value> values = new HashMap<>(words.told(standing));
    values.put("ticket", words.item(standing.ticket()));
    Instant paused = standing.paused();
    if (paused != null) values.put("paused", words.time(paused));
    return new OperationResult("one", values);
  }

  CompletableFuture<OperationResult> giveBack(OperationRequest request) {
    return tickets
        .giveBack(request.key(), request.person(), Arguments.id(request, "ticket"))
        .thenApply(change -> changed(change, Map.of()));
  }

  CompletableFuture<OperationResult> delay(OperationRequest request) {
    return tickets
        .delay(
            request.key(),
            request.person(),
            Arguments.id(request, "ticket"),
            Arguments.number(request, "minutes"))
        .thenApply(
            change ->
                change.outcome() == Change.Outcome.REFUSED
                    ? outcome("refused")
                    : changed(change, Map.of()));
  }

  CompletableFuture<OperationResult> travel(OperationRequest request) {
    int minutes = Arguments.number(request, "minutes");
    return tickets
        .travel(request.key(), request.person(), Arguments.id(request, "ticket"), minutes)
        .thenApply(change -> changed(change, Map.of("minutes", new Value.Whole(minutes))));
  }

  private OperationResult changed(Change change, Map<String, Value> more) {
    Standing standing = change.standing();
    if (change.outcome() != Change.Outcome.DONE || standing == null) return outcome("over");
    Map<String, Value> values = new HashMap<>(words.told(standing));
    values.putAll(more);
    return new OperationResult("done", values);
  }

  private static OperationResult outcome(String outcome) {
    return new OperationResult(outcome, Map.of());
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
