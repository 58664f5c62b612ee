package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.port.carry.Carried;
import ma.jisr.flow.port.carry.Carrier;
import ma.jisr.flow.port.carry.Delivery;
import ma.jisr.flow.port.carry.Fate;
import ma.jisr.flow.port.carry.Line;
import ma.jisr.flow.port.carry.Marked;
import ma.jisr.flow.port.carry.Parcel;
import ma.jisr.flow.port.carry.Tracked;

/** One node's link: paced, with a window, and marks that are durable 20 ms late. */
final class SimCarrier implements Carrier {
  static final int RATE = 200;
  static final int WINDOW = 20;
  private static final Duration ROUND_TRIP = Duration.ofMillis(30);
  private static final Duration GATHER = Duration.ofMillis(20);

  private final SimNetwork network;
  private final Loop loop;
  private final Loop world;
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final Set<String> ours = new HashSet<>();
  private boolean running;
  private int inFlight;
  int most;

  /**
   * @param loop this node's: nothing runs on it once it is dead
   * @param world where the network lives
   */
  SimCarrier(SimNetwork network, Loop loop, Loop world) {
    this.network = network;
    this.loop = loop;
    this.world = world;
  }

  @Override
  public CompletableFuture<Carried> carry(Parcel parcel) {
    CompletableFuture<Carried> outcome = new CompletableFuture<>();
    if (!network.up) return CompletableFuture.completedFuture(new Carried.Held("link down", 0));
    if (network.spent && parcel.urgency() != Urgency.EMERGENCY)
      return CompletableFuture.completedFuture(new Carried.Held("the day's ceiling", 0));
    queue.add(() -> send(parcel, outcome));
    most = Math.max(most, queue.size() + inFlight);
    pump();
    return outcome;
  }

  private void pump() {
    if (running || queue.isEmpty() || inFlight >= WINDOW) return;
    running = true;
    loop.after(
        Duration.ofMillis(1000 / RATE),
        () -> {
          running = false;
          Runnable next = queue.poll();
          if (next != null) next.run();
          pump();
        });
  }

  private void send(Parcel parcel, CompletableFuture<Carried> outcome) {
    if (!loop.now().isBefore(parcel.until())) {
      outcome.complete(new Carried.Expired());
      return;
    }
    if (!loop.now().isBefore(parcel.latest()) || !network.up) {
      outcome.complete(new Carried.Held("waited too long", 0));
      return;
    }
    inFlight++;
    Carried said = said(parcel);
    if (said instanceof Carried.Taken) {
      network.took(parcel);
      world.after(
          network.receiptAfter,
          () ->
              network.receipt(
                  parcel,
                  network.marks.containsKey(parcel.id()) || ours.contains(parcel.id()),
                  world.now().toEpochMilli()));
    }
    loop.after(
        ROUND_TRIP,
        () -> {
          inFlight--;
          if (said instanceof Carried.Taken) {
            ours.add(parcel.id());
            loop.after(GATHER, () -> network.marks.put(parcel.id(), new Marked(1, 1)));
          }
          outcome.complete(said);
          pump();
        });
  }

  /** The process is dead: what it knew and had not written is gone. */
  void die() {
    ours.clear();
  }

  private Carried said(Parcel parcel) {
    if (network.wrong.contains(parcel.number())) return new Carried.Refused("ESME_RINVDSTADR");
    if (network.throttling > 0) {
      network.throttling--;
      return new Carried.Later("ESME_RTHROTTLED", 0);
    }
    return new Carried.Taken(1);
  }

  @Override
  public CompletableFuture<Map<String, Marked>> marks(List<Tracked> parcels) {
    Map<String, Marked> found = new HashMap<>();
    for (Tracked parcel : parcels) {
      Marked marked = network.marks.get(parcel.id());
      if (marked != null) found.put(parcel.id(), marked);
      else if (ours.contains(parcel.id())) found.put(parcel.id(), new Marked(1, 1));
    }
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public CompletableFuture<List<Delivery>> deliveries(int most) {
    return CompletableFuture.completedFuture(
        network.deliveries.values().stream().limit(most).toList());
  }

  @Override
  public CompletableFuture<Void> read(List<Delivery> deliveries) {
    deliveries.forEach(one -> network.deliveries.remove(one.row()));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Map<String, Fate>> strays(List<Tracked> parcels) {
    Map<String, Fate> found = new HashMap<>();
    for (Tracked parcel : parcels) {
      Long at = network.strays.get(parcel.number());
      if (at != null && at >= parcel.sent().toEpochMilli()) found.put(parcel.id(), Fate.DELIVERED);
    }
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public List<Line> lines() {
    return List.of(new Line("iam", network.up, RATE, WINDOW, 10));
  }

  @Override
  public boolean spent(String feature) {
    return network.up && network.spent;
  }

  @Override
  public Optional<String> route(String link, String number) {
    return network.up ? Optional.of("iam") : Optional.empty();
  }
}
