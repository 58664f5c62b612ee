package ma.jisr.service.wallet.payment;

import java.util.Set;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/** A node's store that ends with it: after so many writes it answers nothing any more. */
final class Mortal implements FaultyStore.Plan {
  /** What becomes of the write at which the node dies. */
  enum Death {
    BEFORE,
    AFTER
  }

  private static final Set<String> WRITES = Set.of("insert", "replaceIf", "deleteIf");

  private final Death death;
  private int left;

  private Mortal(int writes, Death death) {
    this.left = writes;
    this.death = death;
  }

  /** Lives for so many writes; the next is its last. */
  static Store of(Store store, int writes, Death death) {
    return new FaultyStore(store, new Mortal(writes, death));
  }

  @Override
  public Fault next(String method, String collection) {
    if (left < 0) return new Fault.Refuse(StoreException.Kind.CLOSED);
    if (!WRITES.contains(method) || left-- > 0) return new Fault.Pass();
    return death == Death.BEFORE
        ? new Fault.Refuse(StoreException.Kind.CLOSED)
        : new Fault.LoseReply();
  }
}
