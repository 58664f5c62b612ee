package ma.jisr.service.hotspots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.inbox.DropFolder;
import ma.jisr.service.trail.Trail;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files put into a folder: imported, reported, moved; and those that are left alone. */
final class InboxTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final String TABLE =
      """
      nom;type;commune;latitude;longitude
      Café Argana;café;Marrakech;31,62616;-7,98999
      Hors;café;;48,8;2,3
      """;

  @TempDir Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicBoolean away = new AtomicBoolean();
  private final Set<Trail.Came> lost = EnumSet.noneOf(Trail.Came.class);

  /** What stands in the audit trail, as {@code actor, way, what, of, CAME}. */
  private final List<String> trail = Collections.synchronizedList(new ArrayList<>());

  private final Store store =
      new FaultyStore(
          new MemoryStore(Hotspots.COLLECTIONS),
          (method, collection) ->
              away.get()
                  ? new FaultyStore.Fault.Refuse(StoreException.Kind.UNREACHABLE)
                  : new FaultyStore.Fault.Pass());
  private final Hotspots hotspots =
      Hotspots.on(store, () -> GAZETTEER, List.of(), Almanac.COMPUTED, now::get, Runnable::run);
  private final HotspotExchange exchange =
      new HotspotExchange(store, hotspots, () -> GAZETTEER, now::get);
  private Inbox inbox;

  @BeforeEach
  void open() throws IOException {
    inbox = inbox(Territory.EVERYWHERE);
  }

  private Inbox inbox(Territory territory) throws IOException {
    return new Inbox(
        folder, exchange, new Actor("inbox", Role.OPERATOR, territory), this::write, now::get);
  }

  private CompletableFuture<Void> write(Trail.Line line) {
    if (lost.contains(line.came()))
      return CompletableFuture.failedFuture(new IllegalStateException("lost"));
    trail.add(
        String.join(", ", line.by(), line.from(), line.did(), line.of(), line.came().toString()));
    return CompletableFuture.completedFuture(null);
  }

  private Path put(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(60)));
  }

  private List<String> files(String sub) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(sub))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private void look() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) if (inbox.accepts(file)) inbox.take(file);
    }
  }

  @Test
  void aFileIsImportedAndItsReportLiesBesideIt() throws IOException {
    put("a.csv", TABLE);
    look();
    assertEquals(
        List.of("20260302-100000-000-a.csv", "20260302-100000-000-a.csv.report.csv"),
        files("done"));
    assertEquals(1, hotspots.map().size());
    String report = Files.readString(folder.resolve("done/20260302-100000-000-a.csv.report.csv"));
    assertTrue(report.contains("added;") && report.contains("outside;"), report);
    assertEquals("a.csv", exchange.list().getFirst().source());
    assertEquals(List.of("done", "failed"), files(""));
  }

  @Test
  void theReportMendedAndPutThereIsImportedToo() throws IOException {
    put("a.csv", TABLE);
    look();
    String report = Files.readString(folder.resolve("done/20260302-100000-000-a.csv.report.csv"));
    now.set(START.plusSeconds(60));
    put("a.csv.report.csv", report.replace("48,8;2,3", "34,0;-6,8"));
    look();
    assertEquals(2, hotspots.map().size());
    assertEquals(4, files("done").size());
  }

  @Test
  void aBadFileIsMovedAwayAndNeverBlocksOthers() throws IOException {
    put("a.xml", "<!DOCTYPE osm SYSTEM \"file:///etc/passwd\"><osm/>");
    put("b.json", "{\"type\":");
    put("c.csv", "");
    put("d.csv", TABLE);
    look();
    assertEquals(6, files("failed").size());
    assertEquals(2, files("done").size());
    assertEquals(1, hotspots.map().size());
    String report = Files.readString(folder.resolve("failed/20260302-100000-000-c.csv.report.csv"));
    assertTrue(report.contains("le fichier est vide") && report.contains("الملف فارغ"), report);
  }

  @Test
  void whatIsHostileIsNeverOpened() throws IOException {
    Path secret = Files.writeString(folder.resolve("done/secret.csv"), TABLE);
    Files.createSymbolicLink(folder.resolve("link.csv"), secret);
    Files.createDirectory(folder.resolve("folder.csv"));
    for (String name :
        List.of(".hidden.csv", "-rf.csv", "a.exe", "a;rm.csv", "$(x).csv", "a\nb.csv", "é.csv"))
      put(name, TABLE);
    put("a".repeat(120) + ".csv", TABLE);
    look();
    assertEquals(0, hotspots.map().size());
    assertEquals(List.of("secret.csv"), files("done"));
    assertFalse(inbox.accepts(folder.resolve("done/secret.csv")), "only what lies in the folder");
  }

  @Test
  void aFileThatIsStillWrittenIsLeftAlone() throws IOException {
    Path file = put("a.csv", TABLE);
    Files.setLastModifiedTime(file, FileTime.from(START.minusSeconds(2)));
    look();
    assertTrue(Files.exists(file));
    now.set(START.plus(DropFolder.SETTLED));
    look();
    assertFalse(Files.exists(file));
  }

  @Test
  void aStoreThatDoesNotAnswerIsWaitedFor() throws IOException {
    Path file = put("a.csv", TABLE);
    away.set(true);
    look();
    assertTrue(Files.exists(file));
    away.set(false);
    look();
    assertFalse(Files.exists(file));
    assertEquals(1, hotspots.map().size());
  }

  @Test
  void theFolderHasATerritory() throws IOException {
    inbox = inbox(Territory.of(List.of("agadir-ida-ou-tanane")));
    put("a.csv", TABLE);
    look();
    assertEquals(0, hotspots.map().size());
    String report = Files.readString(folder.resolve("done/20260302-100000-000-a.csv.report.csv"));
    assertTrue(report.contains("hors de votre territoire"), report);
  }

  @Test
  void eachFileStandsInTheTrail() throws IOException {
    put("a.csv", TABLE);
    look();
    String line = "inbox, inbox folder, hotspots.import, ";
    String batch = exchange.list().getFirst().id();
    assertEquals(List.of(line + ", ASKED", line + batch + ", DONE"), trail);
    trail.clear();
    now.set(START.plusSeconds(60));
    put("a.csv", TABLE);
    look();
    assertEquals(List.of(line + ", DONE"), trail, "the map says so already");
    trail.clear();
    put("b.json", "{\"type\":");
    look();
    assertEquals(List.of(line + ", REFUSED"), trail);
    trail.clear();
    inbox = inbox(Territory.of(List.of("agadir-ida-ou-tanane")));
    put("c.csv", TABLE.replace("Argana", "Bahja"));
    look();
    assertEquals(List.of(line + ", REFUSED"), trail, "nothing of it is theirs");
    trail.clear();
    put("d;rm.csv", TABLE);
    look();
    assertEquals(List.of(), trail, "it is left where it is");
  }

  @Test
  void aFileWaitsUntilItsLineIsWritten() throws IOException {
    Path file = put("a.csv", TABLE);
    lost.add(Trail.Came.ASKED);
    look();
    assertTrue(Files.exists(file));
    assertEquals(0, hotspots.map().size(), "nothing is changed without a line");
    lost.clear();
    lost.add(Trail.Came.DONE);
    look();
    assertTrue(Files.exists(file));
    assertEquals(1, hotspots.map().size());
    lost.clear();
    look();
    assertFalse(Files.exists(file));
    assertEquals(2, trail.size(), trail::toString);
  }

  @Test
  void theRouteFindsThem() throws Exception {
    put("a.csv", TABLE);
    put("b.csv", TABLE.replace("Argana", "Bahja"));
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(inbox.routes(Duration.ofMillis(50)));
      NotifyBuilder both = new NotifyBuilder(camel).whenDone(2).create();
      camel.start();
      assertTrue(both.matches(20, TimeUnit.SECONDS));
    }
    assertEquals(4, files("done").size());
    assertEquals(List.of("done", "failed"), files(""));
  }
}
