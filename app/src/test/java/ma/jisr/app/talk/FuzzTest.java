package ma.jisr.app.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real flows, services and session engine against people who type anything at any moment. What
 * must hold whatever they do is looked at after every input. A failing run names its seed.
 */
class FuzzTest {
  /** More with {@code -Djisr.fuzz=N}. */
  private static final int INPUTS = Integer.getInteger("jisr.fuzz", 600);

  /** A person's document, bytes: the hard limit, and what the most part stay under. */
  private static final int MOST_BYTES = 16 * 1024;

  private static final int USUAL_BYTES = 3 * 1024;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingTypedBreaksAnything(long seed) throws Exception {
    try (FuzzWorld world = new FuzzWorld(seed, folder)) {
      for (int i = 0; i < INPUTS; i++) {
        world.step();
        assertEquals(List.of(), world.problems(), "seed " + seed + ", input " + i);
      }
      world.rest();
      assertEquals(List.of(), world.problems(), "seed " + seed + ", at the end");
      FuzzWorld.Sizes sizes = world.sizes();
      System.getLogger("fuzz").log(System.Logger.Level.INFO, "seed {0}: {1}", seed, sizes);
      assertTrue(sizes.most() <= MOST_BYTES, () -> "seed " + seed + ": " + sizes);
      assertTrue(sizes.p50() <= USUAL_BYTES, () -> "seed " + seed + ": " + sizes);
    }
  }
}
