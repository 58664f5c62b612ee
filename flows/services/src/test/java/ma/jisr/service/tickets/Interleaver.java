package ma.jisr.service.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;

/**
 * The order in which calls of several nodes reach the store they share: any, by a seed. Each call
 * waits at a gate until it is chosen; now and then the answer to a write is lost.
 */
final class Interleaver {
  /** One write of so many loses its answer. */
  private static final int LOST = 25;

  private final SplittableRandom random;
  private final List<CompletableFuture<Void>> gates = new ArrayList<>();

  Interleaver(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The store as one node sees it. */
  Store before(Store store) {
    Store losing =
        new FaultyStore(
            store,
            (method, collection) ->
                method.equals("replaceIf") && random.nextInt(LOST) == 0
                    ? new Fault.LoseReply()
                    : new Fault.Pass());
    return new FaultyStore(
        losing,
        (method, collection) -> {
          CompletableFuture<Void> gate = new CompletableFuture<>();
          gates.add(gate);
          return new Fault.Hold(gate);
        });
  }

  /** One of the first {@code n}, for a test's own choices. */
  int choose(int n) {
    return random.nextInt(n);
  }

  /** Lets so many calls through, in any order; fewer when none is left. */
  void let(int calls) {
    for (int i = 0; i < calls && !gates.isEmpty(); i++) {
      int at = random.nextInt(gates.size());
      CompletableFuture<Void> gate = gates.get(at);
      gates.set(at, gates.getLast());
      gates.removeLast();
      gate.complete(null);
    }
  }

  /** Lets all through, and what they lead to. */
  void all() {
    while (!gates.isEmpty()) let(1);
  }
}
