package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same engine on the real embedded store: what one process wrote, the next goes on with. */
class SqliteRestartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final Keys keys = TestGateway.keys();

  @Test
  void aRedialAfterARestartFindsTheCallStillToBeAnswered() throws TimeoutException {
    try (Store store = SqliteStore.open(folder, SessionCollections.specs())) {
      TestGateway before = new TestGateway(store, keys, "p1", TestGateway.START);
      before.dial("a", "d1");
      until(before, () -> before.acks.size() == 1);
      before.key("b", "d1", "command pay");
      until(before, () -> before.acks.size() == 2 && before.asked.size() == 1);
    }
    try (Store store = SqliteStore.open(folder, SessionCollections.specs())) {
      TestGateway after = new TestGateway(store, keys, "p2", TestGateway.START.plusSeconds(60));
      until(after, () -> after.asked.size() == 1);
      after.dial("c", "d2");
      until(after, () -> after.channel.given.size() == 1);
      after.answer("shop.do", "paid");
      until(after, () -> after.channel.given.size() == 2);
      assertEquals("SCREEN done paid", after.channel.texts().getLast());
      assertTrue(after.acks.contains("c accepted"));
    }
  }

  /** Runs the loop as the store's thread answers, until it is so. */
  private static void until(TestGateway gateway, BooleanSupplier so) throws TimeoutException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      CompletableFuture<Void> one = new CompletableFuture<>();
      gateway.loop.execute(() -> one.complete(null));
      gateway.loop.await(one, PATIENCE);
      if (System.nanoTime() > end) throw new TimeoutException("not so within " + PATIENCE);
      Thread.onSpinWait();
    }
  }
}
