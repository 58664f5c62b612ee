package ma.jisr.store.sqlite;

import java.nio.file.Path;
import ma.jisr.store.Store;
import ma.jisr.store.StoreContract;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
final class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  protected Store open() {
    return SqliteStore.open(folder.resolve("data"), SPECS);
  }
}
