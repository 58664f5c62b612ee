package ma.jisr.service.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.Held;
import ma.jisr.service.Ports;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.wallet.payment.State;
import ma.jisr.service.wallet.payment.View;

/** Answers what people ask about themselves, in words that fit their phones. */
final class AccountAnswers {
  /** What a code of an erasure is sent for. */
  private static final String ERASE = "erase";

  /** What the law keeps, as rooms say it. */
  private static final String BY_LAW = "ten_years";

  /** Of these the newest payments may be under way: a wallet shows one prompt at a time. */
  private static final int LOOKED_AT = 5;

  private final AccountsDesk desk;
  private final Proofs proofs;
  private final Ports ports;
  private final KeptWords words;

  AccountAnswers(Ports ports) {
    this.desk = ports.account().desk();
    this.proofs = ports.field().proofs();
    this.ports = ports;
    this.words = ports.account().words();
  }

  CompletableFuture<OperationResult> held(OperationRequest request) {
    return desk.held(request.person())
        .thenApply(
            all -> {
              if (all.isEmpty()) return outcome("none");
              List<Value.Item> kinds = new ArrayList<>();
              for (Held held : all.subList(0, Math.min(all.size(), AccountOperations.KINDS)))
                kinds.add(
                    new Value.Item(
                        "k" + kinds.size(),
                        words.line(held),
                        Map.of("why", new Value.Local(words.why(held)))));
              return new OperationResult("found", Map.of("kinds", new Value.Items(kinds)));
            });
  }

  CompletableFuture<OperationResult> copy(OperationRequest request) {
    Optional<String> page = ports.account().page();
    if (page.isEmpty()) return now(outcome("nowhere"));
    return desk.copy(request.person(), request.key())
        .thenApply(
            pass -> {
              Map<String, Value> values = new HashMap<>();
              values.put("page", new Value.Text(page.get()));
              values.put("code", new Value.Text(pass.code()));
              if (pass.before() > 0) values.put("before", new Value.Whole(pass.before()));
              return new OperationResult("made", values);
            });
  }

  // ---- erasing

  CompletableFuture<OperationResult> leave(OperationRequest request) {
    return busy(request.person())
        .thenCompose(
            busy ->
                busy
                    ? now(outcome("busy"))
                    : desk.held(request.person()).thenCompose(held -> leave(request, held)));
  }

  private CompletableFuture<OperationResult> leave(OperationRequest request, List<Held> held) {
    Map<String, Value> values = new HashMap<>();
    long law = held.stream().filter(h -> h.keptFor().equals(BY_LAW)).mapToLong(Held::count).sum();
    if (law > 0) values.put("payments", new Value.Whole(law));
    if (request.assurance().compareTo(Assurance.NETWORK) >= 0)
      return now(new OperationResult("sure", values));
    return proofs
        .ask(request.person(), request.key(), ERASE, ports.clock().instant())
        .thenApply(
            code -> {
              if (code.isEmpty()) return outcome("locked");
              values.put("code", new Value.Text(code.get()));
              return new OperationResult("prove", values);
            });
  }

  CompletableFuture<OperationResult> erase(OperationRequest request) {
    return busy(request.person())
        .thenCompose(
            busy ->
                busy
                    ? now(outcome("busy"))
                    : desk.erase(request.person()).thenApply(_ -> outcome("erased")));
  }

  CompletableFuture<OperationResult> prove(OperationRequest request) {
    return proofs
        .prove(request.person(), request.key(), text(request, "code"), ports.clock().instant())
        .thenCompose(
            proven ->
                switch (proven.outcome()) {
                  case RIGHT ->
                      proven.content().equals(ERASE) ? erase(request) : now(outcome("late"));
                  case WRONG -> now(outcome("wrong"));
                  case LATE -> now(outcome("late"));
                  case LOCKED -> now(outcome("locked"));
                });
  }

  /** Whether a payment of theirs is with their wallet: they must hear what becomes of it. */
  private CompletableFuture<Boolean> busy(String person) {
    return ports
        .wallet()
        .map(
            wallet ->
                wallet
                    .payments()
                    .last(person, LOOKED_AT)
                    .thenApply(views -> views.stream().anyMatch(AccountAnswers::underWay)))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  /** What must be looked at by people may take days: whoever wants to be erased is. */
  private static boolean underWay(View view) {
    return view.state() == State.SUBMITTING || view.state() == State.PENDING;
  }

  // ---- phones that are shared, chats

  CompletableFuture<OperationResult> hide(OperationRequest request) {
    return desk.hide(request.person(), request.key()).thenApply(_ -> outcome("hidden"));
  }

  CompletableFuture<OperationResult> tie(OperationRequest request) {
    if (!(request.arguments().get("number") instanceof Value.Phone(String digits)))
      return now(outcome("refused"));
    return desk.tie(request.person(), request.key(), digits).thenApply(AccountAnswers::told);
  }

  CompletableFuture<OperationResult> tied(OperationRequest request) {
    return desk.tied(request.person(), request.key(), text(request, "code"), text(request, "link"))
        .thenApply(AccountAnswers::told);
  }

  private static OperationResult told(Tying tying) {
    return switch (tying) {
      case Tying.Asked(String code) ->
          new OperationResult("asked", Map.of("code", new Value.Text(code)));
      case Tying.Tied() -> outcome("tied");
      case Tying.Wrong() -> outcome("wrong");
      case Tying.Late() -> outcome("late");
      case Tying.Locked() -> outcome("locked");
      case Tying.Refused() -> outcome("refused");
    };
  }

  private static String text(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Text(String text) ? text : "";
  }

  private static OperationResult outcome(String outcome) {
    return new OperationResult(outcome, Map.of());
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
