package ma.jisr.gateway.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import ma.jisr.flow.Effect;
import ma.jisr.flow.Input;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.signal.Tell;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a lane's persons: made after the write that has them as pending, answered on the
 * lane whenever that is, made again until they are. Failures are no answers: a command is repeated
 * with growing pauses, a query is told to have failed.
 */
final class Calls {
  /** The pause after a command's first failure. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** The longest pause between two tries of a command. */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final int DOUBLINGS = 6;

  private final Lane lane;

  Calls(Lane lane) {
    this.lane = lane;
  }

  /** Told the answer on the lane: a result, or null when there was none. */
  @FunctionalInterface
  interface Answer {
    void come(@Nullable OperationResult result, @Nullable Throwable failure);
  }

  /**
   * Asks a query within a turn.
   *
   * @param answer told later, unless the answer is given back
   * @return what answers at once, as most queries do; null when it is yet to come
   */
  @Nullable OperationResult query(Effect.Call query, Answer answer) {
    CompletableFuture<OperationResult> future = called(query.request());
    if (future.state() == Future.State.SUCCESS) {
      count(query.request(), "answered");
      return future.resultNow();
    }
    told(query.request(), future, answer);
    return null;
  }

  /** Makes a call that the person's stored document has as pending. */
  void start(Resident person, PendingCall call) {
    person.calling.add(call.id());
    person.sooner.remove(call.id());
    told(
        call.request(),
        called(call.request()),
        (result, failure) -> answered(person, call.id(), call.query(), call.tries(), result));
  }

  /**
   * Takes an answer that came after its turn, or word that there is none. A call that was made
   * again is answered twice: whoever left memory between the two is another one by now.
   */
  void answered(
      Resident asked, String call, boolean query, int tries, @Nullable OperationResult result) {
    Resident person = lane.present(asked);
    person.calling.remove(call);
    if (result != null) {
      lane.notice(person, new Work.Happened(new Input.Answered(call, result), "answer:" + call));
    } else if (query) {
      lane.notice(person, new Work.Happened(new Input.Unanswered(call), "silence:" + call));
    } else {
      person.sooner.put(call, lane.loop.now().plus(pause(tries)));
      lane.schedule(person);
    }
  }

  /** The conversation goes on without the answer of this query. */
  void giveUp(Resident person, PendingCall query) {
    answered(person, query.id(), true, query.tries(), null);
  }

  private CompletableFuture<OperationResult> called(OperationRequest request) {
    try {
      if (request.operation().equals(Tell.OPERATION)) return lane.teller.tell(request);
      return lane.ground.caller().call(request).thenApply(result -> cut(request, result));
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private void told(
      OperationRequest request, CompletableFuture<OperationResult> future, Answer answer) {
    lane.loop.when(
        future,
        (result, failure) -> {
          count(request, failure == null ? "answered" : "failed");
          answer.come(failure == null ? result : null, failure);
        });
  }

  private void count(OperationRequest request, String outcome) {
    lane.ground
        .counters()
        .count("call", Map.of("operation", request.operation(), "outcome", outcome));
  }

  private OperationResult cut(OperationRequest request, OperationResult result) {
    Optional<Operation> declared = lane.ground.operations().named(request.operation());
    return Cut.to(
        declared.orElseThrow(
            () -> new IllegalArgumentException("no operation " + request.operation())),
        result);
  }

  /** The pause after so many tries. */
  static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
