package ma.jisr.bench.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import org.jspecify.annotations.Nullable;

/**
 * A link to phones that only count: paced, with a window and a time to answer as an operator's.
 * What it has taken is written where it outlives the process. Confined to its loop.
 */
final class Flood implements Channel {
  static final String LINK = "flood";

  private static final Duration TICK = Duration.ofMillis(2);

  private final Loop loop;
  private final Phones phones;
  private final Shape shape;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private @Nullable Receiver receiver;
  private double tokens;
  private Instant at;
  private boolean ticking;
  private int inFlight;
  private long taken;

  /**
   * @param rate messages a second
   * @param window unanswered at a time
   * @param answer how long an answer takes
   */
  record Shape(int rate, int window, Duration answer) {}

  private record Waiting(Outbound message, CompletableFuture<Sent> outcome) {}

  Flood(Loop loop, Phones phones, Shape shape) {
    this.loop = loop;
    this.phones = phones;
    this.shape = shape;
    this.at = loop.now();
  }

  @Override
  public String link() {
    return LINK;
  }

  @Override
  public CompletableFuture<Void> start(Receiver to) {
    receiver = to;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    CompletableFuture<Sent> outcome = new CompletableFuture<>();
    loop.execute(
        () -> {
          queue.add(new Waiting(outbound, outcome));
          pump();
        });
    return outcome;
  }

  private void pump() {
    Instant now = loop.now();
    double most = Math.max(1, shape.rate() / 10.0);
    double more = Duration.between(at, now).toNanos() * (double) shape.rate() / 1e9;
    tokens = Math.min(most, tokens + more);
    at = now;
    while (!queue.isEmpty() && tokens >= 1 && inFlight < shape.window()) {
      tokens--;
      write(queue.remove(), now);
    }
    if (!queue.isEmpty() && !ticking) {
      ticking = true;
      loop.after(
          TICK,
          () -> {
            ticking = false;
            pump();
          });
    }
  }

  private void write(Waiting next, Instant now) {
    if (!now.isBefore(next.message().latest())) {
      next.outcome().complete(new Sent.Held("waited too long"));
      return;
    }
    inFlight++;
    phones.got(Crowd.place(next.message().to().value()));
    loop.after(shape.answer(), () -> answered(next));
  }

  private void answered(Waiting next) {
    inFlight--;
    String name = Long.toHexString(taken++) + '-' + System.identityHashCode(this);
    if (receiver != null)
      receiver.taken(new Taken(LINK, LINK, next.message(), 1, 1, name, loop.now()));
    next.outcome().complete(new Sent.Taken(List.of(name)));
    pump();
  }

  @Override
  public boolean up() {
    return true;
  }

  @Override
  public CompletableFuture<Void> drain() {
    return CompletableFuture.completedFuture(null);
  }
}
