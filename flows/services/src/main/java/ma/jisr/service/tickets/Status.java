package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop's queues as staff and a display see them: numbers, never names.
 *
 * @param shop the shop's id
 * @param counters those where something was done today, by name
 * @param waiting how many are in the line
 * @param later how many come later: their slot has not begun, or they let others pass
 * @param next number that is called next; 0 for none
 * @param paused until when nobody is called; null when the queue goes on
 * @param closed whether staff have closed it for today
 * @param unreached numbers of those near or called whose message could not be delivered
 */
public record Status(
    String shop,
    List<Counter> counters,
    int waiting,
    int later,
    int next,
    @Nullable Instant paused,
    boolean closed,
    List<Integer> unreached) {
  public Status {
    counters = List.copyOf(counters);
    unreached = List.copyOf(unreached);
  }

  /** Of a shop that there is not. */
  static Status none(String shop) {
    return new Status(shop, List.of(), 0, 0, 0, null, true, List.of());
  }

  /**
   * One counter.
   *
   * @param name "1" to "20"
   * @param number who is served there; 0 for nobody
   * @param service what for; "" for nobody
   * @param since when they were called; null for nobody
   */
  public record Counter(String name, int number, String service, @Nullable Instant since) {}
}
