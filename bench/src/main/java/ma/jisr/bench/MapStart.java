package ma.jisr.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import ma.jisr.base.Actor;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotDocuments;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.sqlite.SqliteStore;

/**
 * How long a start reads many hotspots from the embedded store onto the map: {@code FOLDER POINTS}.
 * The first run in a folder fills it, the next ones read it; drop the system's caches between them
 * for a cold one. Each hotspot has texts of its own in two languages, a way and its history.
 */
public final class MapStart {
  private static final int GROUP = 1_000;
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final Actor ACTOR = new Actor("bench", Role.ADMINISTRATOR, Territory.EVERYWHERE);

  private MapStart() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    int points = Integer.parseInt(arguments[1]);
    Gazetteer gazetteer = StarterGazetteer.read();
    long opened = System.nanoTime();
    try (SqliteStore store = SqliteStore.open(folder, Hotspots.COLLECTIONS)) {
      double openMillis = (System.nanoTime() - opened) / 1e6;
      if (store.scan(HotspotDocuments.COLLECTION, "", 1).join().isEmpty()) {
        fill(store, gazetteer, points);
        System.out.println("filled; run it again to read");
        return;
      }
      Hotspots hotspots =
          Hotspots.on(
              store,
              () -> gazetteer,
              List.of(),
              Almanac.COMPUTED,
              () -> NOW,
              ForkJoinPool.commonPool());
      long start = System.nanoTime();
      int known = hotspots.reload().join();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "opened in %.0f ms, %d hotspots read and indexed in %.1f s, heap %d MB%n",
          openMillis,
          known,
          seconds,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  private static void fill(SqliteStore store, Gazetteer gazetteer, int points) {
    SplittableRandom random = new SplittableRandom(20260302);
    List<Place> towns =
        gazetteer.areas().stream()
            .filter(Place.class::isInstance)
            .map(Place.class::cast)
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    List<Document> group = new ArrayList<>(GROUP);
    for (int i = 0; i < points; i++) {
      Place town = towns.get(random.nextInt(towns.size()));
      Hotspot hotspot = hotspot(i, town, random);
      String body = HotspotDocuments.imported(null, hotspot, ACTOR, NOW, List.of()).after();
      group.add(new Document(hotspot.id(), 0, "bench", body));
      if (group.size() < GROUP && i < points - 1) continue;
      store.insert(HotspotDocuments.COLLECTION, group, Priority.BACKGROUND).join();
      group.clear();
    }
  }

  private static Hotspot hotspot(int i, Place town, SplittableRandom random) {
    double lat = town.point().lat() + random.nextGaussian() * 0.027;
    double lon = town.point().lon() + random.nextGaussian() * 0.027;
    Facts facts =
        new Facts(
            LocalText.of(Language.FR, "Place numéro " + i, Language.AR, "ساحة رقم " + i),
            Hotspot.Kind.SQUARE,
            Hotspot.Access.FREE,
            "EX-" + i,
            Timetable.of(i % 3 == 0 ? "Mo-Su 18:00-23:00" : "Mo-Su 08:00-23:00"),
            LocalText.same("Derrière la commune, porte " + i),
            new GeoPoint(lat, lon),
            true,
            town.id(),
            null,
            null,
            "osm:node/" + i,
            Map.of());
    String code = Integer.toString(1_000_000 + i);
    return new Hotspot("h" + i, code, facts, Hotspot.State.WORKS, null, false, false);
  }
}
