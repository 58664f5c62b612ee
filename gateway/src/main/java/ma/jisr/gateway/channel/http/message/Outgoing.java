package ma.jisr.gateway.channel.http.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.pace.Pacer;
import ma.jisr.gateway.channel.pace.Shares;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait to be posted: held back by the window, the pace, and a pause of the whole
 * link when the provider throttles. Confined to the link's loop.
 */
final class Outgoing {
  /** Pauses 1, 2, 4, 8, 16 and 32 times the first; then the sender decides. */
  private static final int TRIES = 6;

  /** Longest pause that a provider may ask for. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Loop loop;
  private final HttpMessageLink link;
  private final Consumer<Letter> post;
  private final Shares<Letter> waiting = new Shares<>();
  private final Deque<Letter> again = new ArrayDeque<>();
  private final Pacer pacer;
  private Loop.@Nullable Cancel timer;
  private Instant pausedUntil = Instant.MIN;
  private int throttled;
  private int inFlight;

  /** A message on its way. */
  static final class Letter {
    final Outbound message;
    final CompletableFuture<Sent> outcome;
    private int tries;

    Letter(Outbound message, CompletableFuture<Sent> outcome) {
      this.message = message;
      this.outcome = outcome;
    }
  }

  /**
   * @param post begins to send one; {@link #settled} is to be called with what became of it
   */
  Outgoing(Loop loop, HttpMessageLink link, Consumer<Letter> post) {
    this.loop = loop;
    this.link = link;
    this.post = post;
    this.pacer = new Pacer(link.rate(), loop.now());
  }

  int size() {
    return waiting.size() + again.size();
  }

  int inFlight() {
    return inFlight;
  }

  /** Whether there is room for another. */
  boolean takes() {
    return size() < link.queued();
  }

  void add(Letter letter) {
    waiting.add(Shares.Kind.of(letter.message.urgency()), letter);
    pump();
  }

  /** Posts what may go now. */
  private void pump() {
    Instant now = loop.now();
    while (size() > 0 && inFlight < (throttled > 0 ? 1 : link.window())) {
      Letter next = again.isEmpty() ? waiting.peek() : again.element();
      if (over(next, now)) {
        drop();
      } else if (pausedUntil.isAfter(now)) {
        wake(Duration.between(now, pausedUntil));
        return;
      } else if (!pacer.take(now)) {
        wake(pacer.pause());
        return;
      } else {
        inFlight++;
        post.accept(again.isEmpty() ? waiting.take() : again.remove());
      }
    }
  }

  private static boolean over(Letter letter, Instant now) {
    Outbound message = letter.message;
    if (!now.isBefore(message.until())) letter.outcome.complete(new Sent.Expired());
    else if (!now.isBefore(message.latest())) letter.outcome.complete(new Sent.Held("too late"));
    else return false;
    return true;
  }

  private void drop() {
    if (again.isEmpty()) waiting.drop();
    else again.remove();
  }

  /** What became of one that was posted. */
  void settled(Letter letter, Verdict verdict) {
    inFlight--;
    if (verdict instanceof Verdict.Throttled(var pause)) {
      Duration usual = link.timers().throttled().multipliedBy(1L << Math.min(throttled, TRIES - 1));
      Duration wished = pause.orElse(usual);
      pausedUntil = loop.now().plus(wished.compareTo(LONGEST) > 0 ? LONGEST : wished);
      throttled++;
      if (++letter.tries < TRIES) again.addFirst(letter);
      else letter.outcome.complete(new Sent.Later("throttled"));
    } else {
      throttled = 0;
      letter.outcome.complete(sent(verdict));
    }
    pump();
  }

  private static Sent sent(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Taken taken ->
          new Sent.Taken(taken.id().isEmpty() ? List.of() : List.of(taken.id()));
      case Verdict.Throttled ignored -> new Sent.Later("throttled");
      case Verdict.LockedOut out -> new Sent.Held(out.status());
      case Verdict.Later later -> new Sent.Later(later.status());
      case Verdict.Refused refused -> new Sent.Refused(refused.status());
      case Verdict.Unsure unsure -> new Sent.Uncertain(unsure.status());
    };
  }

  private void wake(Duration pause) {
    if (timer == null)
      timer =
          loop.after(
              pause,
              () -> {
                timer = null;
                pump();
              });
  }

  /** Gives all back that has not been posted. */
  void giveBack(String why) {
    for (Letter letter : again) letter.outcome.complete(new Sent.Held(why));
    again.clear();
    for (Letter letter : waiting.clear()) letter.outcome.complete(new Sent.Held(why));
  }
}
