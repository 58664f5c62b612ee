package ma.jisr.map.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.PlaceKeeper;
import ma.jisr.map.place.PlaceStore;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports into a store: as a whole, once, taken back, through a death at any moment. */
final class PlaceDeskTest {
  private static final Gazetteer STARTER = StarterGazetteer.read();
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Actor OWNER = actor(Role.ADMINISTRATOR, Territory.EVERYWHERE);
  private static final String VILLAGE = "chichaoua.asrir-test";

  private final MemoryStore store = new MemoryStore(specs());

  private static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(Batches.SPECS);
    specs.add(PlaceStore.SPEC);
    return specs;
  }

  private static Actor actor(Role role, Territory territory) {
    return new Actor("somebody", role, territory);
  }

  /** One process on a store. */
  private record Running(Places places, PlaceKeeper keeper, PlaceDesk desk) {
    static Running on(Store store) {
      Places places = new Places(STARTER);
      PlaceStore stored = new PlaceStore(store, STARTER);
      PlaceKeeper keeper = new PlaceKeeper(stored, places);
      boolean unused = keeper.refresh();
      return new Running(
          places, keeper, new PlaceDesk(stored, new Batches(store, () -> NOW), keeper::refresh));
    }

    PlaceDesk.Imported read(Actor actor, String file, boolean dry) {
      return desk.read(actor, file, Samples.open(file), Optional.empty(), dry);
    }

    Set<String> ids() {
      Set<String> ids = new TreeSet<>();
      for (Area area : places.now().areas()) ids.add(area.id());
      return ids;
    }
  }

  @Test
  void anImportIsInUseHereAtOnceThereAtTheNextLookAndAfterARestart() {
    Running here = Running.on(store);
    Running there = Running.on(store);
    assertInstanceOf(
        Verdict.Done.class, here.read(OWNER, "dump.txt", false).written().orElseThrow());
    assertTrue(here.places().now().place(VILLAGE).isPresent());
    assertTrue(there.places().now().place(VILLAGE).isEmpty());
    assertTrue(there.keeper().refresh());
    assertTrue(there.places().now().place(VILLAGE).isPresent());
    assertTrue(!there.keeper().refresh(), "nothing new since");
    assertEquals(here.ids(), Running.on(store).ids());
  }

  @Test
  void aDryRunAndTheSameFileAgainChangeNothing() {
    Running process = Running.on(store);
    Set<String> before = process.ids();
    assertEquals(Optional.empty(), process.read(OWNER, "dump.txt", true).written());
    assertEquals(before, process.ids());
    assertEquals(List.of(), process.desk().batches());
    process.read(OWNER, "dump.txt", false);
    Set<String> after = process.ids();
    PlaceDesk.Imported again = process.read(OWNER, "dump.txt", false);
    assertEquals(Optional.empty(), again.written());
    assertEquals(0, again.found().count(RowVerdict.Kind.ADDED));
    assertEquals(1, process.desk().batches().size());
    assertEquals(after, process.ids());
  }

  @Test
  void whatWasTakenBackIsGoneAndMayComeAgain() {
    Running process = Running.on(store);
    Set<String> before = process.ids();
    process.read(OWNER, "divisions.csv", false);
    Set<String> divisions = process.ids();
    process.read(OWNER, "dump.txt", false);
    Batch dump =
        process.desk().batches().stream()
            .filter(b -> b.source().equals("dump.txt"))
            .findFirst()
            .orElseThrow();
    assertInstanceOf(Verdict.Done.class, process.desk().undo(OWNER, dump.id()));
    assertEquals(divisions, process.ids());
    assertInstanceOf(Verdict.Done.class, process.desk().undo(OWNER, dump.id()), "twice is once");
    process.read(OWNER, "dump.txt", false);
    assertTrue(process.places().now().place(VILLAGE).isPresent());
    for (Batch batch : process.desk().batches()) process.desk().undo(OWNER, batch.id());
    assertEquals(before, process.ids());
    assertEquals(
        STARTER.place("chichaoua.sidi-mokhtar"),
        process.places().now().place("chichaoua.sidi-mokhtar"));
  }

  @Test
  void onlyWhoMayWritesAndOnlyInTheirTerritory() {
    Running process = Running.on(store);
    for (Actor none :
        List.of(
            actor(Role.PERSON, Territory.EVERYWHERE),
            actor(Role.VIEWER, Territory.EVERYWHERE),
            actor(Role.AGENT, Territory.EVERYWHERE),
            actor(Role.OPERATOR, Territory.NOWHERE),
            actor(Role.OPERATOR, Territory.of(Set.of("souss-massa")))))
      assertEquals(
          new Verdict.Refused(Verdict.Why.NO_RIGHT, List.of()),
          process.read(none, "divisions.csv", false).written().orElseThrow(),
          none::toString);
    assertEquals(List.of(), process.desk().batches());
    Actor operator = actor(Role.OPERATOR, Territory.of(Set.of("marrakech-safi")));
    assertInstanceOf(
        Verdict.Done.class, process.read(operator, "divisions.csv", false).written().orElseThrow());
    Batch batch = process.desk().batches().getFirst();
    assertInstanceOf(
        Verdict.Refused.class,
        process.desk().undo(actor(Role.OPERATOR, Territory.of(Set.of("safi"))), batch.id()));
    assertInstanceOf(Verdict.Refused.class, process.desk().undo(OWNER, "no-such-batch"));
  }

  /** A process that dies after so many calls of the store, before or behind the last one. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDeathAtAnyCallOfTheStoreLeavesAllOrNothing(boolean behind) {
    Running whole = Running.on(store);
    Set<String> nothing = whole.ids();
    whole.read(OWNER, "dump.txt", false);
    Set<String> all = whole.ids();
    Set<Set<String>> seen = new HashSet<>();
    boolean lived = false;
    for (int calls = 0; !lived; calls++) {
      MemoryStore files = new MemoryStore(specs());
      lived = imported(files, calls, behind);
      Set<String> after = Running.on(files).ids();
      assertTrue(after.equals(all) || after.equals(nothing), "after " + calls + " calls");
      seen.add(after);
      Running again = Running.on(files);
      again.read(OWNER, "dump.txt", false);
      assertEquals(all, again.ids(), "the import again, to its end");
    }
    assertEquals(Set.of(nothing, all), seen);
  }

  /** The same of an undo. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDeathAtAnyCallOfAnUndoLeavesAllOrNothing(boolean behind) {
    Set<String> nothing = Running.on(store).ids();
    Set<Set<String>> seen = new HashSet<>();
    boolean lived = false;
    for (int calls = 0; !lived; calls++) {
      MemoryStore files = new MemoryStore(specs());
      Running whole = Running.on(files);
      whole.read(OWNER, "dump.txt", false);
      Set<String> all = whole.ids();
      String batch = whole.desk().batches().getFirst().id();
      lived = lives(files, calls, behind, running -> running.desk().undo(OWNER, batch));
      Set<String> after = Running.on(files).ids();
      assertTrue(after.equals(all) || after.equals(nothing), "after " + calls + " calls");
      seen.add(after);
      assertInstanceOf(Verdict.Done.class, Running.on(files).desk().undo(OWNER, batch));
      assertEquals(nothing, Running.on(files).ids(), "the undo again, to its end");
      if (lived) assertEquals(Set.of(nothing, all), seen);
    }
  }

  /** In files: closed by the death, opened by the restart. */
  @Test
  void aRestartInTheMiddleOfAnImportOnDiskLeavesAllOrNothing(@TempDir Path folder) {
    Running whole = Running.on(store);
    Set<String> nothing = whole.ids();
    whole.read(OWNER, "dump.txt", false);
    Set<String> all = whole.ids();
    Set<Set<String>> seen = new HashSet<>();
    boolean lived = false;
    for (int calls = 3; !lived; calls += 2) {
      Path data = folder.resolve("after-" + calls);
      try (SqliteStore files = SqliteStore.open(data, specs())) {
        lived = imported(files, calls, calls % 4 == 1);
      }
      try (SqliteStore files = SqliteStore.open(data, specs())) {
        Set<String> after = Running.on(files).ids();
        assertTrue(after.equals(all) || after.equals(nothing), "after " + calls + " calls");
        seen.add(after);
        Running.on(files).read(OWNER, "dump.txt", false);
      }
      try (SqliteStore files = SqliteStore.open(data, specs())) {
        assertEquals(all, Running.on(files).ids(), "the import again, and one more restart");
      }
    }
    assertEquals(Set.of(nothing, all), seen);
  }

  private static boolean imported(Store files, int calls, boolean behind) {
    return lives(files, calls, behind, running -> running.read(OWNER, "dump.txt", false));
  }

  private static boolean lives(Store files, int calls, boolean behind, Consumer<Running> work) {
    AtomicInteger made = new AtomicInteger();
    FaultyStore mortal =
        new FaultyStore(
            files,
            (_, _) -> {
              int call = made.getAndIncrement();
              if (call < calls) return new FaultyStore.Fault.Pass();
              return behind && call == calls
                  ? new FaultyStore.Fault.LoseReply()
                  : new FaultyStore.Fault.Refuse(StoreException.Kind.CLOSED);
            });
    try {
      work.accept(Running.on(mortal));
      return true;
    } catch (StoreException e) {
      return false;
    }
  }
}
