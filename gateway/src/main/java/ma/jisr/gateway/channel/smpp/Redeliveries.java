package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The short messages that one SMSC may send again, by whichever of its links: they came by
 * connections that ended before the peer can have read our responses. Callable from any thread.
 */
public final class Redeliveries {
  /** How long a message of a dead connection may come again by another; once. */
  static final Duration LONGEST = Duration.ofMinutes(30);

  /** Messages of dead connections remembered: ten links' windows of 2,000. */
  private static final int MOST = 20_000;

  private final Deque<Lost> lost = new ArrayDeque<>();
  private final Map<Words, Deque<Lost>> byWords = new HashMap<>();

  /** Asked for every message, and nearly always so: needs no lock. */
  private volatile boolean empty = true;

  private record Lost(Words words, Instant received, Instant ended) {}

  /** When these words were first received, if a dead connection brought them; answers once. */
  Optional<Instant> received(Words words, Instant now) {
    return empty ? Optional.empty() : known(words, now);
  }

  private synchronized Optional<Instant> known(Words words, Instant now) {
    expire(now);
    Deque<Lost> again = byWords.get(words);
    if (again == null) {
      return Optional.empty();
    }
    Lost first = again.getFirst();
    lost.remove(first);
    forget(first);
    empty = lost.isEmpty();
    return Optional.of(first.received());
  }

  /** A connection has ended with these unproven. */
  synchronized void ended(List<Unproven.Message> messages, Instant now) {
    for (Unproven.Message message : messages) {
      Lost entry = new Lost(message.words(), message.received(), now);
      lost.add(entry);
      byWords.computeIfAbsent(message.words(), words -> new ArrayDeque<>()).add(entry);
    }
    expire(now);
  }

  private void expire(Instant now) {
    for (Lost oldest = lost.peek();
        oldest != null && (lost.size() > MOST || !oldest.ended().plus(LONGEST).isAfter(now));
        oldest = lost.peek()) {
      lost.remove();
      forget(oldest);
    }
    empty = lost.isEmpty();
  }

  private void forget(Lost gone) {
    Deque<Lost> same = byWords.get(gone.words());
    if (same != null) {
      same.remove(gone);
      if (same.isEmpty()) {
        byWords.remove(gone.words());
      }
    }
  }
}
