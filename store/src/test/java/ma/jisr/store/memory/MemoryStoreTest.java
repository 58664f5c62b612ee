package ma.jisr.store.memory;

import ma.jisr.store.Store;
import ma.jisr.store.StoreContract;

/** The contract in memory: what the simulated world stands on keeps the same promises. */
final class MemoryStoreTest extends StoreContract {
  @Override
  protected Store open() {
    return new MemoryStore(SPECS);
  }
}
