package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The short messages of one connection whose deliver_sm_resp the peer may not have seen. TCP keeps
 * the order: a response to a request that we wrote after a deliver_sm_resp proves that one read.
 */
final class Unproven {
  /** Answered messages kept; of more, the oldest have been read for certain. */
  private static final int MOST = 10_000;

  /** An answer written this long before the end was read: SMSCs time out and repeat earlier. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Map<Integer, Message> open = new LinkedHashMap<>();
  private final Deque<Answered> answered = new ArrayDeque<>();

  /**
   * A message and when it was first received.
   *
   * @param words that it consists of
   * @param received when
   */
  record Message(Words words, Instant received) {}

  private record Answered(Message message, int request, Instant at) {}

  /** A message came and waits for its answer. */
  void taken(int sequence, Message message) {
    open.put(sequence, message);
  }

  /**
   * Its answer was written: taken for good.
   *
   * @param request the sequence_number of the last request that was written before
   */
  void accepted(int sequence, int request, Instant now) {
    Message message = open.remove(sequence);
    if (message == null) {
      return;
    }
    answered.add(new Answered(message, request, now));
    if (answered.size() > MOST) {
      answered.remove();
    }
  }

  /** It was refused: when it comes again it is new. */
  void refused(int sequence) {
    open.remove(sequence);
  }

  /** The peer has responded to a request of ours. */
  void proven(int request) {
    for (Answered oldest = answered.peek(); before(oldest, request); oldest = answered.peek()) {
      answered.remove();
    }
  }

  private static boolean before(@Nullable Answered oldest, int request) {
    return oldest != null && oldest.request() < request;
  }

  /** What the peer may send again, oldest first: the connection has ended. */
  List<Message> left(Instant now) {
    List<Message> left = new ArrayList<>();
    for (Answered each : answered) {
      if (each.at().plus(LONGEST).isAfter(now)) {
        left.add(each.message());
      }
    }
    left.addAll(open.values());
    answered.clear();
    open.clear();
    return left;
  }
}
