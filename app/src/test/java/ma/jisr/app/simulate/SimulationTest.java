package ma.jisr.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product as it is holds what it promises in every world; a planted bug does not. */
class SimulationTest {
  /** More with {@code ./jisr simulate --seeds N}. */
  private static final int SEEDS = Integer.getInteger("jisr.seeds", 200);

  /** Two nodes over one store cost four times as much. */
  private static final int OF_TWO = Integer.getInteger("jisr.seeds.two", 30);

  @Test
  void everythingHoldsWhateverFails() {
    hold(1, SEEDS);
  }

  @Test
  void everythingHoldsWithTwoNodesToo() {
    hold(2, OF_TWO);
  }

  private static void hold(int nodes, int seeds) {
    Simulation simulation = new Simulation(nodes, Plant.NOTHING);
    for (long seed = 1; seed <= seeds; seed++) {
      Report report = simulation.run(seed);
      assertEquals(List.of(), report.violations(), "seed " + seed);
    }
  }

  @Test
  void oneSeedIsOneRun() {
    for (long seed = 1; seed <= 3; seed++) {
      Report once = new Simulation(1, Plant.NOTHING).run(seed);
      Report again = new Simulation(1, Plant.NOTHING).run(seed);
      assertEquals(once.hash(), again.hash(), "seed " + seed);
      assertTrue(once.events() > 50, "seed " + seed + " is a run of " + once.events());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, ACK_BEFORE_WRITE, ACKNOWLEDGED_IS_KEPT, 10",
    "1, ACK_BEFORE_WRITE, SAID_AGAIN_IS_HEARD, 10",
    "2, LOST_LEASE, ACKNOWLEDGED_IS_KEPT, 30",
    "1, MARKS_UNREAD, NO_NEEDLESS_REPETITION, 20",
    "1, REORDERED_RETRY, ORDER_OF_TEXTS, 20",
    "1, CEILINGS_NOT_ASKED, WITHIN_CEILINGS, 20"
  })
  void aPlantedBugIsFound(int nodes, Plant bug, Invariant broken, int within) {
    Simulation simulation = new Simulation(nodes, bug);
    assertTrue(
        LongStream.rangeClosed(1, within)
            .mapToObj(simulation::run)
            .flatMap(report -> report.violations().stream())
            .anyMatch(violation -> violation.invariant() == broken),
        "not found in " + within + " worlds");
  }
}
