package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines on the real embedded store, both with the person in memory. */
class TwoNodesOnSqliteTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void aTimerFiresOnceAndACallOfTheSilentNodeIsMadeAgain() throws TimeoutException {
    Keys keys = TestGateway.keys();
    try (Store store = SqliteStore.scratch(folder, SessionCollections.specs())) {
      TestGateway one = node(store, keys, "p1", TestGateway.START);
      TestGateway two = node(store, keys, "p2", TestGateway.START.plusSeconds(2));
      one.sms("a", "timer");
      until(store, () -> one.acks.size() == 1, one);
      two.sms("b", "command pay");
      until(store, () -> two.asked.size() == 1, two);
      until(store, () -> said("time is up", one, two) == 1 && !one.asked.isEmpty(), one, two);
      for (int i = 0; i < 100; i++) pass(store, one, two);
      assertEquals(1, said("time is up", one, two));
      assertEquals(two.asked.getFirst().key(), one.asked.getFirst().key());
    }
  }

  private static TestGateway node(Store store, Keys keys, String process, Instant clock) {
    return new TestGateway(store, keys, new VirtualLoop(clock), SessionSettings.of(process, false));
  }

  private static long said(String text, TestGateway... nodes) {
    return Stream.of(nodes)
        .flatMap(node -> node.channel.given.stream())
        .filter(o -> o.text().equals(text))
        .map(Outbound::id)
        .distinct()
        .count();
  }

  /** A second for each node, with time for the store to answer. */
  private static void pass(Store store, TestGateway... nodes) throws TimeoutException {
    for (TestGateway node : nodes) {
      node.pass(Duration.ofSeconds(1));
      node.loop.await(store.scan(SessionCollections.PEOPLE, "", 1), PATIENCE);
      node.loop.run();
    }
  }

  private static void until(Store store, BooleanSupplier so, TestGateway... nodes)
      throws TimeoutException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      pass(store, nodes);
      if (System.nanoTime() > end) throw new TimeoutException("not so within " + PATIENCE);
    }
  }
}
