package ma.jisr.map.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import ma.jisr.base.Actor;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.change.Change;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellsTest {
  private static final Actor ADMIN = new Actor("admin", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  private static final String HEADER =
      "radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal\n";
  private static final String GOOD = "LTE,604,1,30123,7900417,0,-7.9892,31.6258,1250,12,1,1,2,0\n";

  @TempDir private Path folder;

  private final MemoryStore store = new MemoryStore(List.of(Cells.SPEC, ChangeFeed.SPEC));

  @Test
  void whatAFileSaysIsFound() throws IOException {
    Cells cells = cells(store);
    String last = run(cells, file(HEADER + GOOD), false).getLast();
    assertEquals("imported, in use on all nodes", last);
    Position position = cells.of(new CellId(604, 1, 30123, 7900417)).orElseThrow();
    assertEquals(31.6258, position.point().lat(), 1e-5);
    assertEquals(-7.9892, position.point().lon(), 1e-5);
    assertEquals(1250, position.withinMetres());
    assertTrue(!position.isExact(), "around, not at");
    assertEquals(Optional.empty(), cells.of(new CellId(604, 1, 30123, 7900418)));
    assertEquals(Optional.empty(), cells.of(new CellId(604, 2, 30123, 7900417)));
    Cells other = cells(store);
    assertEquals(1, other.reload().join(), "another node, or after a restart");
  }

  @Test
  void ofEachRowItIsSaidWhatBecameOfIt() throws IOException {
    String rows =
        GOOD
            + "GSM,208,1,1,1,0,2.35,48.85,500,1,1,1,1,0\n"
            + "GSM,604,1,nix,1,0,-8.0,31.0,500,1,1,1,1,0\n"
            + "GSM,604,1,1,99999999999,0,-8.0,31.0,500,1,1,1,1,0\n"
            + "GSM,604,1,1,2,0,-8.0,131.0,500,1,1,1,1,0\n"
            + "GSM,604\n"
            + "NR,604,0,16777215,68719476735,0,-8.0,31.0,0,1,1,1,1,0\n";
    List<String> lines = run(cells(store), zipped(rows), true);
    assertEquals("line 3: column 4 is not a number", lines.get(0));
    assertEquals("line 4: cell has over 36 bits", lines.get(1));
    assertEquals("line 5: not a point on the earth", lines.get(2));
    assertEquals("line 6: too few columns", lines.get(3));
    assertEquals(
        "7 rows: 2 cells of 2 networks, 1 rows of other countries than 604, 4 not usable",
        lines.get(4));
    assertEquals("dry run: nothing was changed", lines.getLast());
    assertEquals(0, cells(store).reload().join());
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    Cells cells = cells(store);
    run(cells, file(HEADER + GOOD), false);
    assertEquals("these are in use already", run(cells, file(GOOD), false).getLast());
    assertEquals("nothing to import", run(cells, file(HEADER), false).getLast());
    assertEquals(1, cells.size());
  }

  @Test
  void theBetterMeasuredOfTwoRowsStays() throws IOException {
    String poor = GOOD.replace(",12,1,", ",3,1,").replace("31.6258", "31.7");
    Cells cells = cells(store);
    run(cells, file(GOOD + poor), false);
    assertEquals(31.6258, lat(cells), 1e-5);
    run(cells, file(poor + GOOD), false);
    assertEquals(31.6258, lat(cells), 1e-5);
  }

  /** Killed behind any call: the old edition or the new one, whole. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aKillLeavesTheOldOrTheNew(int calls) throws IOException {
    run(cells(store), file(GOOD), false);
    int[] left = {calls};
    Store dying =
        new FaultyStore(
            store,
            (method, collection) ->
                left[0]-- > 0
                    ? new FaultyStore.Fault.Pass()
                    : new FaultyStore.Fault.Hold(new CompletableFuture<>()));
    String moved = GOOD.replace("31.6258", "31.7");
    var unused = new CellImport(cells(dying)).run(ADMIN, file(moved), CellImport.MOROCCO, false);
    Cells next = cells(store);
    assertEquals(1, next.reload().join());
    assertTrue(Math.abs(lat(next) - 31.6258) < 1e-5 || Math.abs(lat(next) - 31.7) < 1e-5);
    run(next, file(moved), false);
    assertEquals(31.7, lat(next), 1e-5);
  }

  @Test
  void otherNodesFollow() throws IOException {
    Cells here = cells(store);
    Cells there = cells(store);
    run(here, file(GOOD), false);
    List<Change> feed = new ChangeFeed(store, InstantSource.system()).after(0).join();
    assertEquals(Change.Subject.CELLS, feed.getFirst().subject());
    assertEquals(feed, there.follow(feed).join());
    assertEquals(1, there.size());
  }

  @Test
  void manyCellsInPartsAreAllFound() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 45_000; i++)
      rows.append("LTE,604,")
          .append(i % 5)
          .append(",")
          .append(i % 700)
          .append(",")
          .append(i * 7L)
          .append(",0,")
          .append(-17 + random.nextInt(16))
          .append(".5,")
          .append(21 + random.nextInt(15))
          .append(".25,")
          .append(1 + i)
          .append(",1,1,1,1,0\n");
    run(cells(store), file(rows.toString()), false);
    Cells cells = cells(store);
    assertEquals(45_000, cells.reload().join());
    for (int i = 0; i < 45_000; i += 997)
      assertTrue(cells.of(new CellId(604, i % 5, i % 700, i * 7L)).isPresent());
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    Path nowhere = folder.resolve("nowhere.csv");
    assertThrows(UncheckedIOException.class, () -> run(cells(store), nowhere, true));
  }

  @Test
  void placesAreKeptToAMetre() {
    CellTable.Builder table = new CellTable.Builder();
    GeoPoint point = new GeoPoint(-89.99999, 179.99999);
    table.add(new CellId(999, 999, CellId.MAX_AREA, CellId.MAX_CELL), point, 1_000_000, 0);
    Position position =
        table.build().of(new CellId(999, 999, CellId.MAX_AREA, CellId.MAX_CELL)).orElseThrow();
    assertEquals(0, point.metresTo(position.point()), 1);
    assertEquals(204_750, position.withinMetres());
  }

  private static double lat(Cells cells) {
    return cells.of(new CellId(604, 1, 30123, 7900417)).orElseThrow().point().lat();
  }

  private static List<String> run(Cells cells, Path file, boolean dryRun) {
    return new CellImport(cells).run(ADMIN, file, CellImport.MOROCCO, dryRun).join();
  }

  private static Cells cells(Store store) {
    return new Cells(store, new ChangeFeed(store, InstantSource.fixed(Instant.EPOCH)));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "cells", ".csv"), text);
  }

  private Path zipped(String text) throws IOException {
    Path file = Files.createTempFile(folder, "cells", ".csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
