package ma.jisr.app.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.understand.GazetteerPlaces;
import ma.jisr.app.wiring.PlaceKeeping;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.map.place.PlaceKeeper;
import ma.jisr.map.place.PlaceStore;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code jisr places} does on a store that no process has open. */
final class PlaceVerbTest {
  private static final String LIST =
      """
      gn_id,name,name_ar,lat,lon,province
      2556999,Tizgui Nouamane,تيزكي نعمان,31.22,-8.20,07.041
      ,Nowhere,,10.0,-8.0,
      """;

  @TempDir Path folder;

  private List<String> ask(String... words) throws Exception {
    return PlaceKeeping.offline(Settings.ofSandbox(folder), List.of(words));
  }

  private Path list() throws IOException {
    return Files.writeString(folder.resolve("my list.csv"), LIST);
  }

  private List<String> read(String how) throws Exception {
    return ask("import", PlaceVerb.word(list().toString()), "auto", how);
  }

  @Test
  void importsListsAndTakesBack() throws Exception {
    List<String> dry = read("dry");
    assertEquals("rows: 1 added, 0 changed, 0 same, 1 refused, 0 aside", dry.getFirst());
    assertEquals("dry run: nothing is changed", dry.get(1));
    assertEquals("\t2\tadded\tal-haouz.tizgui-nouamane\tTizgui Nouamane\t", dry.get(2));
    assertEquals(List.of(), ask("batches"));
    assertTrue(read("write").get(1).endsWith("is in use"));
    assertEquals("nothing is new: nothing is changed", read("write").get(1));
    List<String> batches = ask("batches");
    assertEquals(1, batches.size());
    assertTrue(batches.getFirst().endsWith("my list.csv"), batches::toString);
    assertTrue(match("tizgi nouman").startsWith("\tTizgui Nouamane\t"));
    String id = batches.getFirst().substring(0, batches.getFirst().indexOf(' '));
    assertEquals(List.of("batch " + id + " is undone"), ask("undo", id));
    assertTrue(!match("tizgi nouman").startsWith("\tTizgui Nouamane\t"));
  }

  private String match(String name) throws Exception {
    return ask("match", "names", PlaceVerb.word(name)).getFirst();
  }

  /** What flows and free text ask is the gazetteer of the store. */
  @Test
  void whatWasImportedIsUnderstoodInMessages() throws Exception {
    read("write");
    Settings settings = Settings.ofSandbox(folder);
    try (Store store = Stores.open(settings, settings.data())) {
      Repertoire repertoire = Repertoire.of(settings, store, Clock.systemUTC(), Runnable::run);
      GazetteerPlaces words = new GazetteerPlaces(repertoire.places());
      assertTrue(words.sounding("tizgui nouamane").isEmpty());
      PlaceStore stored = new PlaceStore(store, StarterGazetteer.read());
      assertTrue(new PlaceKeeper(stored, repertoire.places()).refresh());
      assertEquals("Tizgui Nouamane", words.sounding("tizgui nouamane").orElseThrow());
      assertEquals(
          "al-haouz.tizgui-nouamane",
          repertoire.knowledge().gazetteer().place("al-haouz.tizgui-nouamane").orElseThrow().id());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "import /no/such/file auto dry",
        "import %00 auto dry",
        "undo",
        "undo nothing",
        "match",
        "erase",
        "import %2F auto write"
      })
  void whatIsWrongIsSaid(String request) {
    assertThrows(IllegalArgumentException.class, () -> ask(request.split(" ", -1)));
  }

  @Test
  void whatIsNotUtf8IsRefused() throws Exception {
    Path file = folder.resolve("latin1.csv");
    Files.write(
        file, "name,lat,lon\nT\u00e9mara,33.9,-6.9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(
        IllegalArgumentException.class,
        () -> ask("import", PlaceVerb.word(file.toString()), "auto", "write"));
    assertEquals(List.of(), ask("batches"));
  }
}
