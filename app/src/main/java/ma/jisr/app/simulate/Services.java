package ma.jisr.app.simulate;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.route.OperationCaller;

/** The services behind the flows: a till that takes money and a window to look through. */
final class Services implements OperationCaller {
  @Override
  public CompletableFuture<OperationResult> call(OperationRequest request) {
    Map<String, Value> values =
        request.operation().equals(Rehearsal.PAY)
            ? Map.of("receipt", new Value.Text("R1"))
            : Map.of("found", new Value.Text("f"));
    return CompletableFuture.completedFuture(new OperationResult("ok", values));
  }
}
