package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.metrics.Counters;
import org.jspecify.annotations.Nullable;

/**
 * Who sends one person's outbox, after each durable write of it: screens at once, messages one
 * after another so that their order holds through retries. Confined to the person's loop. It
 * changes no document: the next write takes over what became of the entries ({@link #trim}).
 */
public final class Postman {
  private final Loop loop;
  private final Channels channels;
  private final Counters counters;
  private final ReturnPaths paths;
  private final Function<String, Optional<Address>> addresses;
  private final BiConsumer<OutboxEntry, Sent> settled;

  private final Set<String> offered = new HashSet<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private final Map<String, OutboxEntry> retried = new HashMap<>();
  private List<OutboxEntry> outbox = List.of();
  private @Nullable String inFlight;
  private Loop.@Nullable Cancel alarm;

  /**
   * @param addresses the person's address by scheme
   * @param settled told of every outcome, on the loop; the document should be written soon when the
   *     entry is a message
   */
  public Postman(
      Loop loop,
      Channels channels,
      Counters counters,
      ReturnPaths paths,
      Function<String, Optional<Address>> addresses,
      BiConsumer<OutboxEntry, Sent> settled) {
    this.loop = loop;
    this.channels = channels;
    this.counters = counters;
    this.paths = paths;
    this.addresses = addresses;
    this.settled = settled;
  }

  /**
   * Takes an outbox that an earlier process or another node wrote: its screens are history.
   *
   * @param over whether its writer is gone, so that its messages need not wait for their time
   */
  public void inherit(List<OutboxEntry> stored, boolean over) {
    Instant now = loop.now();
    for (OutboxEntry entry : stored) {
      if (entry.returnPath()) offered.add(entry.id());
      else if (!over && entry.next().isAfter(now) && !known(entry))
        retried.put(entry.id(), entry.again(entry.next(), entry.doubted()));
    }
    outbox = stored;
  }

  private boolean known(OutboxEntry entry) {
    return entry.id().equals(inFlight)
        || gone.contains(entry.id())
        || retried.containsKey(entry.id());
  }

  /** Sends what is new and due of an outbox that has just become durable. */
  public void post(List<OutboxEntry> durable) {
    outbox = durable;
    Set<String> kept = new HashSet<>();
    for (OutboxEntry entry : durable) kept.add(entry.id());
    offered.retainAll(kept);
    gone.retainAll(kept);
    retried.keySet().retainAll(kept);
    for (OutboxEntry entry : durable)
      if (entry.returnPath() && offered.add(entry.id())) screen(entry);
    messages();
  }

  /**
   * Answers a repeated input with the screen that answered it the first time, unless that is still
   * under way.
   */
  public void repeat(OutboxEntry entry, Instant until) {
    screen(entry, until);
  }

  /** The outbox without what is gone and with what is to be tried again, for the next write. */
  public List<OutboxEntry> trim(List<OutboxEntry> stored) {
    if (gone.isEmpty() && retried.isEmpty()) return stored;
    List<OutboxEntry> left = new ArrayList<>(stored.size());
    for (OutboxEntry entry : stored)
      if (!gone.contains(entry.id())) left.add(retried.getOrDefault(entry.id(), entry));
    return left;
  }

  /** Whether a message is under way, or an outcome waits to be written. */
  public boolean busy() {
    return inFlight != null || !gone.isEmpty() || alarm != null;
  }

  /** Forgets its timer; what is stored is found again by whoever looks at {@code due}. */
  public void dismiss() {
    if (alarm != null) alarm.cancel();
    alarm = null;
    outbox = List.of();
  }

  private void screen(OutboxEntry entry) {
    screen(entry, entry.until());
  }

  private void screen(OutboxEntry entry, Instant until) {
    if (!paths.open(entry.dialogue())) finish(entry, new Sent.Unseen("closed"));
    else if (!loop.now().isBefore(until)) finish(entry, new Sent.Unseen("too late"));
    else if (shown.add(entry.id()))
      loop.when(
          send(entry),
          (sent, failure) -> {
            shown.remove(entry.id());
            finish(entry, orUncertain(sent));
          });
  }

  /** The first message that is not gone goes, when its time has come and none is under way. */
  private void messages() {
    if (inFlight != null) return;
    if (alarm != null) alarm.cancel();
    alarm = null;
    for (OutboxEntry stored : outbox) {
      if (stored.returnPath() || gone.contains(stored.id())) continue;
      OutboxEntry entry = retried.getOrDefault(stored.id(), stored);
      Instant now = loop.now();
      if (entry.tries() > 0 && entry.next().isAfter(now)) {
        alarm = loop.after(Duration.between(now, entry.next()), this::messages);
      } else if (!now.isBefore(entry.until())) {
        gone.add(entry.id());
        finish(entry, new Sent.Refused("expired"));
        continue;
      } else {
        inFlight = entry.id();
        loop.when(send(entry), (sent, failure) -> message(entry, orUncertain(sent)));
      }
      return;
    }
  }

  private void message(OutboxEntry entry, Sent sent) {
    inFlight = null;
    OutboxEntry again = RetryPolicy.next(entry, sent, loop.now());
    if (again == null) {
      gone.add(entry.id());
      retried.remove(entry.id());
    } else {
      retried.put(entry.id(), again);
    }
    finish(entry, sent);
    messages();
  }

  private CompletableFuture<Sent> send(OutboxEntry entry) {
    Channel channel = channels.of(entry.link());
    Address to = addresses.apply(entry.scheme()).orElse(null);
    if (channel == null) return CompletableFuture.completedFuture(new Sent.Refused("no such link"));
    if (to == null) return CompletableFuture.completedFuture(new Sent.Refused("no address"));
    return channel.send(
        new Outbound(entry.id(), entry.kind(), to, entry.code(), entry.text(), entry.dialogue()));
  }

  private void finish(OutboxEntry entry, Sent sent) {
    counters.count("delivery", Map.of("link", entry.link(), "outcome", name(sent)));
    settled.accept(entry, sent);
  }

  private static Sent orUncertain(@Nullable Sent sent) {
    return sent == null ? new Sent.Uncertain("failed") : sent;
  }

  /** The outcome in one word, with the protocol's status where there is one. */
  public static String name(Sent sent) {
    return switch (sent) {
      case Sent.Taken taken -> "taken";
      case Sent.Later later -> "later: " + later.status();
      case Sent.Refused refused -> "refused: " + refused.status();
      case Sent.Uncertain uncertain -> "uncertain: " + uncertain.status();
      case Sent.Unseen unseen -> "unseen: " + unseen.status();
    };
  }
}
