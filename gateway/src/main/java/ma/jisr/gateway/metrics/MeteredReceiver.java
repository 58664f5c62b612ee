package ma.jisr.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;

/**
 * A receiver that measures what channels bring: how many of each kind, how long until each was
 * durable and acknowledged, how many were refused.
 */
public final class MeteredReceiver implements Receiver {
  private final Receiver inner;
  private final Meters meters;
  private final LongSupplier nanos;
  private final Map<String, Link> links = new ConcurrentHashMap<>();

  public MeteredReceiver(Receiver inner, Meters meters, LongSupplier nanos) {
    this.inner = inner;
    this.meters = meters;
    this.nanos = nanos;
  }

  /** The meters of one link, resolved once; links are those of the settings. */
  private static final class Link {
    final Map<Inbound.Act, Counter> accepted = new EnumMap<>(Inbound.Act.class);
    final Map<Inbound.Act, Counter> refused = new EnumMap<>(Inbound.Act.class);
    final Timer durable;

    Link(Meters meters, String link) {
      for (Inbound.Act act : Inbound.Act.values()) {
        accepted.put(act, counter(meters, link, act, "accepted"));
        refused.put(act, counter(meters, link, act, "refused"));
      }
      durable = meters.timer("mo.acknowledged", "link", link);
    }

    private static Counter counter(Meters meters, String link, Inbound.Act act, String outcome) {
      return meters.counter(
          "messages", "link", link, "way", "MO", "kind", act.name(), "outcome", outcome);
    }
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    inner.accept(inbound, measured(inbound.link(), inbound.act(), acknowledgement));
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    inner.part(fragment, measured(fragment.link(), Inbound.Act.MESSAGE, acknowledgement));
  }

  private Acknowledgement measured(String id, Inbound.Act act, Acknowledgement acknowledgement) {
    Link known = links.get(id);
    Link link = known == null ? links.computeIfAbsent(id, l -> new Link(meters, l)) : known;
    long begun = nanos.getAsLong();
    return new Acknowledgement() {
      @Override
      public void accepted() {
        acknowledgement.accepted();
        Objects.requireNonNull(link.accepted.get(act)).increment();
        link.durable.record(nanos.getAsLong() - begun, TimeUnit.NANOSECONDS);
      }

      @Override
      public void busy() {
        acknowledgement.busy();
        Objects.requireNonNull(link.refused.get(act)).increment();
      }
    };
  }

  @Override
  public void taken(Taken segment) {
    inner.taken(segment);
  }

  @Override
  public void ready(String link) {
    inner.ready(link);
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    inner.receipt(receipt, acknowledgement);
  }
}
