package ma.jisr.gateway.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the operations listener tells; asked on its loop, must not block. */
public interface OperationsPages {
  /** What of the process itself is dead, a line each; empty while it lives. */
  List<String> dead();

  /** What is missing to serve people, a line each; empty when all is there. */
  CompletableFuture<List<String>> missing();

  /** What is to be seen to without being wrong yet, a line each. */
  default List<String> warnings() {
    return List.of();
  }

  /** All metrics in Prometheus's text format 0.0.4. */
  CompletableFuture<String> metrics();
}
