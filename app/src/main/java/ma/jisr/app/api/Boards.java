package ma.jisr.app.api;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Loop;
import ma.jisr.gateway.api.Events;

/**
 * The boards that somebody watches, one for each shop: a hundred screens of one shop cost the store
 * what one does, and a shop without screens nothing. Callable from any thread.
 */
final class Boards {
  private final Loop loop;
  private final Function<String, CompletableFuture<String>> read;

  /** On the loop only. */
  private final Map<String, Board> watched = new HashMap<>();

  /**
   * @param read gives how a shop's queues are; "" when there are none
   */
  Boards(Loop loop, Function<String, CompletableFuture<String>> read) {
    this.loop = loop;
    this.read = read;
  }

  /** What happens on a shop's board. */
  Events of(String shop) {
    return watcher -> {
      loop.execute(() -> join(shop, watcher));
      return () -> loop.execute(() -> leave(shop, watcher));
    };
  }

  private void join(String shop, Events.Watcher watcher) {
    watched
        .computeIfAbsent(
            shop, id -> new Board(loop, () -> read.apply(id), () -> watched.remove(id)))
        .join(watcher);
  }

  private void leave(String shop, Events.Watcher watcher) {
    Board board = watched.get(shop);
    if (board != null && board.leave(watcher)) watched.remove(shop);
  }
}
