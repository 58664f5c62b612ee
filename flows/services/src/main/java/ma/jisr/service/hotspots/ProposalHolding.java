package ma.jisr.service.hotspots;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.map.report.Proposals;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * Hotspots that somebody has named and that nobody has looked at: until then it is kept who did.
 */
final class ProposalHolding implements Holding {
  private final Proposals proposals;

  ProposalHolding(Proposals proposals) {
    this.proposals = proposals;
  }

  @Override
  public String name() {
    return "proposals";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return proposals
        .of(who.person())
        .thenApply(
            n ->
                n == 0
                    ? List.of()
                    : List.of(
                        new Held(
                            "proposals",
                            "proposals_why",
                            Math.min(n, Held.MOST),
                            "until_decided")));
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return proposals.forget(who.person());
  }
}
