package ma.jisr.store.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.store.Store;
import ma.jisr.store.StoreContract;
import org.junit.jupiter.api.AfterAll;

/**
 * The contract on the MongoDB driver, against a server of the tests' own: a database each, since
 * stopping a server takes longer than most of them.
 */
final class MongoStoreTest extends StoreContract {
  private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
  private static final String ADDRESS = SERVER.bindAndGetConnectionString();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final String database = "/jisr" + DATABASES.incrementAndGet();

  @Override
  protected Store open() {
    return MongoStore.open(ADDRESS + database, SPECS);
  }

  @AfterAll
  static void stop() {
    SERVER.shutdownNow();
  }
}
