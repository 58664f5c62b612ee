package ma.jisr.service.wallet.payment;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/** What is remembered of payers, by pseudonym. Callable from any thread. */
final class Payers {
  static final CollectionSpec SPEC =
      new CollectionSpec("payers", CollectionSpec.Area.LIVE, List.of());

  private final Store store;

  Payers(Store store) {
    this.store = store;
  }

  CompletableFuture<Payer> get(String payer) {
    return store
        .get(SPEC.name(), payer)
        .thenApply(
            found -> found.map(d -> PaymentJson.read(d.json(), Payer.class)).orElse(Payer.NEW));
  }

  /** Forgets whom a number has paid; that its holder has forbidden payments stays. */
  CompletableFuture<Void> forget(String payer) {
    return change(payer, "erased", before -> Payer.NEW.blocking(before.blocked()))
        .thenApply(_ -> null);
  }

  /**
   * @param writeId of this change of this payer: repeated it means the same
   */
  CompletableFuture<Payer> change(String payer, String writeId, UnaryOperator<Payer> by) {
    return Rewrite.of(
        store,
        SPEC.name(),
        payer,
        writeId,
        Priority.TURN,
        found -> {
          Payer before = found.map(json -> PaymentJson.read(json, Payer.class)).orElse(Payer.NEW);
          Payer after = by.apply(before);
          if (after.equals(before)) return Rewrite.Change.none(after);
          return new Rewrite.Change<>(
              PaymentJson.write(after, found.orElse("{}")).toString(), after);
        });
  }
}
