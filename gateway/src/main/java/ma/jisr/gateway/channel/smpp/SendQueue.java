package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.pace.Pacer;
import ma.jisr.gateway.channel.pace.Shares;
import org.jspecify.annotations.Nullable;

/**
 * The segments that wait to go, in order within their class: held back by the window, the pace, and
 * a pause of the whole link when the peer throttles. A throttled segment goes back to its old
 * place, so that nothing overtakes it from the queue.
 */
final class SendQueue {
  /** Pauses 1, 2, 4, 8, 16 and 32 times the first; then the sender decides. */
  private static final int TRIES = 6;

  private final Loop loop;
  private final SmppLink link;
  private final Counters counters;
  private final Supplier<@Nullable Connection> connection;
  private final Shares<Segment> waiting = new Shares<>();
  private final Queue<Segment> again = new PriorityQueue<>(Segment.ORDER);
  private final Pacer pacer;
  private Loop.@Nullable Cancel timer;
  private Instant pausedUntil = Instant.MIN;
  private int throttled;

  /** After a pause one segment goes alone, to see whether the peer takes more again. */
  private boolean probing;

  private @Nullable Segment probe;

  SendQueue(
      Loop loop, SmppLink link, Counters counters, Supplier<@Nullable Connection> connection) {
    this.loop = loop;
    this.link = link;
    this.counters = counters;
    this.connection = connection;
    this.pacer = new Pacer(link.rate(), loop.now());
  }

  boolean takes(int segments) {
    return size() + segments <= link.limits().queued();
  }

  int size() {
    return waiting.size() + again.size();
  }

  void add(Shares.Kind kind, Segment segment) {
    waiting.add(kind, segment);
    pump();
  }

  /** Sends what may go now. */
  void pump() {
    Instant now = loop.now();
    Connection to = connection.get();
    while (to != null && !to.full() && size() > 0) {
      Segment next = again.isEmpty() ? waiting.peek() : again.element();
      if (probing && to.inFlight() > 0) {
        return;
      } else if (next.withdrawn(now)) {
        drop();
      } else if (pausedUntil.isAfter(now)) {
        wake(Duration.between(now, pausedUntil));
        return;
      } else if (pacer.take(now)) {
        send(to, again.isEmpty() ? waiting.take() : again.remove());
      } else {
        wake(pacer.pause());
        return;
      }
    }
  }

  private void drop() {
    if (again.isEmpty()) {
      waiting.drop();
    } else {
      again.remove();
    }
  }

  /** Gives back everything that has not been sent: the link is down. */
  void fail(String why) {
    List<Segment> all = new ArrayList<>(again);
    again.clear();
    all.addAll(waiting.clear());
    all.forEach(segment -> segment.unsent(why));
  }

  private void send(Connection to, Segment segment) {
    if (!segment.mayUse(to)) {
      return;
    }
    counters.submitted++;
    probe = probing ? segment : null;
    to.submit(segment.pdu(), outcome -> settle(segment, outcome));
  }

  private void settle(Segment segment, Response outcome) {
    if (segment == probe) {
      probe = null;
      probing = false;
    }
    if (outcome instanceof Response.Answer(int code, String id) && code != Status.OK) {
      Status status = Status.of(code);
      if (status.kind() == Status.Kind.THROTTLED) {
        counters.throttledByPeer++;
        pause();
        if (segment.tried() < TRIES) {
          segment.backInQueue();
          again.add(segment);
          return;
        }
      }
    } else if (outcome instanceof Response.Answer && !probing) {
      throttled = 0;
    } else if (outcome instanceof Response.Silence) {
      counters.timeouts++;
    }
    segment.settled(outcome);
  }

  private void pause() {
    Instant now = loop.now();
    if (pausedUntil.isAfter(now)) {
      return; // others of the same window: one pause for all of them
    }
    probing = true;
    pausedUntil = now.plus(link.timers().throttled().multipliedBy(1L << throttled));
    throttled = Math.min(throttled + 1, TRIES - 1);
  }

  private void wake(Duration pause) {
    if (timer == null) {
      timer =
          loop.after(
              pause,
              () -> {
                timer = null;
                pump();
              });
    }
  }
}
