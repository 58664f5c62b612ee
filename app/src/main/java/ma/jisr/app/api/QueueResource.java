package ma.jisr.app.api;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopBook;
import ma.jisr.service.shops.ShopDeed;
import ma.jisr.service.shops.ShopRights;
import ma.jisr.service.tickets.Act;
import ma.jisr.service.tickets.Staff;
import ma.jisr.service.tickets.Status;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.service.tickets.Worked;

/** The queues of shops: what screens show of them, and what programs at counters do with them. */
final class QueueResource {
  private final Tickets tickets;
  private final ShopBook shops;
  private final Supplier<Gazetteer> places;
  private final Boards boards;

  QueueResource(Rooms rooms) {
    this.tickets = rooms.tickets();
    this.shops = rooms.shops().book();
    this.places = rooms.places();
    this.boards = new Boards(rooms.loop(), this::board);
  }

  Map<String, Operation> operations() {
    return Map.ofEntries(
        Map.entry("watchServing", this::watch),
        Map.entry("readQueue", this::read),
        Map.entry("callNext", call -> atCounter(call, Act.NEXT)),
        Map.entry("callAgain", call -> atCounter(call, Act.RECALL)),
        Map.entry("markArrived", call -> atCounter(call, Act.ARRIVED)),
        Map.entry("markAbsent", call -> atCounter(call, Act.ABSENT)),
        Map.entry("markServed", call -> atCounter(call, Act.SERVED)),
        Map.entry("undoAtCounter", call -> atCounter(call, Act.UNDO)),
        Map.entry("pauseQueue", this::pause),
        Map.entry("openQueue", call -> worked(tickets.open(key(call, Act.OPEN), staff(call)))),
        Map.entry("closeQueue", call -> worked(tickets.close(key(call, Act.CLOSE), staff(call)))));
  }

  private CompletableFuture<Answer> watch(Call call) {
    String shop = shop(call, ShopDeed.WATCH).id();
    if (call.accepted().equals(Answer.EVENTS))
      return CompletableFuture.completedFuture(Answer.stream(boards.of(shop)));
    return tickets.status(shop).thenApply(status -> Answer.json(QueueBody.serving(known(status))));
  }

  private CompletableFuture<String> board(String shop) {
    return tickets
        .status(shop)
        .thenApply(found -> found.map(status -> QueueBody.serving(status).toString()).orElse(""));
  }

  private CompletableFuture<Answer> read(Call call) {
    String shop = shop(call, ShopDeed.SERVE).id();
    return tickets.status(shop).thenApply(status -> Answer.json(QueueBody.queue(known(status))));
  }

  private CompletableFuture<Answer> atCounter(Call call, Act act) {
    return worked(
        tickets.act(
            key(call, act),
            staff(call),
            act,
            call.json().path("counter").asText(),
            Forms.line(call.json(), "service")));
  }

  private CompletableFuture<Answer> pause(Call call) {
    int minutes = call.json().path("minutes").asInt();
    return worked(tickets.pause(key(call, Act.PAUSE), staff(call), minutes));
  }

  /** The same name for two different acts is no repetition. */
  private static String key(Call call, Act act) {
    return call.writeId() + ':' + Forms.lower(act);
  }

  private Staff staff(Call call) {
    return new Staff(call.actor().id(), shop(call, ShopDeed.SERVE).id());
  }

  /**
   * @throws ProblemException when there is none, or the caller may not do this there
   */
  private Shop shop(Call call, ShopDeed deed) {
    Shop shop = shops.byId(call.text("id")).orElseThrow(QueueResource::none);
    if (ShopRights.allow(call.actor(), deed, places.get().way(shop.place()))) return shop;
    throw new ProblemException(Problem.forbidden("The role, or the territory, does not allow it"));
  }

  private static Status known(Optional<Status> status) {
    return status.orElseThrow(QueueResource::none);
  }

  private static ProblemException none() {
    return new ProblemException(Problem.unknown("There is no such shop in use"));
  }

  private static CompletableFuture<Answer> worked(CompletableFuture<Worked> working) {
    return working.thenApply(
        worked ->
            switch (worked.outcome()) {
              case DONE -> Answer.json(QueueBody.worked(worked));
              // The counter is free now: that nobody waits is not a refusal.
              case NOBODY ->
                  worked.act() == Act.NEXT
                      ? Answer.json(QueueBody.worked(worked))
                      : Answer.problem(
                          Problem.conflict("Nobody is there to whom it could be done"));
              case TOO_LATE ->
                  Answer.problem(
                      Problem.conflict("There is nothing to undo, or it was over a minute ago"));
              case CLOSED -> Answer.problem(Problem.conflict("The queue is closed: open it first"));
              case UNKNOWN ->
                  switch (worked.act()) {
                    case PAUSE, OPEN, CLOSE -> Answer.problem(none().problem());
                    default ->
                        Answer.problem(
                            Problem.invalid("counter, service: the shop has no such one"));
                  };
            });
  }
}
