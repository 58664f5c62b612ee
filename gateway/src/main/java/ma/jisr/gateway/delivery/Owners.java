package ma.jisr.gateway.delivery;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whose addresses are whose, as the receipt desk asks when an id may mean two messages. */
@FunctionalInterface
public interface Owners {
  /** The id of the person behind the keyed hash of an address; empty for a stranger's. */
  CompletableFuture<Optional<String>> of(String alias);
}
