package ma.jisr.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The product as it is holds what it promises in every world; a planted bug does not. */
class SimulationTest {
  /** More with {@code ./jisr simulate --seeds N}. */
  private static final int SEEDS = Integer.getInteger("jisr.seeds", 100);

  @Test
  void everythingHoldsWhateverFails() {
    Simulation simulation = new Simulation(Plant.NOTHING);
    for (long seed = 1; seed <= SEEDS; seed++) {
      Report report = simulation.run(seed);
      assertEquals(List.of(), report.violations(), "seed " + seed);
    }
  }

  @Test
  void oneSeedIsOneRun() {
    for (long seed = 1; seed <= 5; seed++) {
      Report once = new Simulation(Plant.NOTHING).run(seed);
      Report again = new Simulation(Plant.NOTHING).run(seed);
      assertEquals(once.hash(), again.hash(), "seed " + seed);
      assertTrue(once.events() > 50, "seed " + seed + " is a run of " + once.events());
    }
  }

  @Test
  void anAcknowledgementBeforeTheWriteIsFound() {
    Simulation simulation = new Simulation(Plant.ACK_BEFORE_WRITE);
    for (long seed = 1; seed <= 50; seed++)
      for (Violation violation : simulation.run(seed).violations())
        if (violation.invariant() == Invariant.ACKNOWLEDGED_IS_KEPT) return;
    throw new AssertionError("not found in 50 seeds");
  }
}
