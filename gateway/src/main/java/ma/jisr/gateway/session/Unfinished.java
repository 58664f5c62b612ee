package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.jisr.base.Address;
import org.jspecify.annotations.Nullable;

/**
 * What one loop knows of the messages in the making: how many, for the bounds, and which parts were
 * of finished ones, so that a part sent again after the end begins nothing. A cache of the process:
 * the rows are what counts.
 */
final class Unfinished {
  /** Unfinished messages on a loop; more are refused. With 16 rows of 0.5 KB each 80 MB on disk. */
  static final int MOST = 10_000;

  /** Unfinished messages of one sender: more than thumbs can write while one is under way. */
  static final int MOST_OF_ONE = 8;

  /** How long a peer may send a part again whose answer it has not read. */
  static final Duration REPEATED = Duration.ofMinutes(30);

  /** Parts of finished messages remembered; of more, the oldest would begin a set that expires. */
  private static final int MOST_DONE = 20_000;

  private final LinkedHashMap<String, Open> open = new LinkedHashMap<>();
  private final Map<Address, Integer> senders = new HashMap<>();
  private final LinkedHashMap<String, Done> done = new LinkedHashMap<>();

  private record Open(Address from, Instant at) {}

  private record Done(int octets, Instant at) {}

  /** Whether there is room for the message that this part is of. */
  boolean admits(String set, Address from, Instant now) {
    expire(now);
    if (open.containsKey(set)) return true;
    int others = senders.getOrDefault(from, 0);
    if (open.size() >= MOST || others >= MOST_OF_ONE) return false;
    open.put(set, new Open(from, now));
    senders.put(from, others + 1);
    return true;
  }

  void finished(String set) {
    left(open.remove(set));
  }

  private void left(@Nullable Open gone) {
    if (gone != null) senders.computeIfPresent(gone.from(), (from, n) -> n > 1 ? n - 1 : null);
  }

  /** The part was of a message that is durable as a whole. */
  void remember(String id, byte[] octets, Instant now) {
    done.remove(id);
    done.put(id, new Done(Arrays.hashCode(octets), now));
    Iterator<Done> all = done.values().iterator();
    for (Done oldest = all.next();
        done.size() > MOST_DONE || !oldest.at().plus(REPEATED).isAfter(now);
        oldest = all.next()) all.remove();
  }

  /** Whether the part is one of those, sent again. */
  boolean done(String id, byte[] octets, Instant now) {
    Done known = done.get(id);
    return known != null
        && known.octets() == Arrays.hashCode(octets)
        && known.at().plus(REPEATED).isAfter(now);
  }

  private void expire(Instant now) {
    for (Iterator<Open> all = open.values().iterator(); all.hasNext(); ) {
      Open oldest = all.next();
      if (oldest.at().plus(Parts.LIFE).isAfter(now)) return;
      all.remove();
      left(oldest);
    }
  }
}
