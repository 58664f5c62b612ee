package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.place.Area;
import ma.jisr.service.Ports;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopMatches;
import ma.jisr.service.shops.ShopService;

/** What is answered before a ticket is taken: where one can queue, how long, at what times. */
final class LineAnswers {
  /** A time that is not free: others are looked for from so long before. */
  private static final Duration AROUND = Duration.ofHours(1);

  private final Ports ports;
  private final Tickets tickets;
  private final TicketWords words;

  LineAnswers(Ports ports, TicketWords words) {
    this.ports = ports;
    this.tickets = ports.tickets();
    this.words = words;
  }

  /** Where they were last, then what is near. */
  CompletableFuture<OperationResult> shops(OperationRequest request) {
    return tickets
        .lastShops(request.person())
        .thenApply(
            last -> {
              Set<Shop> offered = new LinkedHashSet<>();
              for (String id : last) ports.shops().byId(id).ifPresent(offered::add);
              String near = Arguments.id(request, "near");
              if (!near.isEmpty())
                for (Shop shop :
                    ports
                        .shops()
                        .near(null, near, TicketOperations.OFFERED, ports.clock().instant()))
                  if (!shop.services().isEmpty()) offered.add(shop);
              List<Value.Item> items = new ArrayList<>();
              for (Shop shop : offered)
                if (items.size() < TicketOperations.OFFERED) items.add(TicketWords.item(shop));
              return items("shops", items);
            });
  }

  CompletableFuture<OperationResult> find(OperationRequest request) {
    ShopMatches found =
        ports
            .shops()
            .search(
                Arguments.id(request, "text"),
                Arguments.id(request, "near"),
                TicketOperations.OFFERED,
                ports.clock().instant());
    List<Value.Item> items = new ArrayList<>();
    for (Shop shop : found.shops())
      items.add(found.sure() ? TicketWords.item(shop) : TicketWords.item(shop, place(shop)));
    String outcome = items.isEmpty() ? "none" : found.sure() ? "sure" : "several";
    return now(outcome(outcome, Map.of("shops", new Value.Items(items))));
  }

  private LocalText place(Shop shop) {
    return ports
        .gazetteer()
        .area(shop.place())
        .<LocalText>map(Area::name)
        .orElseGet(() -> LocalText.same(""));
  }

  CompletableFuture<OperationResult> look(OperationRequest request) {
    Shop shop = ports.shops().byId(Arguments.id(request, "shop")).orElse(null);
    if (shop == null) return now(outcome("gone", Map.of()));
    Map<String, Value> values = new HashMap<>();
    values.put("name", new Value.Local(TicketWords.name(shop.name())));
    String wanted = Arguments.id(request, "service");
    Optional<ShopService> service =
        shop.services().size() == 1
            ? Optional.of(shop.services().getFirst())
            : shop.service(wanted);
    if (shop.services().isEmpty()) return now(outcome("no_queue", values));
    if (service.isEmpty()) {
      List<Value.Item> all = new ArrayList<>();
      for (ShopService one : shop.services()) all.add(Value.Item.of(one.id(), one.name()));
      values.put("services", new Value.Items(all));
      return now(outcome("several", values));
    }
    return look(request, shop, service.get(), values);
  }

  private CompletableFuture<OperationResult> look(
      OperationRequest request, Shop shop, ShopService service, Map<String, Value> values) {
    values.put("service", Value.Item.of(service.id(), service.name()));
    values.put("slots", new Value.Flag(service.slots() != null));
    values.put("first", new Value.Flag(!service.classes().isEmpty()));
    for (Priority first : service.classes())
      values.put(Arguments.word(first), new Value.Flag(true));
    boolean first = Arguments.priority(request) != Priority.USUAL;
    return tickets
        .line(shop.id(), service.id())
        .thenCombine(
            tickets.freeSlots(shop.id(), service.id(), ports.clock().instant(), 1),
            (line, free) -> {
              if (line.isEmpty()) return outcome("gone", Map.of());
              if (line.get().begins() == null) {
                opens(shop).ifPresent(opens -> values.put("opens", words.time(opens)));
                return outcome(free.isEmpty() ? "closed" : "slots", values);
              }
              // How many go before somebody who goes first, nobody has counted yet.
              if (!first) {
                values.put("ahead", new Value.Whole(line.get().waiting()));
                values.put("wait", new Value.Local(WaitWords.of(line.get().estimate())));
              }
              return outcome("open", values);
            });
  }

  private Optional<Instant> opens(Shop shop) {
    OpenState state = ports.shops().open(shop, ports.clock().instant());
    var until = state.until();
    return state.isOpen() || until == null ? Optional.empty() : Optional.of(until.toInstant());
  }

  CompletableFuture<OperationResult> slots(OperationRequest request) {
    return free(request, ports.clock().instant())
        .thenApply(free -> times(free.isEmpty() ? "none" : "found", free));
  }

  CompletableFuture<OperationResult> free(OperationRequest request) {
    Instant at = Arguments.moment(request, "at").orElse(ports.clock().instant());
    boolean about = request.arguments().get("about") instanceof Value.Flag(boolean flag) && flag;
    return free(request, about ? at : at.minus(AROUND))
        .thenCompose(
            near -> {
              if (about || near.isEmpty())
                return now(times(near.isEmpty() ? "none" : "near", near));
              // The very time may lie behind as many before it as are offered.
              return free(request, at)
                  .thenApply(
                      from ->
                          !from.isEmpty() && from.getFirst().from().equals(at)
                              ? times("sure", List.of(from.getFirst()))
                              : times("near", near));
            });
  }

  private CompletableFuture<List<Slot>> free(OperationRequest request, Instant from) {
    return tickets.freeSlots(
        Arguments.id(request, "shop"),
        Arguments.id(request, "service"),
        from,
        TicketOperations.TIMES);
  }

  private OperationResult times(String outcome, List<Slot> free) {
    List<Value.Item> items = new ArrayList<>();
    for (Slot slot : free) items.add(words.item(slot));
    return outcome(outcome, Map.of("times", new Value.Items(items)));
  }

  private static OperationResult items(String field, List<Value.Item> items) {
    return outcome(items.isEmpty() ? "none" : "found", Map.of(field, new Value.Items(items)));
  }

  private static OperationResult outcome(String outcome, Map<String, Value> values) {
    return new OperationResult(outcome, values);
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
