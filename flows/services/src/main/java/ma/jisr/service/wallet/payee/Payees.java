package ma.jisr.service.wallet.payee;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.base.Vault;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.BookKeeper;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.LedgerFollower;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.Holding;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * The register of payees on one node.
 *
 * @param book that is asked
 * @param shelf from which it is read
 * @param codes that payees have
 * @param desk where they are changed
 * @param vault names and seals the numbers of who is told of payments
 * @param feed that tells of changes
 * @param worker for what takes long
 */
public record Payees(
    PayeeBook book,
    Shelf<PayeeEntry> shelf,
    CodeBook codes,
    PayeeDesk desk,
    Vault vault,
    ChangeFeed feed,
    Executor worker) {
  /** The collections that the store is to be opened with. */
  public static final List<CollectionSpec> COLLECTIONS = List.of(PayeeForm.SPEC, PayeeCoding.SPEC);

  /**
   * @param gazetteer the present one
   * @param samples by id, listed beside the stored ones; empty in production
   * @param feed that tells of changes
   * @param vault under this part's key
   * @param worker for what takes long
   */
  public static Payees on(
      Store store,
      Supplier<Gazetteer> gazetteer,
      Map<String, PayeeEntry> samples,
      ChangeFeed feed,
      Vault vault,
      InstantSource clock,
      Executor worker) {
    PayeeBook book = new PayeeBook(gazetteer);
    Shelf<PayeeEntry> shelf = new Shelf<>(store, PayeeForm.INSTANCE, samples);
    CodeBook codes =
        new CodeBook(
            store,
            PayeeCoding.INSTANCE,
            book::size,
            code -> book.byCode(code).map(s -> new CodeBook.Holder(s.id(), s.sample())));
    return new Payees(
        book,
        shelf,
        codes,
        new PayeeDesk(store, shelf, book, feed, codes, gazetteer, clock),
        vault,
        feed,
        worker);
  }

  /** Reads all of them into the book; gives how many are in use. One reading at a time. */
  public CompletableFuture<Integer> reload() {
    return keeper().reload();
  }

  /** Brings those of these ids into the book as they are now: for what a batch has changed. */
  public CompletableFuture<Void> refresh(Collection<String> ids) {
    return keeper().refresh(ids);
  }

  /** Who brings what other nodes change into the book. */
  public LedgerFollower<PayeeEntry> follower() {
    return keeper().follower();
  }

  /** What it keeps of people. */
  public Holding holding() {
    return new PayeeHolding(this);
  }

  private BookKeeper<PayeeEntry> keeper() {
    return new BookKeeper<>(shelf, book, worker);
  }
}
