package ma.jisr.service.erasure;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Who has been erased, for the day on which an older copy of the store is brought back: keyed
 * hashes only, kept outside the store and its copies. A line may stand in it twice. Callable from
 * any thread; never blocks its caller.
 */
public interface ErasureLog {
  /** Where nothing is restored: a play, a look. */
  ErasureLog NONE =
      new ErasureLog() {
        @Override
        public CompletableFuture<Void> add(Line line) {
          return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<List<Line>> all() {
          return CompletableFuture.completedFuture(List.of());
        }
      };

  /** Durable when it completes. */
  CompletableFuture<Void> add(Line line);

  /** All that are kept, oldest first. */
  CompletableFuture<List<Line>> all();

  /**
   * One erasure.
   *
   * @param at when it was wished, to the second
   * @param person a keyed hash of the person's id
   * @param names keyed hashes of their addresses
   */
  record Line(Instant at, String person, List<String> names) {
    public Line {
      names = List.copyOf(names);
    }
  }
}
