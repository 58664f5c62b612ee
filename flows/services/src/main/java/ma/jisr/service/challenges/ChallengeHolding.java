package ma.jisr.service.challenges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * What challenges keep of somebody: their offers and what they follow. Who answers for a challenge
 * is told and erased by the register.
 */
final class ChallengeHolding implements Holding {
  private final ChallengePorts ports;

  ChallengeHolding(ChallengePorts ports) {
    this.ports = ports;
  }

  @Override
  public String name() {
    return "challenges";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return ports
        .offers()
        .of(who.person())
        .thenCombine(
            ports.follows().of(who.person()),
            (offers, follows) -> {
              List<Held> held = new ArrayList<>();
              add(held, "offers", offers.size(), "days_180");
              add(held, "interests", follows.size(), "until_stopped");
              return held;
            });
  }

  private static void add(List<Held> held, String what, int count, String keptFor) {
    if (count > 0) held.add(new Held(what, what + "_why", Math.min(Held.MOST, count), keptFor));
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return ports
        .offers()
        .erase(who.person(), now)
        .thenCompose(_ -> ports.follows().erase(who.person()));
  }
}
