package ma.jisr.service.challenges.register;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
 * The register of challenges on one node.
 *
 * @param book that is asked
 * @param shelf from which it is read
 * @param codes that files promise
 * @param desk where they are changed
 * @param vault names and seals the numbers of who answers for them
 * @param feed that tells of changes
 * @param worker for what takes long
 */
public record Challenges(
    ChallengeBook book,
    Shelf<Challenge> shelf,
    CodeBook codes,
    ChallengeDesk desk,
    Vault vault,
    ChangeFeed feed,
    Executor worker) {
  /** The collections that the store is to be opened with. */
  public static final List<CollectionSpec> COLLECTIONS =
      List.of(ChallengeForm.SPEC, ChallengeCoding.SPEC);

  /**
   * @param gazetteer the present one
   * @param starter what there is where nobody has changed it
   * @param feed that tells of changes
   * @param vault under this part's key
   * @param worker for what takes long
   */
  public static Challenges on(
      Store store,
      Supplier<Gazetteer> gazetteer,
      Starter starter,
      ChangeFeed feed,
      Vault vault,
      InstantSource clock,
      Executor worker) {
    ChallengeBook book = new ChallengeBook(starter.themes());
    Shelf<Challenge> shelf = new Shelf<>(store, ChallengeForm.INSTANCE, starter.challenges());
    CodeBook codes =
        new CodeBook(store, ChallengeCoding.INSTANCE, book::size, code -> Optional.empty());
    return new Challenges(
        book,
        shelf,
        codes,
        new ChallengeDesk(store, shelf, book, feed, gazetteer, clock),
        vault,
        feed,
        worker);
  }

  /** Reads all of them into the book; gives how many there are. One reading at a time. */
  public CompletableFuture<Integer> reload() {
    return keeper().reload();
  }

  /** Brings those of these codes into the book as they are now: for what a batch has changed. */
  public CompletableFuture<Void> refresh(Collection<String> ids) {
    return keeper().refresh(ids);
  }

  /** Who brings what other nodes change into the book. */
  public LedgerFollower<Challenge> follower() {
    return keeper().follower();
  }

  /** What it keeps of who answers for them. */
  public Holding holding() {
    return new KeeperHolding(this);
  }

  private BookKeeper<Challenge> keeper() {
    return new BookKeeper<>(shelf, book, worker);
  }
}
