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
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.LedgerFollower;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.place.Gazetteer;
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
  /** Payees read at once: some 500 KB. */
  private static final int SLICE = 500;

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
    return shelf.inTurn(
        () -> {
          book.beginReading();
          return shelf
              .all(worker)
              .whenComplete(
                  (all, failure) -> {
                    if (all == null) book.abandonReading();
                    else book.endReading(all.values());
                  })
              .thenApply(_ -> book.size());
        });
  }

  /**
   * Brings the payees of these ids into the book as they are now; those that are no longer there
   * leave it. For what a batch has changed.
   */
  public CompletableFuture<Void> refresh(Collection<String> ids) {
    List<String> sorted = ids.stream().sorted().toList();
    return shelf.inTurn(
        () -> {
          CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
          for (int from = 0; from < sorted.size(); from += SLICE) {
            List<String> some = sorted.subList(from, Math.min(sorted.size(), from + SLICE));
            all =
                all.thenCompose(_ -> shelf.getAll(some))
                    .thenAcceptAsync(found -> book.take(some, found), worker);
          }
          return all;
        });
  }

  /** Who brings what other nodes change into the book. */
  public LedgerFollower<PayeeEntry> follower() {
    return new LedgerFollower<>(shelf, book::put);
  }
}
