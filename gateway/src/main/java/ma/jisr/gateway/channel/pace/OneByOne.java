package ma.jisr.gateway.channel.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;

/**
 * The messages to each person one after another: the next goes when the one before has got its
 * answer and a pause has passed since it went. So they arrive in order over several connections,
 * and a platform's limit for one chat is kept. Confined to a loop.
 */
public final class OneByOne {
  private final Loop loop;
  private final Duration pause;
  private final Function<Outbound, CompletableFuture<Sent>> send;
  private final Map<String, Line> lines = new HashMap<>();
  private int size;

  /** A message that waits. */
  private record Waiting(Outbound message, CompletableFuture<Sent> outcome) {}

  /** What waits for one person. */
  private static final class Line {
    final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Whether one is on its way, or the pause behind it lasts. */
    boolean resting;
  }

  /**
   * @param pause between two messages to one person
   * @param send sends one; its outcome may be told on any thread
   */
  public OneByOne(Loop loop, Duration pause, Function<Outbound, CompletableFuture<Sent>> send) {
    this.loop = loop;
    this.pause = pause;
    this.send = send;
  }

  /** Messages that wait for those before them. */
  public int size() {
    return size;
  }

  /** Sends it when its turn comes. */
  public void add(Outbound message, CompletableFuture<Sent> outcome) {
    String person = message.to().value();
    Line line = lines.computeIfAbsent(person, known -> new Line());
    line.waiting.add(new Waiting(message, outcome));
    size++;
    if (!line.resting) next(person, line);
  }

  private void next(String person, Line line) {
    Waiting waiting = line.waiting.poll();
    line.resting = waiting != null;
    if (waiting == null) {
      lines.remove(person);
      return;
    }
    size--;
    Instant rested = loop.now().plus(pause);
    loop.when(
        send.apply(waiting.message()),
        (sent, failure) -> {
          waiting.outcome().complete(sent == null ? new Sent.Uncertain("failed") : sent);
          Duration left = Duration.between(loop.now(), rested);
          if (left.isPositive()) loop.after(left, () -> next(person, line));
          else next(person, line);
        });
  }

  /** Gives all back that has not gone. */
  public void giveBack(String why) {
    for (Line line : lines.values()) {
      line.waiting.forEach(waiting -> waiting.outcome().complete(new Sent.Held(why)));
      line.waiting.clear();
    }
    size = 0;
  }
}
