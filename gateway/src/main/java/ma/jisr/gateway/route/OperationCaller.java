package ma.jisr.gateway.route;

import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;

/** Calls an operation by its registered name. Never blocks. */
@FunctionalInterface
public interface OperationCaller {
  /**
   * The definite answer, completed on any thread. A failed future is no answer: the same request
   * (same key) may be made again.
   */
  CompletableFuture<OperationResult> call(OperationRequest request);
}
