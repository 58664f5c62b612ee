package ma.jisr.service.shops;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.base.Vault;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.ledger.BookKeeper;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.LedgerFollower;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * Everything about shops on one node.
 *
 * @param book that is asked
 * @param shelf from which it is read
 * @param codes that shops have
 * @param desk where they are changed
 * @param staff who serves in them
 * @param feed that tells of changes
 * @param worker for what takes long
 */
public record Shops(
    ShopBook book,
    Shelf<Shop> shelf,
    CodeBook codes,
    ShopDesk desk,
    ShopStaff staff,
    ChangeFeed feed,
    Executor worker) {
  /** The collections that the store is to be opened with. */
  public static final List<CollectionSpec> COLLECTIONS =
      List.of(ShopForm.SPEC, ShopCoding.SPEC, ShopStaff.SPEC);

  /**
   * @param gazetteer the present one
   * @param samples by id, listed beside the stored ones; empty in production
   * @param feed that tells of changes
   * @param vault names who serves in them
   * @param worker for what takes long
   */
  public static Shops on(
      Store store,
      Supplier<Gazetteer> gazetteer,
      Map<String, Shop> samples,
      Almanac almanac,
      ChangeFeed feed,
      Vault vault,
      InstantSource clock,
      Executor worker) {
    ShopBook book = new ShopBook(gazetteer, almanac);
    Shelf<Shop> shelf = new Shelf<>(store, ShopForm.INSTANCE, samples);
    CodeBook codes =
        new CodeBook(
            store,
            ShopCoding.INSTANCE,
            book::size,
            code -> book.byCode(code).map(s -> new CodeBook.Holder(s.id(), s.sample())));
    return new Shops(
        book,
        shelf,
        codes,
        new ShopDesk(store, shelf, book, feed, codes, gazetteer, clock),
        new ShopStaff(store, book, gazetteer, vault, clock),
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
  public LedgerFollower<Shop> follower() {
    return keeper().follower();
  }

  private BookKeeper<Shop> keeper() {
    return new BookKeeper<>(shelf, book, worker);
  }
}
