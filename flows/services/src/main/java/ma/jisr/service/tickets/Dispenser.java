package ma.jisr.service.tickets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Gives out numbers. Many who ask for one of the same queue at once are given theirs by one write:
 * while it is on its way the next gather. Nothing is remembered here: the queue's document decides,
 * whichever node writes it. Callable from any thread.
 */
final class Dispenser {
  /** Most numbers of one write: what comes in a second at the rate of a whole node. */
  private static final int MOST = 500;

  private final Queues queues;
  private final String node;
  private final Map<String, List<CompletableFuture<Integer>>> waiting = new HashMap<>();
  private long writes;

  /**
   * @param node unlike every other's, each time it starts: whose write it was is told by it
   */
  Dispenser(Queues queues, String node) {
    this.queues = queues;
    this.node = node;
  }

  /** A number that nobody has; 0 when the queue has been closed. */
  CompletableFuture<Integer> next(String shop, LocalDate day) {
    CompletableFuture<Integer> number = new CompletableFuture<>();
    String queue = TicketJson.queue(shop, day);
    synchronized (this) {
      List<CompletableFuture<Integer>> others = waiting.get(queue);
      if (others != null) {
        others.add(number);
        return number;
      }
      waiting.put(queue, new ArrayList<>());
    }
    give(shop, day, queue, List.of(number));
    return number;
  }

  private void give(
      String shop, LocalDate day, String queue, List<CompletableFuture<Integer>> numbers) {
    var unused =
        queues
            .change(
                shop,
                day,
                node + ':' + writeNumber(),
                before -> before.closed() ? before : before.giving(numbers.size()))
            .whenComplete(
                (after, failure) -> {
                  again(shop, day, queue);
                  for (int i = 0; i < numbers.size(); i++)
                    if (failure != null) numbers.get(i).completeExceptionally(failure);
                    else
                      numbers
                          .get(i)
                          .complete(after.closed() ? 0 : after.last() - numbers.size() + 1 + i);
                });
  }

  private synchronized long writeNumber() {
    return writes++;
  }

  private void again(String shop, LocalDate day, String queue) {
    List<CompletableFuture<Integer>> some;
    synchronized (this) {
      List<CompletableFuture<Integer>> all = waiting.get(queue);
      if (all == null || all.isEmpty()) {
        waiting.remove(queue);
        return;
      }
      List<CompletableFuture<Integer>> first = all.subList(0, Math.min(all.size(), MOST));
      some = List.copyOf(first);
      first.clear();
    }
    give(shop, day, queue, some);
  }
}
