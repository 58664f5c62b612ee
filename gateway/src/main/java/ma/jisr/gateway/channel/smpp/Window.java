package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection that wait for their responses, oldest first. Every slot is freed
 * by exactly one of: response, time-out, end of the connection.
 */
final class Window {
  private final Loop loop;
  private final Duration response;
  private final int size;
  private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
  private Loop.@Nullable Cancel timer;
  private int sequence;

  private record Waiting(Instant deadline, Consumer<Response> then) {}

  Window(Loop loop, int size, Duration response) {
    this.loop = loop;
    this.size = size;
    this.response = response;
  }

  boolean full() {
    return waiting.size() >= size;
  }

  int inFlight() {
    return waiting.size();
  }

  /** The next sequence_number, 1 to 0x7FFFFFFF (SMPP 3.4 5.1.4). */
  int next() {
    sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
    return sequence;
  }

  /** The newest of them; 0 before the first. */
  int last() {
    return sequence;
  }

  /** Opens a slot for a request that is being written. */
  void open(int number, Consumer<Response> then) {
    waiting.put(number, new Waiting(loop.now().plus(response), then));
    if (timer == null) {
      timer = loop.after(response, this::expire);
    }
  }

  /** Ends a slot; false when nobody waits for that number (any more). */
  boolean settle(int number, Response outcome) {
    Waiting slot = waiting.remove(number);
    if (slot == null) {
      return false;
    }
    slot.then().accept(outcome);
    return true;
  }

  /** Ends every slot: the connection is gone. */
  void abandon() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    List<Waiting> all = new ArrayList<>(waiting.values());
    waiting.clear();
    all.forEach(slot -> slot.then().accept(new Response.Lost()));
  }

  private void expire() {
    timer = null;
    Instant now = loop.now();
    List<Waiting> late = new ArrayList<>();
    // Equal time-outs: the order of sending is the order of the deadlines.
    for (Iterator<Waiting> all = waiting.values().iterator(); all.hasNext(); ) {
      Waiting slot = all.next();
      if (slot.deadline().isAfter(now)) {
        timer = loop.after(Duration.between(now, slot.deadline()), this::expire);
        break;
      }
      all.remove();
      late.add(slot);
    }
    late.forEach(slot -> slot.then().accept(new Response.Silence()));
  }
}
