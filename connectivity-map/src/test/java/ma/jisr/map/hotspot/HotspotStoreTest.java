package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Document;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Priority;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HotspotStoreTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final List<Hotspot> SAMPLES = HotspotTable.samples(GAZETTEER);

  @TempDir private static Path root;
  private static final AtomicInteger TESTS = new AtomicInteger();

  private final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  private final SqliteStore store =
      SqliteStore.scratch(root.resolve("data-" + TESTS.incrementAndGet()), Hotspots.COLLECTIONS);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsStoredIsOnTheMapAfterARestart() {
    insert(SAMPLES);
    assertEquals(SAMPLES.size(), hotspots(List.of()).reload().join());
    for (Hotspot sample : SAMPLES)
      assertEquals(sample, map.byId(sample.id()).orElseThrow(), "the same as it was written");
  }

  @Test
  void oneDamagedDocumentDoesNotHideTheOthers() {
    insert(SAMPLES.subList(0, 2));
    Document bad = new Document("bad", 0, "w", "{\"code\":\"1\"}");
    store.insert("hotspots", List.of(bad), Priority.TURN).join();
    HotspotStore hotspots = hotspots(List.of());
    assertEquals(2, hotspots.reload().join());
    assertEquals(2, hotspots.page("", 10).join().hotspots().size());
  }

  @Test
  void aStoredHotspotWinsOverASample() {
    insert(List.of(SAMPLES.getFirst().with(Hotspot.State.BROKEN, null)));
    assertEquals(SAMPLES.size(), hotspots(SAMPLES).reload().join());
    assertEquals(Hotspot.State.BROKEN, map.byId(SAMPLES.getFirst().id()).orElseThrow().state());
  }

  @Test
  void aRetiredOneIsKeptAndNotShown() {
    insert(List.of(SAMPLES.getFirst().retired(true), SAMPLES.get(1)));
    HotspotStore hotspots = hotspots(List.of());
    assertEquals(1, hotspots.reload().join());
    assertEquals(2, hotspots.page("", 10).join().hotspots().size());
  }

  @Test
  void pagesGoThroughAllOfThemOnce() {
    insert(SAMPLES);
    HotspotStore hotspots = hotspots(List.of());
    int seen = 0;
    for (String after = ""; after != null; ) {
      HotspotPage page = hotspots.page(after, 7).join();
      seen += page.hotspots().size();
      after = page.next();
    }
    assertEquals(SAMPLES.size(), seen);
  }

  @Test
  void whatWasPutWhileAllWasReadStays() {
    insert(SAMPLES.subList(0, 3));
    Hotspot newer = SAMPLES.getFirst().with(Hotspot.State.BROKEN, null);
    map.put(List.of(new Kept(newer, 1)));
    assertEquals(3, hotspots(List.of()).reload().join());
    assertTrue(map.byId(newer.id()).orElseThrow().state() == Hotspot.State.BROKEN);
  }

  /** The desk on the real store, closed and opened again. */
  @Test
  void whatTheDeskDidIsThereAfterARestart() {
    Path folder = root.resolve("desk");
    Actor amina = new Actor("amina", Role.OPERATOR, Territory.EVERYWHERE);
    String id;
    try (SqliteStore first = SqliteStore.scratch(folder, Hotspots.COLLECTIONS)) {
      HotspotDesk desk = on(first).desk();
      Kept made = HotspotDeskTest.done(desk.create(amina, Draft.of(Spots.named("A")), "1").join());
      id = made.hotspot().id();
      HotspotDeskTest.done(desk.change(amina, id, 0, Spots.named("B"), "2").join());
    }
    try (SqliteStore second = SqliteStore.scratch(folder, Hotspots.COLLECTIONS)) {
      Hotspots hotspots = on(second);
      assertEquals(1, hotspots.reload().join());
      assertEquals(Spots.named("B"), hotspots.map().byId(id).orElseThrow().facts());
      Kept back = HotspotDeskTest.done(hotspots.desk().undo(amina, id, 1, "3").join());
      assertEquals(Spots.named("A"), back.hotspot().facts());
      assertEquals(3, hotspots.feed().end().join());
    }
  }

  private static Hotspots on(SqliteStore store) {
    return Hotspots.on(
        store,
        () -> GAZETTEER,
        List.of(),
        Almanac.COMPUTED,
        java.time.InstantSource.system(),
        Runnable::run);
  }

  /**
   * Made behind the reader's back, and to be folded in before it is done: it is on the map after
   * that; so it is when two readings were asked for at once.
   */
  @Test
  void whatIsMadeWhileAllIsReadIsNotLost() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    FaultyStore slow =
        new FaultyStore(
            store,
            (method, collection) ->
                method.equals("scan") && collection.equals("hotspots")
                    ? new FaultyStore.Fault.Late(gate)
                    : new FaultyStore.Fault.Pass());
    HotspotStore hotspots = new HotspotStore(slow, map, List.of(), Runnable::run);
    CompletableFuture<Integer> reading = hotspots.reload();
    CompletableFuture<Integer> second = hotspots.reload();
    insert(List.of(SAMPLES.getFirst()));
    map.put(List.of(new Kept(SAMPLES.getFirst(), 0)));
    map.fold();
    gate.complete(null);
    assertEquals(1, reading.join());
    assertEquals(1, second.join());
    map.fold();
    assertEquals(0, map.changes());
    assertEquals(1, map.size());
  }

  private void insert(List<Hotspot> hotspots) {
    store
        .insert(
            "hotspots",
            hotspots.stream()
                .map(h -> Entry.first(HotspotForm.INSTANCE, h, null, "import-1"))
                .toList(),
            Priority.TURN)
        .join();
  }

  private HotspotStore hotspots(List<Hotspot> samples) {
    return new HotspotStore(store, map, samples, Runnable::run);
  }
}
