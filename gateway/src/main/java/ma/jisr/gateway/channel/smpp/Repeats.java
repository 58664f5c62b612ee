package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recognition of short messages that come again: SMPP gives a deliver_sm no id of its own, so
 * that only its words and the moment tell a repetition from a person who says the same twice.
 */
final class Repeats {
  /** How long the same words of one sender are one message, if nothing was said to him since. */
  static final Duration ECHO = Duration.ofSeconds(4);

  /** How long a message of a dead connection may come again by another; once. */
  static final Duration REDELIVERY = Duration.ofMinutes(30);

  /** Senders whose last message is remembered, and messages of dead connections. */
  private static final int MOST = 20_000;

  private final Map<String, Recent> recent = new LinkedHashMap<>();
  private final Deque<Lost> lost = new ArrayDeque<>();
  private final Map<Words, Deque<Lost>> byWords = new HashMap<>();

  private record Recent(Words words, String input, Instant at) {}

  private record Lost(Words words, String input, Instant at) {}

  /** The id under which these words were given on before; empty for new ones. */
  Optional<String> known(Words words, Instant now) {
    expire(now);
    Deque<Lost> again = byWords.get(words);
    if (again == null) {
      return echo(words, now);
    }
    Lost first = again.remove();
    if (again.isEmpty()) {
      byWords.remove(words);
    }
    lost.remove(first);
    return Optional.of(first.input());
  }

  private Optional<String> echo(Words words, Instant now) {
    Recent last = recent.get(words.from());
    return last == null || !last.words().equals(words) || !last.at().plus(ECHO).isAfter(now)
        ? Optional.empty()
        : Optional.of(last.input());
  }

  /** These words have come under that id. */
  void came(Words words, String input, Instant now) {
    recent.remove(words.from());
    recent.put(words.from(), new Recent(words, input, now));
    Iterator<Recent> all = recent.values().iterator();
    for (Recent oldest = all.next();
        recent.size() > MOST || !oldest.at().plus(ECHO).isAfter(now);
        oldest = all.next()) {
      all.remove();
    }
  }

  /** Something is said to this number: the same words from there are an answer to it. */
  void spoken(String number) {
    recent.remove(number);
  }

  /** A connection has ended with these unproven. */
  void ended(List<Unproven.Message> messages, Instant now) {
    for (Unproven.Message message : messages) {
      Lost entry = new Lost(message.words(), message.input(), now);
      lost.add(entry);
      byWords.computeIfAbsent(message.words(), words -> new ArrayDeque<>()).add(entry);
    }
    expire(now);
  }

  private void expire(Instant now) {
    for (Lost oldest = lost.peek();
        oldest != null && (lost.size() > MOST || !oldest.at().plus(REDELIVERY).isAfter(now));
        oldest = lost.peek()) {
      lost.remove();
      Deque<Lost> same = byWords.get(oldest.words());
      if (same != null) {
        same.remove(oldest);
        if (same.isEmpty()) {
          byWords.remove(oldest.words());
        }
      }
    }
  }
}
