package ma.jisr.service.proof;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * Who has asked for codes, by a pseudonym.
 *
 * @param proofs that are asked for
 */
public record ProofHolding(Proofs proofs) implements Holding {
  @Override
  public String name() {
    return "proofs";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return proofs
        .knows(who.person())
        .thenApply(
            known -> known ? List.of(new Held("proofs", "proofs_why", 1, "days_30")) : List.of());
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return proofs.forget(who.person());
  }
}
