package ma.jisr.service.wallet.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * What somebody disputes. Claims are kept as the payments are that they are about, and go on: once
 * somebody is erased theirs are nobody's, and what comes of them is told to nobody.
 */
final class ClaimHolding implements Holding {
  private final ClaimStore claims;

  ClaimHolding(ClaimStore claims) {
    this.claims = claims;
  }

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return claims
        .of(who.person(), Held.MOST)
        .thenApply(
            found ->
                found.isEmpty()
                    ? List.of()
                    : List.of(new Held("claims", "claims_why", found.size(), "ten_years")));
  }

  @Override
  public CompletableFuture<List<Map<String, String>>> copy(Whose who) {
    return claims
        .of(who.person(), Held.MOST)
        .thenApply(
            found ->
                found.stream()
                    .map(
                        claim ->
                            Map.of(
                                "number", claim.number(),
                                "payment", claim.evidence().reference(),
                                "reason", claim.reason().name(),
                                "state", claim.state().name(),
                                "opened", claim.opened().toString()))
                    .toList());
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return claims.forget(who.person(), now);
  }
}
