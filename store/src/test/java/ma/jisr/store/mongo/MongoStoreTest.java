package ma.jisr.store.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import ma.jisr.store.Store;
import ma.jisr.store.StoreContract;
import org.junit.jupiter.api.AfterEach;

/** The contract on the MongoDB driver, against a server of the test's own. */
final class MongoStoreTest extends StoreContract {
  private final MongoServer server = new MongoServer(new MemoryBackend());

  @Override
  protected Store open() {
    return MongoStore.open(server.bindAndGetConnectionString() + "/jisr", SPECS);
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }
}
