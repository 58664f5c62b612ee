package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.StoreException;

/**
 * What a node's store does to it, by a seed: answers late, answers never though it has written,
 * refuses, and at some write is not there any more, as when the node dies.
 */
final class Weather implements FaultyStore.Plan {
  private static final Set<String> WRITES = Set.of("insert", "replaceIf", "deleteIf");

  private final SplittableRandom random;
  private final Loop loop;
  private boolean fair;
  private boolean dead;
  private boolean dying;

  Weather(SplittableRandom random, Loop loop) {
    this.random = random;
    this.loop = loop;
  }

  /** From now on nothing goes wrong any more. */
  void clear() {
    fair = true;
  }

  /** The node dies at its next write: before or after it. */
  void strike() {
    dying = true;
  }

  boolean dead() {
    return dead;
  }

  @Override
  public Fault next(String method, String collection) {
    if (dead) return new Fault.Refuse(StoreException.Kind.CLOSED);
    boolean write = WRITES.contains(method);
    if (dying && write) {
      dead = true;
      return random.nextBoolean()
          ? new Fault.LoseReply()
          : new Fault.Refuse(StoreException.Kind.CLOSED);
    }
    if (fair) return new Fault.Pass();
    return switch (random.nextInt(40)) {
      case 0 -> write ? new Fault.LoseReply() : new Fault.Pass();
      case 1 -> new Fault.Refuse(StoreException.Kind.BUSY);
      case 2, 3, 4, 5, 6, 7, 8, 9 -> new Fault.Hold(soon());
      case 10, 11 -> new Fault.Late(soon());
      default -> new Fault.Pass();
    };
  }

  private CompletableFuture<Void> soon() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    Loop.Cancel unused =
        loop.after(Duration.ofMillis(1 + random.nextInt(80)), () -> gate.complete(null));
    return gate;
  }
}
