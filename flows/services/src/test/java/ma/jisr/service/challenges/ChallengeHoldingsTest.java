package ma.jisr.service.challenges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import ma.jisr.service.HoldingCheck;
import ma.jisr.service.Whose;
import ma.jisr.service.challenges.follow.Follows;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.Keeper;
import org.junit.jupiter.api.Test;

/** What is kept of who offers, who follows and who answers for a challenge. */
class ChallengeHoldingsTest {
  private static final Whose HASSAN = new Whose("p212661000001", List.of("212661000001"));
  private static final Whose SAID = new Whose("p212661000002", List.of("212661000002"));

  private final ChallengeWorld world = new ChallengeWorld();
  private final Keeper hassan = ChallengeWorld.keeper("Hassan", "212661000001");
  private final Keeper said = ChallengeWorld.keeper("Said", "212661000002");

  private Challenge challenge(String code) {
    return world.challenges.book().byCode(code).orElseThrow();
  }

  private void answers(String code, Keeper owner, Keeper partner, String key) {
    ChallengeWorld.done(
        world
            .challenges
            .desk()
            .keepers(ChallengeWorld.ROOT, code, facts -> facts.with(owner, partner), key)
            .join());
  }

  @Test
  void offersAndWishesToHear() {
    for (Whose who : List.of(HASSAN, SAID)) {
      world
          .offers
          .make(who.person(), who.person(), "2.4", "Nom", ChallengeWorld.AMIZMIZ, "Un local")
          .join();
      world.follows.follow(who.person(), Follows.theme("water")).join();
    }
    HoldingCheck.erases(
        new ChallengeHolding(world.ports), HASSAN, SAID, world.now.get(), "offers", "interests");
  }

  /** Of what stood before, too; the other who answers for it still does. */
  @Test
  void whoAnswersForOne() {
    answers("2.4", hassan, said, "k1");
    answers("2.4", said, hassan, "k2");
    HoldingCheck.erases(world.challenges.holding(), HASSAN, SAID, world.now.get(), "keeper");
    assertEquals(List.of(said), challenge("2.4").facts().keepers());
    String stored = world.store.get("challenges", "2.4").join().orElseThrow().json();
    assertFalse(stored.contains(hassan.who()) || stored.contains("Hassan"), stored);
  }
}
