package ma.jisr.service;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;

/** One service: what it can be asked, by whom it is reached, and the flows that ask it. */
public interface Service {
  /** Lower case, unique: "hotspots". */
  String name();

  /** What it answers to. */
  List<Operation> operations();

  /**
   * The definite answer to one of its operations, completed on any thread. Never blocks. A failed
   * stage is no answer: the same request may be made again.
   */
  CompletionStage<OperationResult> answer(OperationRequest request);

  /** The Camel routes that lead to it, one for each operation; none where there is no operation. */
  List<ServiceRoutes> routes();

  /**
   * The collections whose documents have an outbox, for a service that speaks first; they are
   * declared with {@link ma.jisr.service.outbox.Outbox#INDEX}.
   */
  default List<String> outboxes() {
    return List.of();
  }

  /** Its flows that no menu offers, since nothing stands behind them here. */
  default Set<String> hidden() {
    return Set.of();
  }

  /** What it keeps of people: asked by who wants to know, and emptied by who wants to be erased. */
  default List<Holding> holdings() {
    return List.of();
  }
}
