package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.route.OperationCaller;

/**
 * The services behind the flows: a till that takes money once for each key, and a window to look
 * through. They are slow, fail before or after the deed, or never answer.
 */
final class Services {
  private final Timeline timeline;
  private final Chance chance;
  private final World world;
  private final Map<String, Payment> payments = new LinkedHashMap<>();
  private final Map<String, String> keyOfSum = new LinkedHashMap<>();

  Services(Timeline timeline, Chance chance, World world) {
    this.timeline = timeline;
    this.chance = chance;
    this.world = world;
  }

  private static final class Payment {
    final OperationRequest request;
    int done;

    Payment(OperationRequest request) {
      this.request = request;
    }
  }

  /** The services as one process reaches them. */
  OperationCaller from(SimProcess process) {
    return request -> {
      CompletableFuture<OperationResult> answer = new CompletableFuture<>();
      if (process.alive()) call(process, request, answer);
      return answer;
    };
  }

  private void call(
      SimProcess process, OperationRequest request, CompletableFuture<OperationResult> answer) {
    boolean pays = request.operation().equals(Rehearsal.PAY);
    if (pays) asked(process, request);
    boolean fails = chance.hits(world.weather().serviceFails());
    boolean does = !fails || chance.hits(0.5);
    boolean silent = chance.hits(world.weather().serviceSilent());
    Duration takes = chance.between(Duration.ofMillis(1), world.weather().slowestService());
    Loop.Cancel unused =
        timeline.after(
            takes,
            () -> {
              OperationResult result = does ? answer(request, pays) : null;
              if (silent || !process.alive()) return;
              if (fails || result == null)
                answer.completeExceptionally(new IllegalStateException("the service failed"));
              else answer.complete(result);
            });
  }

  private void asked(SimProcess process, OperationRequest request) {
    String about = world.owner(request.person());
    world.findings().note(about, process.id() + " calls " + request.key());
    Payment payment = payments.computeIfAbsent(request.key(), k -> new Payment(request));
    if (!payment.request.arguments().equals(request.arguments()))
      world
          .findings()
          .violated(Invariant.ONE_EFFECT_EACH, about, request.key() + " asks for something else");
    String sum = request.person() + request.arguments();
    String before = keyOfSum.putIfAbsent(sum, request.key());
    // Who was too poor, or is not remembered, may decide anew.
    boolean gap = world.turns().forgotten() > 0 || (before != null && poor(before));
    if (!gap && before != null && !before.equals(request.key()))
      world
          .findings()
          .violated(
              Invariant.ONE_EFFECT_EACH,
              about,
              request.key() + " pays what " + before + " has paid");
  }

  private OperationResult answer(OperationRequest request, boolean pays) {
    if (!pays) return new OperationResult("ok", Map.of("found", new Value.Text("f")));
    Payment payment = payments.get(request.key());
    if (payment != null) payment.done++;
    return poor(request.key())
        ? new OperationResult("poor", Map.of())
        : new OperationResult("ok", Map.of("receipt", new Value.Text("R1")));
  }

  /** Every key has one answer, however often it is asked. */
  private static boolean poor(String key) {
    return key.hashCode() % 4 == 0;
  }

  /** When everything has come to rest. */
  void end() {
    payments.forEach(
        (key, payment) -> {
          if (payment.done == 0)
            world
                .findings()
                .violated(
                    Invariant.ONE_EFFECT_EACH,
                    "call " + key,
                    "asked and never repeated until done");
        });
  }
}
