package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
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

  private final HotspotMap map = new HotspotMap(PublicHolidays.FIXED);
  private final SqliteStore store =
      SqliteStore.open(root.resolve("data-" + TESTS.incrementAndGet()), List.of(HotspotStore.SPEC));

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasInsertedIsOnTheMapAfterARestart() {
    assertEquals(
        SAMPLES.size(),
        hotspots(List.of()).insert(SAMPLES, "import-1").join().stream()
            .filter(Outcome.INSERTED::equals)
            .count());
    map.replace(HotspotIndex.EMPTY);
    assertEquals(SAMPLES.size(), hotspots(List.of()).reload().join());
    for (Hotspot sample : SAMPLES)
      assertEquals(sample, map.byId(sample.id()).orElseThrow(), "the same as it was written");
  }

  @Test
  void aReplacementIsFoundAtOnceAndKeepsWhatItDoesNotKnow() {
    HotspotStore hotspots = hotspots(List.of());
    hotspots.insert(SAMPLES.subList(0, 1), "import-1").join();
    Hotspot first = SAMPLES.getFirst();
    Document stored = store.get("hotspots", first.id()).join().orElseThrow();
    String richer = stored.json().replaceFirst("\\{", "{\"wheelchair\":\"yes\",");
    store.replaceIf("hotspots", new Document(first.id(), 1, "newer", richer), Priority.TURN).join();
    assertEquals(Outcome.REPLACED, hotspots.replace(broken(first), "report-1").join());
    assertEquals(Hotspot.State.BROKEN, map.byId(first.id()).orElseThrow().state());
    assertTrue(
        store.get("hotspots", first.id()).join().orElseThrow().json().contains("wheelchair"));
    assertEquals(Outcome.MISSING, hotspots.replace(SAMPLES.get(1), "report-2").join());
  }

  @Test
  void oneDamagedDocumentDoesNotHideTheOthers() {
    HotspotStore hotspots = hotspots(List.of());
    hotspots.insert(SAMPLES.subList(0, 2), "import-1").join();
    Document bad = new Document("bad", 0, "w", "{\"code\":\"1\"}");
    store.insert("hotspots", List.of(bad), Priority.TURN).join();
    assertEquals(2, hotspots.reload().join());
  }

  @Test
  void aStoredHotspotWinsOverASample() {
    HotspotStore hotspots = hotspots(SAMPLES);
    hotspots.insert(List.of(broken(SAMPLES.getFirst())), "import-1").join();
    assertEquals(SAMPLES.size(), map.size());
    assertEquals(Hotspot.State.BROKEN, map.byId(SAMPLES.getFirst().id()).orElseThrow().state());
  }

  private HotspotStore hotspots(List<Hotspot> samples) {
    return new HotspotStore(store, map, samples, Runnable::run);
  }

  private static Hotspot broken(Hotspot h) {
    return new Hotspot(
        h.id(),
        h.code(),
        h.name(),
        h.kind(),
        h.access(),
        h.ssid(),
        h.hours(),
        h.way(),
        h.point(),
        h.exact(),
        h.place(),
        h.operator(),
        Hotspot.State.BROKEN,
        h.confirmed(),
        h.sample());
  }
}
