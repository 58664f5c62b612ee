package ma.jisr.service.wallet.claim;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Payments, as claims ask them. Callable from any thread; each may be repeated. */
public interface Disputes {
  /** A payment of somebody's as it stands now; empty where they have none of this reference. */
  CompletableFuture<Optional<Evidence>> evidence(String person, String reference);

  /** Takes no more payments from somebody. */
  CompletableFuture<Void> block(String person);

  /**
   * Has a payment given back, as a payment linked to it.
   *
   * @param key names the wish: repeated, it is given back once
   * @param claim on whose account, by number
   * @param by the id of the account that decided it
   */
  CompletableFuture<Back> giveBack(String key, String reference, String claim, String by);

  /** What became of a wish to give back. */
  enum Back {
    /** Its provider is going to be asked, or has been. */
    BEGUN,
    /** It is not known whether it was paid: to be asked again. */
    LATER,
    /** Nothing was paid, or it has gone back already. */
    NOTHING_PAID,
    /** Its provider takes no such wish from here: it must be settled with it otherwise. */
    NOT_HERE
  }
}
