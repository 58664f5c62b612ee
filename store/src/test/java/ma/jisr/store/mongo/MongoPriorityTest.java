package ma.jisr.store.mongo;

import static ma.jisr.store.UnderTest.doc;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.UnderTest;
import org.junit.jupiter.api.Test;

/** Turns before background on MongoDB, too: in the next batch, with a little of it behind them. */
final class MongoPriorityTest {
  /** As many background writes as ride with turns: one call fills what a batch has for them. */
  private static final int RIDE = 100;

  @Test
  void aTurnOvertakesWhatIsQueuedInTheBackground() throws InterruptedException {
    Held backend = new Held();
    MongoServer server = new MongoServer(backend);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    try (MongoStore store =
        MongoStore.open(server.bindAndGetConnectionString() + "/jisr", UnderTest.SPECS)) {
      List<CompletableFuture<?>> all = new ArrayList<>();
      all.add(store.insert("people", List.of(doc("holder", "{}")), Priority.TURN));
      backend.reached.await();
      for (String name : List.of("first", "second", "third"))
        all.add(
            store.insert("people", many(name), Priority.BACKGROUND).thenRun(() -> order.add(name)));
      all.add(
          store
              .insert("people", List.of(doc("turn", "{}")), Priority.TURN)
              .thenRun(() -> order.add("turn")));
      backend.release.countDown();
      all.forEach(UnderTest::get);
      assertEquals(List.of("turn", "first", "second", "third"), order);
    } finally {
      server.shutdownNow();
    }
  }

  private static List<Document> many(String name) {
    List<Document> many = new ArrayList<>();
    for (int i = 0; i < RIDE; i++) many.add(doc(name + i, "{}"));
    return many;
  }

  /** A server that answers no insert until it is let go. */
  private static final class Held extends MemoryBackend {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    public de.bwaldvogel.mongo.bson.Document handleCommand(
        Channel channel,
        String databaseName,
        String command,
        de.bwaldvogel.mongo.bson.Document query) {
      if (command.equals("insert")) {
        reached.countDown();
        try {
          release.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return super.handleCommand(channel, databaseName, command, query);
    }
  }
}
