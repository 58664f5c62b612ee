package ma.jisr.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/**
 * A channel that measures what is sent: how many of each kind came to which end, and how long the
 * peer took to answer.
 */
public final class MeteredChannel implements Channel {
  /** What can become of a text; anything new is counted as the last. */
  private static final List<String> OUTCOMES =
      List.of("Taken", "Held", "Later", "Refused", "Uncertain", "Unseen", "Expired", "other");

  private final Channel inner;
  private final LongSupplier nanos;
  private final Timer answered;
  private final Map<Class<?>, Integer> outcomes = new HashMap<>();
  private final Map<Outbound.Kind, List<Counter>> counters = new EnumMap<>(Outbound.Kind.class);

  public MeteredChannel(Channel inner, Meters meters, LongSupplier nanos) {
    this.inner = inner;
    this.nanos = nanos;
    answered = meters.timer("mt.answered", "link", inner.link());
    for (Class<?> sent : Sent.class.getPermittedSubclasses()) {
      int known = OUTCOMES.indexOf(sent.getSimpleName());
      outcomes.put(sent, known < 0 ? OUTCOMES.size() - 1 : known);
    }
    for (Outbound.Kind kind : Outbound.Kind.values())
      counters.put(
          kind, OUTCOMES.stream().map(o -> counter(meters, inner.link(), kind.name(), o)).toList());
  }

  private static Counter counter(Meters meters, String link, String kind, String outcome) {
    String word = outcome.toLowerCase(Locale.ROOT);
    return meters.counter("messages", "link", link, "way", "MT", "kind", kind, "outcome", word);
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    long begun = nanos.getAsLong();
    return inner
        .send(outbound)
        .whenComplete((sent, failure) -> answered(outbound.kind(), sent, begun));
  }

  private void answered(Outbound.Kind kind, @Nullable Sent sent, long begun) {
    int outcome =
        sent == null
            ? OUTCOMES.size() - 1
            : outcomes.getOrDefault(sent.getClass(), OUTCOMES.size() - 1);
    Objects.requireNonNull(counters.get(kind)).get(outcome).increment();
    if (sent instanceof Sent.Taken)
      answered.record(nanos.getAsLong() - begun, TimeUnit.NANOSECONDS);
  }

  @Override
  public String link() {
    return inner.link();
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    return inner.start(receiver);
  }

  @Override
  public boolean up() {
    return inner.up();
  }

  @Override
  public String state() {
    return inner.state();
  }

  @Override
  public CompletableFuture<Void> drain() {
    return inner.drain();
  }
}
