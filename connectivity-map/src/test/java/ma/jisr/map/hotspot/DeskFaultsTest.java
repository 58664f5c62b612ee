package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.change.ChangeWatch;
import ma.jisr.map.change.StillLoop;
import ma.jisr.map.hotspot.Decision.Done;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The desk on a store that loses answers and refuses, killed at any moment, and with a neighbour.
 */
final class DeskFaultsTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final Actor SAID = new Actor("said", Role.OPERATOR, Territory.EVERYWHERE);

  private final MemoryStore store = new MemoryStore(Hotspots.COLLECTIONS);

  /**
   * Somebody who repeats what failed until it is done has done each thing once, whatever the store
   * answered: as many revisions as deeds, each before the next.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everythingHappensOnce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    HotspotDesk desk = on(faulty(random)).desk();
    String id = repeated(() -> desk.create(SAID, draft(), "w-new")).hotspot().id();
    for (int i = 0; i < 15; i++) {
      long version = i;
      Facts facts = Spots.named("N" + i);
      String writeId = "w-" + i;
      Hotspot.State state = i % 2 == 0 ? Hotspot.State.BROKEN : Hotspot.State.WORKS;
      Kept kept =
          i % 3 == 2
              ? repeated(() -> desk.confirm(SAID, id, state, writeId))
              : repeated(() -> desk.change(SAID, id, version, facts, writeId));
      assertEquals(version + 1, kept.version());
    }
    Entry<Hotspot> stored = on(store).store().shelf().get(id).join().orElseThrow();
    assertEquals(16, stored.history().size());
    for (int i = 0; i < 16; i++) assertEquals(i, stored.history().get(i).version());
    assertEquals(1, on(store).store().reload().join(), "one hotspot, not two");
  }

  /** Killed behind any of its calls to the store: done or not done, and the repetition does it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void aKillAtAnyMomentLeavesAllOrNothing(int calls) {
    int[] left = {calls};
    Store dying =
        new FaultyStore(
            store,
            (method, collection) ->
                left[0]-- > 0
                    ? new FaultyStore.Fault.Pass()
                    : new FaultyStore.Fault.Hold(new CompletableFuture<>()));
    CompletableFuture<Decision> never = on(dying).desk().create(SAID, draft(), "w-new");
    Hotspots next = on(store);
    next.reload().join();
    if (never.isDone()) assertEquals(1, next.map().size());
    assertTrue(next.map().size() <= 1);
    Kept kept = done(next.desk().create(SAID, draft(), "w-new").join());
    assertEquals(1, next.store().reload().join());
    assertEquals(kept.hotspot(), next.map().byCode(kept.hotspot().code()).orElseThrow());
  }

  /** The entry comes first: a writer that dies behind it has promised nothing. */
  @Test
  void anotherNodeSeesAChangeWithinFiveSeconds() {
    Hotspots here = on(store);
    Hotspots there = on(store);
    StillLoop loop = new StillLoop();
    ChangeWatch watch =
        new ChangeWatch(loop, there.feed(), Map.of(Subject.HOTSPOT, there.follower()));
    var unused = watch.note();
    loop.pass(Duration.ofSeconds(1));
    there.reload().join();
    watch.start();
    String id = done(here.desk().create(SAID, draft(), "w-1").join()).hotspot().id();
    loop.pass(Duration.ofSeconds(5));
    assertTrue(there.map().byId(id).isPresent());
    done(here.desk().change(SAID, id, 0, Spots.named("B"), "w-2").join());
    done(here.desk().retire(SAID, id, 1, "w-3").join());
    loop.pass(Duration.ofSeconds(5));
    assertTrue(there.map().byId(id).isEmpty());
    done(there.desk().undo(SAID, id, 2, "w-4").join());
    assertEquals("B", there.map().byId(id).orElseThrow().name().in(Language.FR, true));
    assertTrue(here.map().byId(id).isEmpty(), "the first one does not watch here");
  }

  /** Written between the entry and the answer of the other's look: it is looked at again. */
  @Test
  void aChangeThatComesLateIsSeen() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    Hotspots here =
        on(
            new FaultyStore(
                store,
                (method, collection) ->
                    method.equals("insert") && collection.equals("hotspots")
                        ? new FaultyStore.Fault.Hold(gate)
                        : new FaultyStore.Fault.Pass()));
    Hotspots there = on(store);
    StillLoop loop = new StillLoop();
    ChangeWatch watch =
        new ChangeWatch(loop, there.feed(), Map.of(Subject.HOTSPOT, there.follower()));
    var unused = watch.note();
    watch.start();
    CompletableFuture<Decision> slow = here.desk().create(SAID, draft(), "w-1");
    loop.pass(Duration.ofSeconds(30));
    assertEquals(0, there.map().size());
    gate.complete(null);
    assertTrue(slow.isDone());
    loop.pass(Duration.ofSeconds(5));
    assertEquals(1, there.map().size());
  }

  @Test
  void theKeeperFoldsChangesInWhenNoMoreCome() {
    Hotspots here = on(store);
    StillLoop loop = new StillLoop();
    HotspotKeeper keeper = new HotspotKeeper(loop, here.map(), Runnable::run);
    keeper.start();
    done(here.desk().create(SAID, draft(), "w-1").join());
    assertEquals(1, here.map().changes());
    loop.pass(Duration.ofSeconds(20));
    assertEquals(0, here.map().changes());
    assertEquals(1, here.map().size());
    keeper.stop();
  }

  private static FaultyStore faulty(Store store, SplittableRandom random) {
    return new FaultyStore(
        store,
        (method, collection) ->
            switch (random.nextInt(6)) {
              case 0 -> new FaultyStore.Fault.LoseReply();
              case 1 -> new FaultyStore.Fault.Refuse(StoreException.Kind.BUSY);
              default -> new FaultyStore.Fault.Pass();
            });
  }

  private FaultyStore faulty(SplittableRandom random) {
    return faulty(store, random);
  }

  private static Draft draft() {
    return Draft.of(Spots.named("New"));
  }

  private static Kept repeated(java.util.function.Supplier<CompletableFuture<Decision>> deed) {
    while (true) {
      CompletableFuture<Decision> decision = deed.get();
      assertTrue(decision.isDone());
      if (!decision.isCompletedExceptionally()) return done(decision.join());
      assertInstanceOf(StoreException.class, root(decision.exceptionNow()));
    }
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }

  private static Kept done(Decision decision) {
    return assertInstanceOf(Done.class, decision).now();
  }

  private static Hotspots on(Store store) {
    return Hotspots.on(
        store,
        () -> GAZETTEER,
        List.of(),
        Almanac.COMPUTED,
        InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z")),
        Runnable::run);
  }
}
