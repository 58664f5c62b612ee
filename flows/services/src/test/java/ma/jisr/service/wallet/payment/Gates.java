package ma.jisr.service.wallet.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;

/** The order in which calls of several nodes reach the store they share: any, by a seed. */
final class Gates {
  private final SplittableRandom random;
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

  Gates(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The store as one node sees it. */
  Store before(Store store) {
    return new FaultyStore(
        store,
        (method, collection) -> {
          CompletableFuture<Void> gate = new CompletableFuture<>();
          waiting.add(gate);
          return new Fault.Hold(gate);
        });
  }

  /** Lets so many calls through, in any order; fewer when none is left. */
  void let(int calls) {
    for (int i = 0; i < calls && !waiting.isEmpty(); i++) {
      int at = random.nextInt(waiting.size());
      CompletableFuture<Void> gate = waiting.get(at);
      waiting.set(at, waiting.getLast());
      waiting.removeLast();
      gate.complete(null);
    }
  }

  /** Lets all through, and what they lead to. */
  void all() {
    while (!waiting.isEmpty()) let(1);
  }
}
