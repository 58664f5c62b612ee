package ma.jisr.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jisr.app.account.Signatures;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.FileVerb;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.rights.Stand;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.service.shops.ShopDeed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role in every territory against all that a command does with files in its name: done just
 * where the table of rights says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsOverFilesTest {
  /** Some 120 m between two rows, in ten thousandths of a degree: they are no duplicates. */
  private static final int APART = 11;

  private static final int LETTERS = 10;

  @TempDir Path folder;
  private final MapServer server = new MapServer();
  private final Signatures signatures =
      new Signatures(server.accounts, server.audit, () -> MapServer.NOW);
  private final AtomicInteger made = new AtomicInteger();

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Stand> all() {
    return Stand.accounts();
  }

  private String account(Stand stand) {
    String name = "f" + made.incrementAndGet();
    server.accounts.create(name, stand.role(), stand.territory(), Optional.empty()).join();
    return name;
  }

  private List<String> ask(String things, String... words) throws Exception {
    FileDesk desk =
        server.files.stream().filter(d -> d.things().equals(things)).findFirst().orElseThrow();
    return signatures.verb(things, new FileVerb(desk, new Handover(folder))).run(List.of(words));
  }

  private List<String> bring(String things, String as, String file) throws Exception {
    String number = Handover.number();
    new Handover(folder).put(number, file.getBytes(UTF_8));
    return ask(things, as, "import", number, Handover.number(), "list.csv", "csv", "-");
  }

  /** A row of each kind, in the place, that is like no other. */
  private record Rows(String name, String hotspots, String places, String shops) {
    static Rows of(int n) {
      // Names that differ by a letter or two would be duplicates.
      String name =
          new Random(n)
              .ints(LETTERS, 'a', 'z' + 1)
              .mapToObj(Character::toString)
              .collect(Collectors.joining("", "Ait ", ""));
      String spot = "%s,library,free,%s,31.%04d,-8.5\n".formatted(name, Stand.PLACE, n * APART);
      String place = "9%06d,%s,31.2%02d,-8.2,07.041\n".formatted(n, name, n % 100);
      return new Rows(
          name,
          "name_fr,kind,access,place,lat,lon\n" + spot,
          "gn_id,name,lat,lon,province\n" + place,
          "nom;type;commune\n" + name + ";hammam;Amizmiz\n");
    }
  }

  private Rows rows() {
    return Rows.of(made.incrementAndGet());
  }

  private static String batch(List<String> told) {
    assertTrue(told.get(1).startsWith("batch "), told::toString);
    return told.get(1).replaceAll("batch ([0-9a-f]+) .*", "$1");
  }

  private int batches() throws Exception {
    return ask("hotspots", Signatures.OWNER, "batches").size()
        + ask("places", Signatures.OWNER, "batches").size()
        + ask("shops", Signatures.OWNER, "batches").size();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whoMayBringsAFileIn(Stand stand) throws Exception {
    boolean may = stand.may(Deed.IMPORT);
    String as = account(stand);
    int before = batches();
    Rows rows = rows();
    List<String> told = bring("hotspots", as, rows.hotspots());
    assertEquals(may ? "1 rows: 1 added" : "1 rows: 1 refused", told.getFirst());
    if (may) assertEquals("1 rows: 1 added", bring("places", as, rows.places()).getFirst());
    else assertThrows(IllegalArgumentException.class, () -> bring("places", as, rows.places()));
    boolean shops = stand.may(ShopDeed.IMPORT);
    assertEquals(
        shops ? "1 rows: 1 added" : "1 rows: 1 refused",
        bring("shops", as, rows.shops()).getFirst());
    assertEquals(before + (may ? 2 : 0) + (shops ? 1 : 0), batches());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whoMayTakesItBack(Stand stand) throws Exception {
    String as = account(stand);
    Rows rows = rows();
    List<String> undone = new ArrayList<>();
    for (String things : List.of("hotspots", "places")) {
      String file = things.equals("places") ? rows.places() : rows.hotspots();
      String batch = batch(bring(things, Signatures.OWNER, file));
      if (stand.may(Deed.IMPORT)) undone.addAll(ask(things, as, "undo", batch));
      else assertThrows(IllegalArgumentException.class, () -> ask(things, as, "undo", batch));
    }
    assertEquals(stand.may(Deed.IMPORT) ? 2 : 0, undone.size());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whoMayTakesThemOut(Stand stand) throws Exception {
    String as = account(stand);
    Rows rows = rows();
    bring("hotspots", Signatures.OWNER, rows.hotspots());
    String number = Handover.number();
    if (!Rights.of(stand.role()).contains(Deed.EXPORT)) {
      assertThrows(
          IllegalArgumentException.class, () -> ask("hotspots", as, "export", number, "csv"));
      return;
    }
    ask("hotspots", as, "export", number, "csv");
    String file = new String(new Handover(folder).take(number, 1_000_000), UTF_8);
    assertEquals(stand.may(Deed.EXPORT), file.contains(";" + rows.name() + ";"));
  }
}
