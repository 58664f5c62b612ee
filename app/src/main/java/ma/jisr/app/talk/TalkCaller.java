package ma.jisr.app.talk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.LocalText;
import ma.jisr.base.Loop;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.route.OperationCaller;

/**
 * Calls the services, but for what a transcript has given; remembers what was asked under which
 * key.
 */
final class TalkCaller implements OperationCaller {
  private final List<Talk.Given> givens;
  private final Operations operations;
  private final OperationCaller services;
  private final Supplier<Loop> loop;
  private final Map<String, OperationRequest> byKey = new LinkedHashMap<>();

  TalkCaller(
      List<Talk.Given> givens,
      Operations operations,
      OperationCaller services,
      Supplier<Loop> loop) {
    this.givens = givens;
    this.operations = operations;
    this.services = services;
    this.loop = loop;
  }

  @Override
  public CompletableFuture<OperationResult> call(OperationRequest request) {
    byKey.put(request.operation() + " " + request.key(), request);
    for (Talk.Given given : givens) if (fits(given, request)) return answer(given);
    return services.call(request);
  }

  /** The requests of an operation, one for each key: what happens once is the effect. */
  List<OperationRequest> asked(String operation) {
    List<OperationRequest> asked = new ArrayList<>();
    for (OperationRequest request : byKey.values())
      if (request.operation().equals(operation)) asked.add(request);
    return asked;
  }

  /** How many commands were asked for, one for each key. */
  int commands() {
    int commands = 0;
    for (OperationRequest request : byKey.values())
      if (operations.named(request.operation()).filter(TalkCaller::isCommand).isPresent())
        commands++;
    return commands;
  }

  private static boolean isCommand(Operation operation) {
    return operation.kind() == Operation.Kind.COMMAND;
  }

  private static boolean fits(Talk.Given given, OperationRequest request) {
    if (!given.operation().equals(request.operation())) return false;
    Optional<String> text = given.text();
    return text.isEmpty()
        || request.arguments().values().stream()
            .anyMatch(
                v ->
                    v instanceof Value.Text(var t)
                        && TextFold.fold(t).equals(TextFold.fold(text.get())));
  }

  private CompletableFuture<OperationResult> answer(Talk.Given given) {
    OperationResult result = result(given);
    if (given.afterMillis() == 0) return CompletableFuture.completedFuture(result);
    CompletableFuture<OperationResult> late = new CompletableFuture<>();
    Loop.Cancel unused =
        loop.get().after(Duration.ofMillis(given.afterMillis()), () -> late.complete(result));
    return late;
  }

  private OperationResult result(Talk.Given given) {
    Operation operation =
        operations
            .named(given.operation())
            .orElseThrow(
                () -> new IllegalArgumentException(given.operation() + " is no operation"));
    Map<String, Value> values = new LinkedHashMap<>();
    operation
        .gives()
        .forEach(
            (name, type) -> {
              if (type.kind() == FieldType.Kind.ITEMS) values.put(name, items(given));
              else if (given.values().containsKey(name))
                values.put(name, value(type.kind(), given.values().get(name)));
            });
    return new OperationResult(given.outcome().orElse(operation.outcomes().getFirst()), values);
  }

  private static Value.Items items(Talk.Given given) {
    return new Value.Items(
        given.items().stream().map(i -> Value.Item.of(i.id(), LocalText.same(i.label()))).toList());
  }

  private static Value value(FieldType.Kind kind, String text) {
    return switch (kind) {
      case WHOLE -> new Value.Whole(Long.parseLong(text));
      case AMOUNT -> new Value.Amount(Long.parseLong(text) * 100);
      case FLAG -> new Value.Flag(Boolean.parseBoolean(text));
      case DISTANCE -> new Value.Distance(Long.parseLong(text), true);
      case LOCAL -> new Value.Local(LocalText.same(text));
      default -> new Value.Text(text);
    };
  }
}
