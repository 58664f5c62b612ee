package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.hours.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spots on a line to the east of a point; one hundredth of a degree is about 950 m. */
final class HotspotMapTest {
  private static final GeoPoint HERE = new GeoPoint(31.2, -8.2);
  private static final Instant MONDAY_10 =
      LocalDateTime.of(2026, 3, 2, 10, 0).atZone(OpeningHours.ZONE).toInstant();
  private static final String DAY = "Mo-Fr 08:00-18:00";
  private static final String NIGHT = "Mo-Su 20:00-23:00";

  /** Rows: spots as "hundredths of a degree : hours : state"; who is told, in order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1:day:works 2:day:works 3:day:works 4:day:works   | FOUND 1 2 3
          1:night:works 2:day:works 3:day:works             | FOUND 2 3
          1:day:broken 2:day:works                          | FOUND 2
          1:day:closed 2:day:doubtful 3:day:unknown         | FOUND 2 3
          1:later:works 2:day:works                         | FOUND 1 2
          1:night:works                                     | FAR 1
          1:night:works 50:day:works                        | FAR 1 50
          1:night:works 2:night:works 3:night:works 50:day:works | FAR 1 2 50
          50:day:works                                      | FAR 50
          100:night:works                                   | FAR 100
          1:day:broken                                      | NONE
          300:day:works                                     | NONE
          ''                                                | NONE
          """)
  void tellsTheNearestThatAreOpen(String spots, String expected) {
    Near near = map(spots).near(Origin.at(HERE), 3, Wish.ANY, MONDAY_10);
    StringBuilder told = new StringBuilder(near.kind().name());
    for (Near.Spot spot : near.spots()) told.append(' ').append(spot.hotspot().id());
    assertEquals(expected, told.toString());
  }

  @Test
  void theNamedPlaceComesFirst() {
    HotspotMap map = map("1:day:works 5:day:works");
    List<Hotspot> moved = new ArrayList<>();
    moved.add(spot("1", "day", "works", "elsewhere"));
    moved.add(spot("5", "day", "works", "town"));
    map.replace(HotspotIndex.of(Spots.kept(moved)));
    Near near = map.near(new Origin(HERE, false, "town"), 3, Wish.ANY, MONDAY_10);
    assertEquals("5", near.spots().getFirst().hotspot().id());
    assertTrue(near.spots().getFirst().samePlace());
    assertFalse(near.spots().get(1).samePlace());
  }

  @Test
  void aDistanceIsExactOnlyBetweenTwoExactPoints() {
    HotspotMap map = map("1:day:works");
    assertTrue(near(map, Origin.at(HERE)).exact());
    assertFalse(near(map, new Origin(HERE, false, "")).exact());
    assertEquals(951, near(map, Origin.at(HERE)).metres(), 1);
  }

  @Test
  void freeMeansFree() {
    HotspotMap map = map("1:day:works");
    assertEquals(
        Near.Kind.NONE,
        map.near(Origin.at(HERE), 3, new Wish(true, false, null), MONDAY_10).kind());
    Wish cafe = new Wish(false, false, Hotspot.Kind.CAFE);
    assertEquals(Near.Kind.FOUND, map.near(Origin.at(HERE), 3, cafe, MONDAY_10).kind());
  }

  @Test
  void aStoredHotspotTakesTheCodeOfASample() {
    HotspotIndex index =
        HotspotIndex.of(Spots.kept(List.of(spot("1", "day", "works", "a"), renamed("1", "9"))));
    assertEquals(1, index.size());
    assertEquals("9", index.byCode("1001").orElseThrow().hotspot().id());
    assertTrue(index.byId("1").isEmpty());
  }

  private static Near.Spot near(HotspotMap map, Origin from) {
    return map.near(from, 1, Wish.ANY, MONDAY_10).spots().getFirst();
  }

  private static HotspotMap map(String spots) {
    List<Hotspot> all = new ArrayList<>();
    for (String spot : spots.split(" ", -1)) {
      if (spot.isEmpty()) continue;
      String[] parts = spot.split(":", -1);
      all.add(spot(parts[0], parts[1], parts[2], "town"));
    }
    HotspotMap map = new HotspotMap(Almanac.COMPUTED);
    map.replace(HotspotIndex.of(Spots.kept(all)));
    return map;
  }

  private static Hotspot spot(String hundredths, String hours, String state, String place) {
    int east = Integer.parseInt(hundredths);
    String raw =
        switch (hours) {
          case "day" -> DAY;
          case "night" -> NIGHT;
          default -> "";
        };
    GeoPoint point = new GeoPoint(HERE.lat(), HERE.lon() + east / 100.0);
    Facts there = Spots.open(Spots.facts(point), Timetable.of(raw));
    Facts facts =
        new Facts(
            there.name(),
            there.kind(),
            there.access(),
            null,
            there.hours(),
            there.way(),
            point,
            true,
            place,
            null,
            null,
            null,
            Map.of());
    return Spots.of(hundredths, String.valueOf(1000 + east), facts)
        .with(Hotspot.State.valueOf(state.toUpperCase(Locale.ROOT)), null);
  }

  private static Hotspot renamed(String hundredths, String id) {
    Hotspot h = spot(hundredths, "day", "works", "a");
    return Spots.of(id, h.code(), h.facts());
  }
}
