package ma.jisr.service.wallet.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import ma.jisr.service.HoldingCheck;
import ma.jisr.service.Whose;
import ma.jisr.service.wallet.payment.State;
import org.junit.jupiter.api.Test;

class ClaimHoldingTest {
  private final ClaimWorld world = new ClaimWorld();

  @Test
  void aClaimGoesOnWithoutWhoMadeIt() {
    world.payments.put("said JSR-AAAAA", State.COMPLETED);
    Claim amina = world.opened("k");
    world.claims.open("k2", "said", "JSR-AAAAA", Reason.NOT_DELIVERED).join();
    HoldingCheck.erases(
        world.claims.holding(),
        new Whose("amina", List.of("212661000001")),
        new Whose("said", List.of()),
        world.now.get(),
        "claims");
    String stored = world.store.get("claims", amina.number()).join().orElseThrow().json();
    assertFalse(stored.contains("amina"), stored);
    ClaimWorld.done(world.claims.take(ClaimWorld.HIND, amina.number(), "", "t").join());
    Claim answered =
        ClaimWorld.done(
            world
                .claims
                .answer(ClaimWorld.HIND, amina.number(), Claim.Verdict.REFUSED, "", "a")
                .join());
    assertEquals(Claim.State.ANSWERED, answered.state());
    assertEquals(List.of(), world.messages(amina), "nobody is told");
  }
}
