package ma.jisr.service.hotspots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.demand.Demand;
import ma.jisr.map.demand.DemandBook;
import ma.jisr.map.demand.DemandRow;
import ma.jisr.map.hotspot.Hotspot.Access;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.AccountDouble;
import ma.jisr.service.FieldDouble;
import ma.jisr.service.People;
import ma.jisr.service.Ports;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.store.sqlite.SqliteStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service without Camel: the samples, a Monday at ten. */
final class HotspotServiceTest {
  private static final Instant MONDAY_10 =
      LocalDateTime.of(2026, 3, 2, 10, 0).atZone(OpeningHours.ZONE).toInstant();
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();

  @TempDir private static Path folder;
  private static final AtomicInteger TESTS = new AtomicInteger();

  private final SqliteStore store =
      SqliteStore.scratch(folder.resolve("data-" + TESTS.incrementAndGet()), FieldDouble.specs());
  private final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  private final FieldDouble field = new FieldDouble(store, map);
  private final HotspotService service = on(GAZETTEER);

  private HotspotService on(Gazetteer gazetteer) {
    return new HotspotService(
        new Ports(
            new Places(gazetteer),
            map,
            field.demand,
            FieldDouble.shops().book(),
            FieldDouble.shops().staff(),
            FieldDouble.tickets(),
            new People(),
            field.ports,
            new Outboxes(),
            Optional.empty(),
            AccountDouble.ports(),
            FieldDouble.challenges(),
            FieldDouble.notices(),
            FieldDouble.audience(),
            InstantSource.fixed(MONDAY_10)));
  }

