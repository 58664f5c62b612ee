package ma.jisr.map.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import ma.jisr.base.Vault;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Document;
import ma.jisr.store.Retention;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class DemandTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final Area ZAGORA = GAZETTEER.area("zagora.zagora").orElseThrow();
  private static final Area AMIZMIZ = GAZETTEER.area("al-haouz.amizmiz").orElseThrow();

  /** Ten in Morocco, which is on GMT in Ramadan, 2026-03-02. */
  private static final Instant MONDAY_10 = Instant.parse("2026-03-02T10:00:00Z");

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Duration DAY = Duration.ofDays(1);

  private final MemoryStore store = new MemoryStore(Demand.specs());
  private final Vault vault = Vault.passing(new Random(1));
  private final Demand demand = new Demand(store, vault, new Random(2));
  private final DemandBook book = new DemandBook(store);

  @Test
  void fourPeopleAreNobodyAndFiveAreFive() {
    ask(4, ZAGORA, Want.ANY, MONDAY_10);
    assertEquals(List.of(), read());
    ask(5, ZAGORA, Want.ANY, MONDAY_10);
    assertEquals(
        List.of(
            new DemandRow("zagora.zagora", "any", null, 5, 5, 1),
            new DemandRow("zagora.zagora", "any", 10, 5, 5, 1)),
        read());
  }

  @Test
  void onePersonWhoAsksAllDayIsOnePerson() {
    for (int hour = 0; hour < 12; hour++)
      for (int i = 0; i < 3; i++)
        demand.asked(ZAGORA, MONDAY_10.plus(Duration.ofHours(hour)), Want.ANY, "amina").join();
    for (int day = 0; day < 7; day++)
      demand.asked(ZAGORA, MONDAY_10.plus(DAY.multipliedBy(day)), Want.ANY, "said").join();
    assertEquals(List.of(), read());
  }

  @Test
  void placesAndWishesAreCountedApart() {
    ask(6, ZAGORA, Want.ANY, MONDAY_10);
    ask(5, ZAGORA, new Want(true, false), MONDAY_10);
    ask(7, AMIZMIZ, new Want(false, true), MONDAY_10);
    assertEquals(
        List.of("al-haouz.amizmiz open 7", "zagora.zagora any 6", "zagora.zagora free 5"),
        read().stream()
            .filter(r -> r.hour() == null)
            .map(r -> r.place() + " " + r.want() + " " + r.people())
            .toList());
    assertEquals(1, book.read(MONDAY, MONDAY, id -> id.startsWith("al-haouz")).join().size() / 2);
  }

  @Test
  void nothingIsFoundByTakingOneAnswerFromAnother() {
    ask(6, ZAGORA, Want.ANY, MONDAY_10);
    ask(2, ZAGORA, Want.ANY, MONDAY_10.plus(DAY));
    List<DemandRow> one = book.read(MONDAY, MONDAY, _ -> true).join();
    assertEquals(one, book.read(MONDAY, MONDAY.plusDays(1), _ -> true).join());
  }

  @Test
  void aClosedDayShowsTheSameAndTellsNobodyApart() {
    ask(6, ZAGORA, Want.ANY, MONDAY_10);
    ask(5, ZAGORA, Want.ANY, MONDAY_10.plus(Duration.ofHours(3)));
    List<DemandRow> before = read();
    assertEquals(1, demand.close(MONDAY_10.plus(DAY)).join());
    assertEquals(before, read());
    String kept = store.scan(Demand.SPEC.name(), "", 9).join().getFirst().json();
    assertTrue(kept.contains("\"people\":{}"), kept);
    assertEquals(0, demand.close(MONDAY_10.plus(DAY)).join());
  }

  @Test
  void theSaltOutlivesARestartAndIsSharedByNodesWithinTheDay() {
    ask(3, ZAGORA, Want.ANY, MONDAY_10);
    Demand restarted = new Demand(store, vault, new Random(3));
    for (int i = 0; i < 5; i++)
      restarted.asked(ZAGORA, MONDAY_10.plusSeconds(60), Want.ANY, "person" + i).join();
    assertEquals(5, read().getFirst().people());
    assertEquals(1, salts().size());
  }

  @Test
  void theSaltIsGoneTheDayAfterAndSealedBefore() {
    ask(1, ZAGORA, Want.ANY, MONDAY_10);
    assertFalse(salts().toString().contains("amina"));
    demand.close(MONDAY_10.plus(Duration.ofHours(13))).join();
    assertEquals(1, salts().size(), "the day is not over");
    demand.close(MONDAY_10.plus(Duration.ofHours(14))).join();
    assertEquals(List.of(), salts());
  }

  @Test
  void aSaltOfOtherKeysIsNotMadeAnew() {
    ask(1, ZAGORA, Want.ANY, MONDAY_10);
    Demand stranger = new Demand(store, Vault.passing(new Random(9)), new Random(4));
    var asked = stranger.asked(ZAGORA, MONDAY_10, Want.ANY, "amina");
    assertThrows(CompletionException.class, asked::join);
  }

  @Test
  void theSamePersonIsAnotherInEveryPlaceAndOnEveryDay() {
    for (Area area : List.of(ZAGORA, AMIZMIZ))
      for (int day = 0; day < 2; day++)
        demand.asked(area, MONDAY_10.plus(DAY.multipliedBy(day)), Want.ANY, "amina").join();
    long different =
        store.scan(Demand.SPEC.name(), "", 9).join().stream()
            .map(d -> CellJson.read(d.json()).people().keySet())
            .distinct()
            .count();
    assertEquals(4, different);
  }

  @Test
  void aCrowdIsCountedUpToABound() {
    ask(DayCell.MOST + 3, ZAGORA, Want.ANY, MONDAY_10);
    assertEquals(DayCell.MOST, read().getFirst().people());
    Document cell = store.scan(Demand.SPEC.name(), "", 9).join().getFirst();
    assertTrue(cell.json().length() < 16_384, "" + cell.json().length());
  }

  @Test
  void isForgottenInTheEnd() {
    ask(6, ZAGORA, Want.ANY, MONDAY_10);
    Retention counts = Demand.retentions().getFirst();
    assertEquals(0, counts.remove(store, MONDAY_10.plus(Demand.KEEP), 9).join());
    assertEquals(1, store.scan(Demand.SPEC.name(), "", 9).join().size());
    assertEquals(1, counts.remove(store, MONDAY_10.plus(Demand.KEEP).plus(DAY), 9).join());
    assertEquals(List.of(), store.scan(Demand.SPEC.name(), "", 9).join());
  }

  @Test
  void aPeriodIsBounded() {
    for (LocalDate to : List.of(MONDAY.minusDays(1), MONDAY.plusDays(DemandBook.MOST_DAYS)))
      assertThrows(
          CompletionException.class, book.read(MONDAY, to, _ -> true)::join, to.toString());
  }

  @Test
  void asFiles() throws Exception {
    ask(5, ZAGORA, Want.ANY, MONDAY_10);
    String[] csv = DemandFile.csv(read(), GAZETTEER).split("\n", -1);
    assertEquals("place,name_fr,name_ar,province,lat,lon,want,hour,asked,people,days", csv[0]);
    assertTrue(csv[1].startsWith("zagora.zagora,Zagora,"), csv[1]);
    assertTrue(csv[1].endsWith(",any,,5,5,1"), csv[1]);
    JsonNode geo = new ObjectMapper().readTree(DemandFile.geoJson(read(), GAZETTEER));
    assertEquals("FeatureCollection", geo.path("type").asText());
    JsonNode first = geo.path("features").path(0);
    assertEquals(
        ZAGORA.point().lon(), first.path("geometry").path("coordinates").path(0).asDouble());
    assertEquals(5, first.path("properties").path("people").asInt());
    DemandRow gone = new DemandRow("nowhere.gone", "any", null, 9, 9, 1);
    assertTrue(DemandFile.csv(List.of(gone), GAZETTEER).contains("nowhere.gone,,,,,,any"));
    assertTrue(DemandFile.geoJson(List.of(gone), GAZETTEER).contains("\"geometry\":null"));
  }

  private void ask(int people, Area area, Want want, Instant when) {
    for (int i = 0; i < people; i++) demand.asked(area, when, want, "person" + i).join();
  }

  private List<DemandRow> read() {
    return book.read(MONDAY, MONDAY.plusDays(30), _ -> true).join();
  }

  private List<Document> salts() {
    return store.scan(Salts.SPEC.name(), "", 9).join();
  }
}
