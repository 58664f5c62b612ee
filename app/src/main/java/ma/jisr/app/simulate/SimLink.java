package ma.jisr.app.simulate;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/** One process's bind to the simulated SMSC. */
final class SimLink implements Channel {
  /** The only link of these worlds. */
  static final String ID = "sim";

  private final SimProcess process;
  private final Centre centre;
  private @Nullable Receiver receiver;

  SimLink(SimProcess process, Centre centre) {
    this.process = process;
    this.centre = centre;
  }

  @Override
  public String link() {
    return ID;
  }

  @Override
  public CompletableFuture<Void> start(Receiver to) {
    receiver = to;
    return CompletableFuture.completedFuture(null);
  }

  /** Where this bind's MOs go. */
  Receiver receiver() {
    return Objects.requireNonNull(receiver, "not started");
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    return process.alive() ? centre.submit(process, outbound) : new CompletableFuture<>();
  }

  @Override
  public boolean up() {
    return process.bound();
  }

  @Override
  public CompletableFuture<Void> drain() {
    return CompletableFuture.completedFuture(null);
  }
}
