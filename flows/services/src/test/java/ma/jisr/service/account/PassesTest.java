package ma.jisr.service.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ma.jisr.base.Vault;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** Codes that open a copy: one at a time, for an hour, some readings each. */
class PassesTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  private final Passes passes =
      new Passes(new MemoryStore(List.of(Passes.SPEC)), Vault.passing(new Random(8)));

  private Copy.Pass make(String person, String key, int second) {
    return passes.make(person, key, NOON.plusSeconds(second)).join();
  }

  private int open(Copy.Pass pass, int second) {
    return passes
        .open(pass.code(), NOON.plusSeconds(second))
        .join()
        .map(Passes.Opened::reads)
        .orElse(0);
  }

  @Test
  void aNewCodeClosesTheOneBeforeAndTellsOfIt() {
    Copy.Pass first = make("p1", "k1", 0);
    assertEquals(0, first.before());
    assertEquals(1, open(first, 1));
    assertEquals(2, open(first, 2));
    Copy.Pass second = make("p1", "k2", 3);
    assertNotEquals(first.code(), second.code());
    assertEquals(2, second.before());
    assertEquals(second, make("p1", "k2", 4), "the same call");
    assertEquals(0, open(first, 5));
    assertEquals(1, open(second, 6));
  }

  @Test
  void aCallThatIsRepeatedLateOpensNothingAgain() {
    Copy.Pass first = make("p1", "k1", 0);
    Copy.Pass second = make("p1", "k2", 1);
    assertEquals(first, make("p1", "k1", 2));
    assertEquals(0, open(first, 3));
    assertEquals(1, open(second, 4));
  }

  @Test
  void eachHasItsHourAndItsReadings() {
    int hour = (int) Duration.ofHours(1).toSeconds();
    Copy.Pass pass = make("p1", "k1", 0);
    for (int n = 1; n <= Passes.MOST_READS; n++) assertEquals(n, open(pass, n));
    assertEquals(0, open(pass, 20));
    Copy.Pass next = make("p1", "k2", 30);
    assertEquals(Passes.MOST_READS, next.before());
    assertEquals(1, open(next, hour));
    assertEquals(0, open(next, hour + 30));
    assertEquals(0, make("p1", "k3", hour + 31).before(), "nobody knows any more");
  }

  @Test
  void othersHaveTheirOwn() {
    Copy.Pass mine = make("p1", "k1", 0);
    Copy.Pass theirs = make("p2", "k1", 1);
    assertEquals(1, open(theirs, 2));
    assertEquals(1, open(mine, 3));
    assertEquals(Optional.empty(), passes.open("4F7K-9QXM-2TRB", NOON).join());
  }
}
