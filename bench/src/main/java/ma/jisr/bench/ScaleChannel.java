package ma.jisr.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;

/** A link that takes everything at once and names it as an SMSC does: numbers that count up. */
final class ScaleChannel implements Channel {
  private final AtomicLong names = new AtomicLong(System.currentTimeMillis() * 1_000);

  @Override
  public String link() {
    return "rig";
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    return CompletableFuture.completedFuture(
        new Sent.Taken(List.of(Long.toHexString(names.incrementAndGet()))));
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
