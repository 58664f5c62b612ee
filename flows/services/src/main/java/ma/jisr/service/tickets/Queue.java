package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queues of a shop on one day: counters and states only, no tickets.
 *
 * @param last number that was given; numbers may be missing, none is given twice
 * @param openUntil until when staff have opened it, whatever the shop's hours say; null for not
 * @param closed whether staff have closed it for the day
 * @param paused until when nobody is called; null for no pause
 * @param keys the last calls that changed it, so that none does so twice
 */
record Queue(
    int last,
    @Nullable Instant openUntil,
    boolean closed,
    @Nullable Instant paused,
    List<String> keys) {
  /** Calls remembered: more than staff have under way at once. */
  private static final int KEYS = 16;

  static final Queue NEW = new Queue(0, null, false, null, List.of());

  Queue {
    keys = List.copyOf(keys);
  }

  /** Until when nobody is called; null when the queue goes on. */
  @Nullable Instant pausedAt(Instant now) {
    return paused != null && now.isBefore(paused) ? paused : null;
  }

  Queue giving(int numbers) {
    return new Queue(last + numbers, openUntil, closed, paused, keys);
  }

  Queue pausing(Instant until, String key) {
    return new Queue(last, openUntil, closed, until, with(key));
  }

  /** Going on; open whatever the hours say until then, if an instant is given. */
  Queue opening(@Nullable Instant until, String key) {
    return new Queue(last, until == null ? openUntil : until, false, null, with(key));
  }

  /** Whether staff have opened it beyond its hours. */
  boolean opened(Instant now) {
    return openUntil != null && now.isBefore(openUntil);
  }

  Queue closing(String key) {
    return new Queue(last, null, true, null, with(key));
  }

  private List<String> with(String key) {
    List<String> all = new ArrayList<>(keys);
    all.add(key);
    if (all.size() > KEYS) all.removeFirst();
    return all;
  }
}
