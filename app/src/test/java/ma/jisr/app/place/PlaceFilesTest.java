package ma.jisr.app.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.account.Signatures;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.understand.GazetteerPlaces;
import ma.jisr.app.wiring.FileDoor;
import ma.jisr.app.wiring.PlaceKeeping;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.PlaceKeeper;
import ma.jisr.map.place.PlaceStore;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code jisr places} does on a store that no process has open. */
final class PlaceFilesTest {
  private static final String LIST =
      """
      gn_id,name,name_ar,lat,lon,province
      2556999,Tizgui Nouamane,تيزكي نعمان,31.22,-8.20,07.041
      ,Nowhere,,10.0,-8.0,
      """;

  @TempDir Path folder;

  private final String report = Handover.number();

  private List<String> ask(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(Signatures.OWNER));
    all.addAll(List.of(words));
    return FileDoor.ask(Settings.ofSandbox(folder), "places", all);
  }

  private Handover handover() {
    return new Handover(Settings.ofSandbox(folder).data());
  }

  private List<String> read(byte[] file, String how) throws Exception {
    String number = Handover.number();
    handover().put(number, file);
    return ask("import", number, report, Words.of("my list.csv"), "auto", how);
  }

  private List<String> read(String how) throws Exception {
    return read(LIST.getBytes(UTF_8), how);
  }

  @Test
  void importsListsAndTakesBack() throws Exception {
    List<String> dry = read("dry");
    assertEquals("2 rows: 1 added, 1 refused", dry.getFirst());
    assertEquals("dry run: nothing is changed", dry.get(1));
    assertEquals("1 refused: it lies in no province of the country", dry.get(2));
    assertEquals(
        List.of(
            "line,verdict,place,name,why",
            "2,added,al-haouz.tizgui-nouamane,Tizgui Nouamane,",
            "3,refused,,Nowhere,it lies in no province of the country"),
        new String(handover().take(report, 1_000), UTF_8).lines().toList());
    assertEquals(List.of(), ask("batches"));
    assertTrue(read("-").get(1).endsWith("is in use: 1 added, 0 changed"));
    handover().take(report, 1_000);
    assertEquals("nothing is new: nothing is changed", read("-").get(1));
    List<String> batches = ask("batches");
    assertEquals(1, batches.size());
    assertTrue(batches.getFirst().endsWith("my list.csv"), batches::toString);
    assertTrue(match("tizgi nouman").startsWith("\tTizgui Nouamane\t"));
    String id = batches.getFirst().substring(0, batches.getFirst().indexOf(' '));
    assertEquals(List.of("batch " + id + " is undone: 1 added, 0 changed"), ask("undo", id));
    assertTrue(!match("tizgi nouman").startsWith("\tTizgui Nouamane\t"));
  }

  private String match(String name) {
    Gazetteer stored = PlaceKeeping.stored(Settings.ofSandbox(folder));
    return new MatchVerb(() -> stored).run(List.of("names", Words.of(name))).getFirst();
  }

  /** What flows and free text ask is the gazetteer of the store. */
  @Test
  void whatWasImportedIsUnderstoodInMessages() throws Exception {
    read("-");
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
        "import 00000000-0000-0000-0000-000000000000 - x auto dry",
        "import ../../etc/passwd - x auto dry",
        "undo",
        "undo nothing",
        "export 00000000-0000-0000-0000-000000000000 csv",
        "erase"
      })
  void whatIsWrongIsSaid(String request) {
    assertThrows(IllegalArgumentException.class, () -> ask(request.split(" ", -1)));
  }

  @Test
  void whatIsNotUtf8IsRefused() throws Exception {
    byte[] file = "name,lat,lon\nT\u00e9mara,33.9,-6.9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThrows(IllegalArgumentException.class, () -> read(file, "-"));
    assertEquals(List.of(), ask("batches"));
  }
}
