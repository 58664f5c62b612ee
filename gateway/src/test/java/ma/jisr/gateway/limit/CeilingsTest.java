package ma.jisr.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.limit.Ceilings.Verdict;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException.Kind;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class CeilingsTest {
  /** Ten minutes before midnight in Casablanca, an hour ahead of UTC. */
  private static final Instant START = Instant.parse("2026-03-25T22:50:00Z");

  private static final Limits LIMITS = new Limits(List.of(), 10, 100, 10, Duration.ofHours(24));

  @TempDir Path folder;
  private final VirtualLoop loop = new VirtualLoop(START);
  private final MemoryCounters counters = new MemoryCounters();
  private Store store;
  private Ledger ledger;
  private Ceilings ceilings;

  @BeforeEach
  void open() {
    store = SqliteStore.scratch(folder, List.of(Ledger.spec()));
    ledger = started("p1");
    ceilings = new Ceilings(LIMITS, ledger, counters);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Ledger started(String process) {
    Ledger started = new Ledger(loop, store, process);
    started.start();
    loop.run();
    return started;
  }

  private Verdict verdict(Spent spent, int segments) {
    return ceilings.verdict("iam", "hotspots", spent, segments, loop.now());
  }

  @Test
  void oneNumberHasItsSegmentsOfTheHour() {
    Spent spent = Spent.NOTHING.and(8, loop.now());
    assertEquals(Verdict.GOES, verdict(spent, 2));
    assertEquals(Verdict.NUMBER, verdict(spent, 3));
    loop.advance(Duration.ofMinutes(10));
    assertEquals(Verdict.GOES, verdict(spent, 3));
  }

  @Test
  void oneFeatureOfALinkHasItsSegmentsOfTheDay() {
    ceilings.spend("iam", "hotspots", 99, loop.now());
    assertEquals(Verdict.GOES, verdict(Spent.NOTHING, 1));
    assertEquals(Verdict.FEATURE, verdict(Spent.NOTHING, 2));
    assertEquals(Verdict.GOES, ceilings.verdict("inwi", "hotspots", Spent.NOTHING, 2, loop.now()));
    assertEquals(Verdict.GOES, ceilings.verdict("iam", "wallet", Spent.NOTHING, 2, loop.now()));
  }

  @Test
  void midnightInMoroccoBeginsAnew() {
    ceilings.spend("iam", "hotspots", 100, loop.now());
    assertEquals(Verdict.FEATURE, verdict(Spent.NOTHING, 1));
    loop.advance(Duration.ofMinutes(10));
    assertEquals(Verdict.GOES, verdict(Spent.NOTHING, 1));
  }

  @Test
  void alarmsAtEightyPercentAndWhenFull() {
    for (int i = 0; i < 12; i++) ceilings.spend("iam", "hotspots", 10, loop.now());
    assertEquals(1, counters.of("limit.alarm{feature=hotspots, link=iam, percent=80}"));
    assertEquals(1, counters.of("limit.alarm{feature=hotspots, link=iam, percent=100}"));
  }

  /** Found by the simulated world: neither of two nodes passed the mark by its own spending. */
  @Test
  void alarmsWhenOthersHavePassedTheMark() {
    Ceilings second = new Ceilings(LIMITS, started("p2"), counters);
    second.spend("iam", "hotspots", 60, loop.now());
    ceilings.spend("iam", "hotspots", 41, loop.now());
    until(
        () -> {
          ledger.add("iam", "other", 1, loop.now());
          return verdict(Spent.NOTHING, 1) == Verdict.FEATURE;
        });
    assertEquals(1, counters.of("limit.alarm{feature=hotspots, link=iam, percent=80}"));
    assertEquals(1, counters.of("limit.alarm{feature=hotspots, link=iam, percent=100}"));
  }

  /** Found by the simulated world: one failed read, and the day's ceiling was open again. */
  @Test
  void aProcessThatCouldNotReadTheDayTriesOn() {
    ceilings.spend("iam", "hotspots", 100, loop.now());
    until(() -> started("p2").spent("iam", "hotspots", loop.now()) == 100);
    int[] calls = {0};
    Store failing =
        new FaultyStore(
            store,
            (method, collection) ->
                calls[0]++ < 2 ? new Fault.Refuse(Kind.BUSY) : new Fault.Pass());
    Ledger third = new Ledger(loop, failing, "p3");
    third.start();
    until(() -> third.spent("iam", "hotspots", loop.now()) == 100);
  }

  @Test
  void whatOtherProcessesSpentCounts() {
    ceilings.spend("iam", "hotspots", 60, loop.now());
    until(() -> started("p2").spent("iam", "hotspots", loop.now()) == 60);
    Ledger second = started("p2");
    until(() -> second.spent("iam", "hotspots", loop.now()) == 60);
    second.add("iam", "hotspots", 39, loop.now());
    until(
        () -> {
          // Whoever spends looks at what the others have spent.
          ledger.add("iam", "other", 1, loop.now());
          return verdict(Spent.NOTHING, 2) == Verdict.FEATURE;
        });
    assertEquals(Verdict.GOES, verdict(Spent.NOTHING, 1));
  }

  @Test
  void stoppingKeepsTheLastSecond() {
    ceilings.spend("iam", "hotspots", 70, loop.now());
    ledger.stop();
    loop.run();
    until(() -> started("p2").spent("iam", "hotspots", loop.now()) == 70);
  }

  @Test
  void noneIsNone() {
    Ceilings none = new Ceilings(Limits.none(), ledger, counters);
    none.spend("iam", "hotspots", Integer.MAX_VALUE, loop.now());
    Spent much = Spent.NOTHING.and(1_000_000, loop.now());
    assertEquals(Verdict.GOES, none.verdict("iam", "hotspots", much, 9, loop.now()));
  }

  /** The store answers on threads of its own: seconds of the virtual clock pass until it has. */
  private void until(BooleanSupplier holds) {
    Instant start = loop.now();
    while (!holds.getAsBoolean()) {
      assertTrue(loop.now().isBefore(start.plusSeconds(400)), "it never came");
      loop.advance(Duration.ofMillis(100));
      LockSupport.parkNanos(1_000_000);
    }
  }
}