  HotspotServiceTest() {
    map.put(HotspotTable.samples(GAZETTEER).stream().map(h -> new Kept(h, 0)).toList());
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amizmiz      | sure    | Amizmiz
          f amizmiz    | sure    | Amizmiz
          à Amizmiz    | sure    | Amizmiz
          أمزميز       | sure    | Amizmiz
          فأمزميز      | sure    | Amizmiz
          في أمزميز    | sure    | Amizmiz
          1042         | sure    | Dar Chabab Amizmiz (ex.)
          ١٠٤٢         | sure    | Dar Chabab Amizmiz (ex.)
          264          | several | Bni Bouayach, Al Hoceima
          264964       | sure    | Amizmiz
          tabia        | several | Tabia, Azilal
          1999         | none    |
          zzzz         | none    |
          """)
  void findsWhatIsMeant(String text, String outcome, String first) {
    OperationResult result = ask("places.search", Map.of("text", new Value.Text(text)));
    assertEquals(outcome, result.outcome(), result::toString);
    List<Value.Item> places = items(result, "places");
    assertEquals(
        first == null ? "" : first,
        places.isEmpty() ? "" : places.getFirst().label().in(Language.FR, true));
  }

  @Test
  void looksInTheHomeProvinceFirst() {
    Value.Item home = item("taroudannt.tiout");
    OperationResult result =
        ask("places.search", Map.of("text", new Value.Text("tabia"), "near", home));
    assertEquals("sure", result.outcome());
    assertEquals("taroudannt.tabia", items(result, "places").getFirst().id());
  }

  @Test
  void drillsDownFromRegionToTown() {
    assertEquals(12, items(ask("places.regions", Map.of()), "regions").size());
    OperationResult provinces = ask("places.provinces", Map.of("region", item("marrakech-safi")));
    assertEquals(8, items(provinces, "provinces").size());
    Map<String, Value> all = Map.of("province", item("al-haouz"));
    assertTrue(items(ask("places.towns", all), "towns").size() > 9);
    Map<String, Value> letters =
        Map.of("province", item("al-haouz"), "keys", new Value.Text("264"));
    assertEquals("al-haouz.amizmiz", items(ask("places.towns", letters), "towns").getFirst().id());
    assertEquals("none", ask("places.towns", Map.of("province", item("nowhere"))).outcome());
  }

  /** On a Monday the youth centres of the samples are closed; "Dar Chabab Amizmiz" is not. */
  @Test
  void tellsTheNearestThreeThatAreOpen() {
    OperationResult result = ask("hotspots.near", Map.of("place", item("al-haouz.amizmiz")));
    assertEquals("found", result.outcome());
    List<Value.Item> spots = items(result, "hotspots");
    assertEquals(3, spots.size());
    for (Value.Item spot : spots) {
      assertFalse(spot.fields().containsKey("distance"), "in the very place: no distance");
      assertTrue(spot.label().in(Language.FR, true).length() <= HotspotOperations.LABEL);
    }
  }

  @Test
  void offersTheNearestKnownWhenNothingNearIsOpen() {
    OperationResult result = ask("hotspots.near", Map.of("place", item("zagora.zagora")));
    assertEquals("far", result.outcome());
    Value.Item spot = items(result, "hotspots").getFirst();
    assertTrue(spot.fields().get("distance") instanceof Value.Distance d && !d.exact());
    assertFalse(spot.fields().containsKey("hours"), "asked of the one that is chosen");
    OperationResult chosen = ask("hotspots.show", Map.of("hotspot", spot));
    assertEquals("ouvre mardi 9h", french(chosen.values().get("hours")));
    assertEquals(spot.fields().get("distance"), chosen.values().get("distance"));
    assertTrue(spot.label().in(Language.FR, true).endsWith(" km"), spot.label()::toString);
    assertEquals(
        "none", ask("hotspots.near", Map.of("place", item("aousserd.aousserd"))).outcome());
  }

  @Test
  void showsOneWithItsWay() {
    OperationResult result = ask("hotspots.show", Map.of("hotspot", item("sample-1042")));
    assertEquals("found", result.outcome());
    assertEquals("Derriere la commune", french(result.values().get("way")));
    assertEquals("ouvert jusqu'à 21h", french(result.values().get("hours")));
    assertEquals("gratuit", french(result.values().get("fee")));
    assertEquals("gone", ask("hotspots.show", Map.of("hotspot", item("sample-1172"))).outcome());
    assertEquals("gone", ask("hotspots.show", Map.of("hotspot", item("nothing"))).outcome());
  }

  @Test
  void countsWhoAskedInVainByPlaceAndHourOnly() {
    Map<String, Value> there = Map.of("place", item("zagora.zagora"));
    for (int i = 0; i < 5; i++) assertEquals("counted", unmet("person" + i, there));
    assertEquals("counted", unmet("person4", there));
    LocalDate day = LocalDate.of(2026, 3, 2);
    DemandRow all = new DemandBook(store).read(day, day, _ -> true).join().getFirst();
    assertEquals(new DemandRow("zagora.zagora", "any", null, 5, 5, 1), all);
    assertFalse(store.scan(Demand.SPEC.name(), "", 10).join().toString().contains("person4"));
  }

  /** What a wish finds, on a Monday in Ramadan at ten. */
  @ParameterizedTest
  @CsvSource({
    "al-haouz.amizmiz, '',        found",
    "al-haouz.amizmiz, free,      free",
    "al-haouz.amizmiz, open,      found",
    "al-haouz.amizmiz, free open, free",
    "youssoufia.youssoufia, free, free",
    "zagora.zagora,    free,      far",
    "aousserd.aousserd, free,     none",
    "al-haouz.amizmiz, nonsense,  found",
  })
  void wishesAreHeard(String place, String wish, String outcome) {
    OperationResult result =
        ask("hotspots.near", Map.of("place", item(place), "wish", new Value.Text(wish)));
    assertEquals(outcome, result.outcome());
    if (outcome.equals("free"))
      for (Value.Item spot : items(result, "hotspots"))
        assertEquals(Access.FREE, map.byId(spot.id()).orElseThrow().access(), spot::id);
  }

  @Test
  void whatHadToBeFreeIsCountedAsSuch() {
    Map<String, Value> there =
        Map.of("place", item("zagora.zagora"), "wish", new Value.Text("free"));
    for (int i = 0; i < 5; i++) assertEquals("counted", unmet("person" + i, there));
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertEquals(
        List.of("zagora.zagora free 5"),
        new DemandBook(store)
            .read(day, day, _ -> true).join().stream()
                .filter(row -> row.hour() == null)
                .map(row -> row.place() + " " + row.want() + " " + row.people())
                .toList());
  }

  /** A douar of five people is nobody's business; its commune is. */
  @Test
  void whatAVillageAsksForCountsForItsCommune() {
    Place village =
        new Place(
            "zagora.douar",
            "zagora",
            "zagora.zagora",
            Level.LOCALITY,
            LocalText.same("Douar"),
            List.of(),
            GAZETTEER.area("zagora.zagora").orElseThrow().point(),
            false,
            0,
            Map.of());
    HotspotService there = on(GAZETTEER.with(List.of(village)));
    for (int i = 0; i < 5; i++) {
      Value.Item place = item(i % 2 == 0 ? "zagora.douar" : "zagora.zagora");
      there
          .answer(
              new OperationRequest(
                  "hotspots.unmet",
                  "key",
                  "person" + i,
                  Language.FR,
                  Assurance.NETWORK,
                  Map.of("place", place)))
          .toCompletableFuture()
          .join();
    }
    LocalDate day = LocalDate.of(2026, 3, 2);
    DemandRow all = new DemandBook(store).read(day, day, _ -> true).join().getFirst();
    assertEquals(new DemandRow("zagora.zagora", "any", null, 5, 5, 1), all);
  }

  /** Where the network says that a phone is: around, so that no metres are told. */
  @Test
  void aCellIsNoExactPoint() {
    OperationResult sure =
        ask("places.search", Map.of("text", new Value.Text("geo:31.218,-8.234;u=1500")));
    assertEquals("sure", sure.outcome());
    Value.Item here = items(sure, "places").getFirst();
    assertEquals("Amizmiz", here.label().in(Language.FR, true));
    Value.Item spot = items(ask("hotspots.near", Map.of("place", here)), "hotspots").getFirst();
    assertTrue(spot.fields().get("distance") instanceof Value.Distance d && !d.exact());
    Value.Item there =
        items(ask("places.search", Map.of("text", new Value.Text("geo:31.218,-8.234"))), "places")
            .getFirst();
    Value.Item exact = items(ask("hotspots.near", Map.of("place", there)), "hotspots").getFirst();
    assertTrue(exact.fields().get("distance") instanceof Value.Distance d && d.exact());
  }

  private String unmet(String person, Map<String, Value> arguments) {
    return service
        .answer(
            new OperationRequest(
                "hotspots.unmet", "key", person, Language.FR, Assurance.NETWORK, arguments))
        .toCompletableFuture()
        .join()
        .outcome();
  }

  @Test
  void everyAnswerKeepsItsDeclaredLengths() {
    for (String place : List.of("al-haouz.amizmiz", "zagora.zagora", "marrakech.marrakech"))
      for (Value.Item spot :
          items(ask("hotspots.near", Map.of("place", item(place))), "hotspots")) {
        Map<String, Value> shown = ask("hotspots.show", Map.of("hotspot", spot)).values();
        within(shown.get("hours"), HoursWords.LONGEST);
        within(shown.get("fee"), FeeWords.LONGEST);
        within(shown.get("name"), HotspotOperations.LABEL);
        within(new Value.Local(spot.label()), HotspotOperations.LABEL);
      }
  }

  @Test
  void declaresEveryOutcomeItGives() {
    for (Operation operation : service.operations())
      assertTrue(operation.outcomes().contains(ask(operation.name(), Map.of()).outcome()));
  }

  private static void within(@Nullable Value value, int longest) {
    assertTrue(
        value instanceof Value.Local l
            && l.text().byLanguage().values().stream().allMatch(t -> t.length() <= longest),
        () -> value + " is longer than " + longest);
  }

  private OperationResult ask(String operation, Map<String, Value> arguments) {
    return service
        .answer(
            new OperationRequest(
                operation, "key", "person", Language.FR, Assurance.NETWORK, arguments))
        .toCompletableFuture()
        .join();
  }

  private static Value.Item item(String id) {
    return Value.Item.of(id, LocalText.same(id));
  }

  private static List<Value.Item> items(OperationResult result, String field) {
    return result.values().get(field) instanceof Value.Items items ? items.items() : List.of();
  }

  private static String french(@Nullable Value value) {
    return value instanceof Value.Local local ? local.text().in(Language.FR, true) : "";
  }
}
