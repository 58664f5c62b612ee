package ma.jisr.service.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import org.junit.jupiter.api.Test;

class ShopBookTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();

  /** A Monday at 10:00 in Morocco, in Ramadan: GMT. */
  private static final Instant MONDAY_10 = Instant.parse("2026-03-02T10:00:00Z");

  private static final Map<String, Shop> SAMPLES = ShopSamples.read();

  private final ShopBook book = new ShopBook(() -> GAZETTEER, Almanac.COMPUTED);

  ShopBookTest() {
    book.put(SAMPLES.values().stream().map(shop -> new Versioned<>(shop, 0)).toList());
  }

  private static Shop sample(String code) {
    return Objects.requireNonNull(SAMPLES.get("sample-" + code));
  }

  @Test
  void aShopIsFoundByItsCodeInAnyDigits() {
    assertEquals(Optional.of(sample("2019")), book.byCode("2019"));
    assertEquals(Optional.of(sample("2019")), book.byCode(" ٢٠١٩ "));
    assertEquals(Optional.empty(), book.byCode("2097"), "nobody's");
    assertEquals(Optional.of(sample("2024")), book.byId("sample-2024"));
  }

  @Test
  void whatIsRetiredIsShownToNobodyAndAnOlderWordDoesNotBringItBack() {
    Shop shop = sample("2019");
    book.put(List.of(new Versioned<>(shop.retired(true), 3)));
    assertEquals(Optional.empty(), book.byCode("2019"));
    assertEquals(List.of(), book.near(Trade.GROCERY, "al-haouz.amizmiz", 5, MONDAY_10));
    book.put(List.of(new Versioned<>(shop, 2)));
    assertEquals(Optional.empty(), book.byId(shop.id()));
    book.put(List.of(new Versioned<>(shop, 4)));
    assertEquals(Optional.of(shop), book.byId(shop.id()));
  }

  @Test
  void aCodeThatChangesIsTheNewOneOnly() {
    Shop shop = sample("2019");
    Shop other = new Shop(shop.id(), "2100", shop.facts(), false, true);
    book.put(List.of(new Versioned<>(other, 1)));
    assertEquals(Optional.empty(), book.byCode("2019"));
    assertEquals(Optional.of(other), book.byCode("2100"));
    assertEquals(SAMPLES.size(), book.size());
  }

  @Test
  void whatIsInThePlaceComesFirstAndOpenOnesBeforeClosedOnes() {
    List<Shop> there = book.near(null, "al-haouz.amizmiz", 9, MONDAY_10);
    assertEquals(4, there.size());
    Instant night = MONDAY_10.plusSeconds(13 * 3600);
    assertEquals(
        "2024", book.near(null, "al-haouz.amizmiz", 9, night).getFirst().code(), "on duty");
    assertEquals(
        List.of(sample("2024")), book.near(Trade.PHARMACY, "al-haouz", 9, night), "a province");
    assertEquals(List.of(), book.near(null, "atlantis", 9, night));
  }

  @Test
  void whoIsOnDutyIsOpenUntilTheMorning() {
    Instant night = Instant.parse("2026-03-03T02:00:00Z");
    OpenState open = book.open(sample("2024"), night);
    assertTrue(open.isOpen());
    assertEquals("2026-03-03T09:00Z[Africa/Casablanca]", String.valueOf(open.until()));
    assertEquals(OpenState.Kind.CLOSED, book.open(sample("2043"), night).kind());
  }

  @Test
  void whatIsPutWhileAllIsReadIsNotMissed() {
    book.beginReading();
    Shop changed = sample("2019").retired(true);
    book.put(List.of(new Versioned<>(changed, 1)));
    book.endReading(SAMPLES.values().stream().map(shop -> new Versioned<>(shop, 0)).toList());
    assertEquals(Optional.empty(), book.byCode("2019"));
    assertEquals(SAMPLES.size() - 1, book.size());
  }
}
