package ma.jisr.map.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Retention;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeFeedTest {
  private static final Actor SAID = Actor.person("said");
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final MemoryStore store = new MemoryStore(List.of(ChangeFeed.SPEC));

  @Test
  void numbersHaveNoGapsWhoeverWrites() {
    ChangeFeed one = feed();
    ChangeFeed other = feed();
    for (int i = 0; i < 300; i++) {
      append(i % 3 == 0 ? one : other, "h" + i);
      if (i == 150) assertEquals(151, feed().end().join(), "a node that starts finds the end");
    }
    assertEquals(300, feed().end().join());
    List<Change> all = all(feed());
    for (int i = 0; i < all.size(); i++) {
      assertEquals(i + 1, all.get(i).seq());
      assertEquals("h" + i, all.get(i).id());
    }
  }

  @Test
  void retentionGivesNoNumberTwice() {
    ChangeFeed feed = feed();
    for (int i = 0; i < 5; i++) append(feed, "h" + i);
    assertEquals(5, feed.forget(NOW.plusSeconds(1), 100).join());
    assertEquals(6, append(feed(), "later").seq());
    assertEquals(List.of("later"), all(feed()).stream().map(Change::id).toList());
  }

  /** Lost answers and refusals: who was told "written" is there once or more, nobody else twice. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatWasToldIsThere(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FaultyStore faulty =
        new FaultyStore(
            store,
            (method, collection) ->
                switch (random.nextInt(6)) {
                  case 0 -> new FaultyStore.Fault.LoseReply();
                  case 1 -> new FaultyStore.Fault.Refuse(StoreException.Kind.BUSY);
                  default -> new FaultyStore.Fault.Pass();
                });
    ChangeFeed feed = new ChangeFeed(faulty, InstantSource.fixed(NOW));
    Set<String> told = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      CompletableFuture<Change> written =
          feed.append(SAID, "change", Subject.HOTSPOT, "h" + i, "w");
      if (!written.isCompletedExceptionally()) told.add("h" + i);
    }
    List<Change> all = all(feed());
    for (int i = 0; i < all.size(); i++) assertEquals(i + 1, all.get(i).seq());
    assertTrue(all.stream().map(Change::id).toList().containsAll(told));
  }

  /** An entry whose change has not come is told again, and given up when its writer is dead. */
  @Test
  void whatHasNotComeIsLookedAtAgain() {
    StillLoop loop = new StillLoop();
    ChangeFeed feed = feed();
    List<String> told = new ArrayList<>();
    Set<String> come = new HashSet<>();
    Follower follower =
        changes -> {
          changes.forEach(c -> told.add(c.id()));
          return CompletableFuture.completedFuture(
              changes.stream().filter(c -> come.contains(c.id())).toList());
        };
    ChangeWatch watch = new ChangeWatch(loop, feed, java.util.Map.of(Subject.HOTSPOT, follower));
    var unused = watch.note();
    watch.start();
    loop.pass(Duration.ofSeconds(1));
    append(feed(), "a");
    feed().append(SAID, "import", Subject.BATCH, "not ours", "w").join();
    loop.pass(Duration.ofSeconds(2));
    assertEquals(List.of("a"), told, "within five seconds");
    loop.pass(Duration.ofSeconds(4));
    assertEquals(List.of("a", "a", "a"), told);
    come.add("a");
    loop.pass(Duration.ofSeconds(10));
    assertEquals(4, told.size(), "it has come: no more");
    append(feed(), "dead");
    loop.pass(ChangeWatch.PATIENCE.plusSeconds(10));
    int looks = told.size();
    loop.pass(Duration.ofMinutes(5));
    assertEquals(looks, told.size());
    watch.stop();
  }

  @Test
  void theTrailIsKeptForAYear() {
    append(feed(), "a");
    Retention year = ChangeFeed.retention();
    assertEquals(0, year.remove(store, NOW.plus(year.keep()), 100).join());
    assertEquals(1, all(feed()).size());
    assertEquals(1, year.remove(store, NOW.plus(year.keep()).plusMillis(1), 100).join());
    assertEquals(0, all(feed()).size());
    assertEquals(2, append(feed(), "b").seq());
  }

  @Test
  void aStoreThatFailsIsAskedAgain() {
    StillLoop loop = new StillLoop();
    boolean[] down = {false};
    FaultyStore faulty =
        new FaultyStore(
            store,
            (method, collection) ->
                down[0]
                    ? new FaultyStore.Fault.Refuse(StoreException.Kind.UNREACHABLE)
                    : new FaultyStore.Fault.Pass());
    ChangeFeed feed = new ChangeFeed(faulty, InstantSource.fixed(NOW));
    List<String> told = new ArrayList<>();
    Follower follower =
        changes -> {
          changes.forEach(c -> told.add(c.id()));
          return CompletableFuture.completedFuture(List.copyOf(changes));
        };
    ChangeWatch watch = new ChangeWatch(loop, feed, java.util.Map.of(Subject.HOTSPOT, follower));
    var unused = watch.note();
    watch.start();
    loop.pass(Duration.ofSeconds(1));
    down[0] = true;
    append(feed(), "a");
    loop.pass(Duration.ofSeconds(10));
    assertEquals(List.of(), told);
    down[0] = false;
    loop.pass(Duration.ofSeconds(3));
    assertEquals(List.of("a"), told);
  }

  private ChangeFeed feed() {
    return new ChangeFeed(store, InstantSource.fixed(NOW));
  }

  private static Change append(ChangeFeed feed, String id) {
    return feed.append(SAID, "change", Subject.HOTSPOT, id, "w-" + id).join();
  }

  private List<Change> all(ChangeFeed unused) {
    List<Change> all = new ArrayList<>();
    ChangeFeed feed = feed();
    long last = 0;
    while (true) {
      List<Change> page = feed.after(last).join();
      all.addAll(page);
      if (page.size() < ChangeFeed.PAGE) return all;
      last = page.getLast().seq();
    }
  }
}
