package ma.jisr.sandbox.smpp;

import static org.jsmpp.SMPPConstant.*;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import ma.jisr.sandbox.world.Complaints;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Troubles;
import org.jspecify.annotations.Nullable;

/**
 * The queue of deliver_sm towards the programs, in order. One whose link broke, or that stayed
 * without response, is sent again, unchanged but for its sequence number: at once when a link is
 * bound, else upon the next bind.
 */
public final class Deliveries {
  /** The most that wait: an SMSC keeps more, a simulated one need not. */
  public static final int WAITING = 1_000;

  /** How often one is sent at most before it is given up. */
  public static final int ATTEMPTS = 8;

  /** How long one that was refused for the time being waits. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Set<Integer> PASSING =
      Set.of(STAT_ESME_RTHROTTLED, STAT_ESME_RMSGQFUL, STAT_ESME_RSYSERR, STAT_ESME_RX_T_APPN);

  private final List<Link> links;
  private final Loop loop;
  private final Troubles troubles;
  private final Complaints complaints;
  private final PriorityQueue<Item> waiting = new PriorityQueue<>();
  private long numbers;
  private int turn;

  private record Item(
      long number, Delivery delivery, BooleanSupplier wanted, Promise<Integer> status, int attempt)
      implements Comparable<Item> {
    @Override
    public int compareTo(Item other) {
      return Long.compare(number, other.number);
    }

    Item again() {
      return new Item(number, delivery, wanted, status, attempt + 1);
    }
  }

  Deliveries(List<Link> links, Loop loop, Troubles troubles, Complaints complaints) {
    this.links = links;
    this.loop = loop;
    this.troubles = troubles;
    this.complaints = complaints;
  }

  /** Whether a program is bound that takes deliver_sm. */
  public boolean reachable() {
    return links.stream().anyMatch(Link::receives);
  }

  /**
   * Sends it as soon as a link takes it.
   *
   * @param wanted asked before each attempt; once false it is dropped
   * @return the status of the final response (0 is success), or a failure: the queue is full, it is
   *     no longer wanted, or it was tried {@value #ATTEMPTS} times
   */
  public Future<Integer> send(Delivery delivery, BooleanSupplier wanted) {
    if (waiting.size() >= WAITING) {
      return Future.failedFuture(new LinkLostException("the centre's queue is full"));
    }
    Promise<Integer> status = Promise.promise();
    waiting.add(new Item(numbers++, delivery, wanted, status, 1));
    flowOn();
    return status.future();
  }

  /** Sends what waits while a link has room; called whenever that may have changed. */
  void flowOn() {
    while (!waiting.isEmpty()) {
      Link link = next();
      if (link == null) {
        return;
      }
      send(waiting.remove(), link);
    }
  }

  private @Nullable Link next() {
    List<Link> free = links.stream().filter(Link::hasRoom).toList();
    return free.isEmpty() ? null : free.get(Math.floorMod(turn++, free.size()));
  }

  private void send(Item item, Link link) {
    if (!item.wanted().getAsBoolean()) {
      item.status().fail(new LinkLostException("no longer wanted"));
      return;
    }
    Future<Integer> response = link.deliver(item.delivery());
    if (troubles.repeats()) {
      link.repeat(item.delivery());
    }
    response.onSuccess(status -> answered(item, status)).onFailure(lost -> again(item));
    if (troubles.cuts()) {
      link.close();
    }
  }

  private void answered(Item item, int status) {
    if (PASSING.contains(status)) {
      loop.after(PAUSE, () -> again(item));
    } else {
      if (status != 0) {
        complaints.add("a deliver_sm was refused for good with status " + status);
      }
      item.status().complete(status);
    }
    flowOn();
  }

  private void again(Item item) {
    if (item.attempt() >= ATTEMPTS) {
      complaints.add("a deliver_sm was given up after " + ATTEMPTS + " attempts");
      item.status().fail(new LinkLostException("tried " + ATTEMPTS + " times"));
    } else {
      waiting.add(item.again());
    }
    flowOn();
  }
}
