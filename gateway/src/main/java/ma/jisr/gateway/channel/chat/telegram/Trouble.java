package ma.jisr.gateway.channel.chat.telegram;

import java.time.Duration;
import java.util.Map;
import ma.jisr.gateway.metrics.Counters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps a bot from hearing: counted each time, logged when it begins and when it is over. It
 * says how long to wait before the next try. On one loop; {@link #why} from any thread.
 */
final class Trouble {
  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  /** Doublings of the first pause: 64 seconds. */
  private static final int DOUBLINGS = 6;

  /** Longest pause that Telegram may ask for. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Another process asks for the same bot's updates: the two take turns of this length. */
  private static final int CONFLICT_TIMES = 30;

  private final String link;
  private final Duration first;
  private final Counters counters;
  private int times;
  private volatile @Nullable String why;

  /**
   * @param first pause after a failure; doubles to its 64-fold
   */
  Trouble(String link, Duration first, Counters counters) {
    this.link = link;
    this.first = first;
    this.counters = counters;
  }

  /** In words; null when there is none. */
  @Nullable String why() {
    return why;
  }

  /** It has begun, or goes on; how long to wait. */
  Duration with(String method, Api.Told.Failed failed) {
    counters.count(
        "telegram.failed", Map.of("link", link, "method", method, "status", failed.status()));
    boolean conflict = failed.status().equals("HTTP 409");
    String words =
        conflict
            ? "another process asks for this bot's updates, or is called with them (HTTP 409)"
            : failed.status() + (failed.reason().isEmpty() ? "" : ": " + failed.reason());
    if (why == null) LOG.warn("link {} hears nothing: {}", link, words);
    why = words;
    Duration usual =
        conflict
            ? first.multipliedBy(CONFLICT_TIMES)
            : first.multipliedBy(1L << Math.min(times++, DOUBLINGS));
    Duration wished = failed.pause().orElse(usual);
    return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
  }

  void over() {
    if (why != null) LOG.info("link {} hears again", link);
    why = null;
    times = 0;
  }
}
