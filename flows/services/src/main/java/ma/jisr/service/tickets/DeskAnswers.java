package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.Ports;
import ma.jisr.service.proof.Proven;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopStaff.Member;
import ma.jisr.service.shops.ShopStaff.Post;

/**
 * What is answered to staff: how their queues are, and what they do with them. Who somebody is in a
 * shop is looked up for each request, so that rights end when they are taken away.
 */
final class DeskAnswers {
  /** What a code was sent for. */
  private static final String CLOSE = "tickets.close\n";

  private final Ports ports;
  private final Tickets tickets;
  private final DeskWords words;

  DeskAnswers(Ports ports, TicketWords words) {
    this.ports = ports;
    this.tickets = ports.tickets();
    this.words = new DeskWords(words);
  }

  CompletableFuture<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "tickets.desk" -> desk(request);
      case "tickets.work" -> work(request);
      case "tickets.command" -> command(request);
      case "tickets.prove" -> prove(request);
      default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException(request.operation() + " is not ours"));
    };
  }

  // ---- the screen

  private CompletableFuture<OperationResult> desk(OperationRequest request) {
    String wanted = Arguments.id(request, "shop");
    String counter = Arguments.id(request, "counter");
    return ports
        .staff()
        .of(request.person())
        .thenCompose(
            members -> {
              List<Shop> shops = new ArrayList<>();
              for (Member member : members)
                if (wanted.isEmpty() || member.shop().equals(wanted))
                  ports.shops().byId(member.shop()).ifPresent(shops::add);
              if (shops.isEmpty()) return now(outcome("stranger"));
              if (shops.size() > 1) return now(several(shops));
              return desk(shops.getFirst(), counter);
            });
  }

  private OperationResult several(List<Shop> shops) {
    List<Value.Item> items = new ArrayList<>();
    for (Shop shop : shops)
      if (items.size() < DeskOperations.SHOPS) items.add(TicketWords.item(shop));
    return new OperationResult("several", Map.of("shops", new Value.Items(items)));
  }

  private CompletableFuture<OperationResult> desk(Shop shop, String wanted) {
    String counter = counter(shop, wanted);
    if (counter.isEmpty()) return now(outcome("counters"));
    return tickets
        .status(shop.id())
        .thenApply(
            found -> {
              if (found.isEmpty()) return outcome("stranger");
              Status status = found.get();
              String outcome =
                  status.closed() ? "closed" : status.paused() != null ? "paused" : "open";
              return new OperationResult(outcome, words.of(shop, counter, status));
            });
  }

  /** The one that is said, or the only one; "" when it must be asked. */
  private static String counter(Shop shop, String said) {
    if (Desks.has(shop, said)) return said;
    return Desks.counters(shop) == 1 ? "1" : "";
  }

  private CompletableFuture<OperationResult> work(OperationRequest request) {
    Shop shop = ports.shops().byId(Arguments.id(request, "shop")).orElse(null);
    Optional<Act> act = act(Arguments.id(request, "act"));
    if (shop == null || act.isEmpty()) return now(outcome("stranger"));
    String counter = counter(shop, Arguments.id(request, "counter"));
    return ports
        .staff()
        .at(request.person(), shop.id())
        .thenCompose(
            member -> {
              if (member.isEmpty()) return now(outcome("stranger"));
              if (act.get() == Act.CLOSE && member.get().post() != Post.OWNER)
                return now(outcome("not_owner"));
              return work(request, shop, act.get(), counter, Arguments.number(request, "minutes"))
                  .thenApply(
                      worked ->
                          new OperationResult(
                              word(worked.outcome(), "done"), words.of(shop, counter, worked)));
            });
  }

  private static Optional<Act> act(String word) {
    for (Act act : Act.values())
      if (act.name().toLowerCase(Locale.ROOT).equals(word)) return Optional.of(act);
    return Optional.empty();
  }

  private CompletableFuture<Worked> work(
      OperationRequest request, Shop shop, Act act, String counter, int minutes) {
    Staff staff = new Staff(request.person(), shop.id());
    return switch (act) {
      case PAUSE ->
          tickets.pause(request.key(), staff, Math.clamp(minutes, 1, TicketRules.MOST_PAUSE));
      case OPEN -> tickets.open(request.key(), staff);
      case CLOSE -> tickets.close(request.key(), staff);
      case NEXT, ABSENT, RECALL, ARRIVED, SERVED, UNDO ->
          tickets.act(request.key(), staff, act, counter, null);
    };
  }

  private static String word(Worked.Outcome outcome, String done) {
    return switch (outcome) {
      case DONE -> done;
      case NOBODY -> "nobody";
      case TOO_LATE -> "too_late";
      case CLOSED -> "closed";
      case UNKNOWN -> "stranger";
    };
  }

  // ---- SMS

  private CompletableFuture<OperationResult> command(OperationRequest request) {
    Optional<StaffCommand> command = StaffCommand.read(Arguments.id(request, "text"));
    return ports
        .staff()
        .of(request.person())
        .thenCompose(
            members -> {
              if (members.isEmpty()) return now(outcome("stranger"));
              if (command.isEmpty()) return now(outcome("unclear"));
              if (members.size() > 1) return now(outcome("which"));
              Member member = members.getFirst();
              return ports
                  .shops()
                  .byId(member.shop())
                  .map(shop -> command(request, command.get(), member, shop))
                  .orElseGet(() -> now(outcome("stranger")));
            });
  }

  private CompletableFuture<OperationResult> command(
      OperationRequest request, StaffCommand command, Member member, Shop shop) {
    Act act = command.act();
    String counter = counter(shop, command.counter());
    if (act == null) return status(shop, counter);
    if (act == Act.CLOSE) return ask(request, member, shop);
    boolean atCounter = act != Act.PAUSE && act != Act.OPEN;
    if (atCounter && counter.isEmpty()) return now(outcome("which"));
    return work(request, shop, act, counter, command.minutes())
        .thenApply(
            worked ->
                new OperationResult(
                    word(worked.outcome(), done(act)), words.of(shop, counter, worked)));
  }

  private static String done(Act act) {
    return switch (act) {
      case NEXT -> "called";
      case ABSENT -> "absent";
      case RECALL -> "recalled";
      case ARRIVED, SERVED -> "served";
      case UNDO -> "undone";
      case PAUSE -> "paused";
      case OPEN -> "opened";
      case CLOSE -> "closed";
    };
  }

  private CompletableFuture<OperationResult> status(Shop shop, String counter) {
    return tickets
        .status(shop.id())
        .thenApply(
            status ->
                status.isEmpty()
                    ? outcome("stranger")
                    : new OperationResult("status", words.of(shop, counter, status.get())));
  }

  /** Whose sender can be forged closes nothing without a code that was sent to their phone. */
  private CompletableFuture<OperationResult> ask(
      OperationRequest request, Member member, Shop shop) {
    if (member.post() != Post.OWNER) return now(outcome("not_owner"));
    Instant now = ports.clock().instant();
    return tickets
        .status(shop.id())
        .thenCombine(
            ports.field().proofs().ask(request.person(), request.key(), CLOSE + shop.id(), now),
            (status, code) -> {
              if (code.isEmpty() || status.isEmpty()) return outcome("locked");
              Map<String, Value> values = new HashMap<>(words.of(shop, "", status.get()));
              values.put("code", new Value.Text(code.get()));
              return new OperationResult("prove", values);
            });
  }

  private CompletableFuture<OperationResult> prove(OperationRequest request) {
    return ports
        .field()
        .proofs()
        .prove(
            request.person(), request.key(), Arguments.id(request, "code"), ports.clock().instant())
        .thenCompose(
            proven ->
                switch (proven.outcome()) {
                  case RIGHT -> proven(request, proven);
                  case WRONG -> now(outcome("wrong"));
                  case LATE -> now(outcome("late"));
                  case LOCKED -> now(outcome("locked"));
                });
  }

  private CompletableFuture<OperationResult> proven(OperationRequest request, Proven proven) {
    String content = proven.content();
    Shop shop =
        content.startsWith(CLOSE)
            ? ports.shops().byId(content.substring(CLOSE.length())).orElse(null)
            : null;
    if (shop == null) return now(outcome("late"));
    return ports
        .staff()
        .at(request.person(), shop.id())
        .thenCompose(
            member ->
                member.filter(m -> m.post() == Post.OWNER).isEmpty()
                    ? now(outcome("stranger")) // no longer theirs
                    : tickets
                        .close(request.key(), new Staff(request.person(), shop.id()))
                        .thenApply(
                            worked -> new OperationResult("done", words.of(shop, "", worked))));
  }

  private static OperationResult outcome(String outcome) {
    return new OperationResult(outcome, Map.of());
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
