package ma.jisr.map.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.batch.Change;
import ma.jisr.map.hotspot.Confirmation;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotDocuments;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out and brought in again is the same, whatever its texts look like. */
final class RoundTripTest {
  private static final List<String> NASTY =
      List.of(
          "=1+1",
          "+212",
          "-7",
          "@home",
          "'x",
          "'=x",
          "''",
          " led",
          "ed ",
          "a;b",
          "a,b",
          "a\"b",
          "\"",
          "0",
          "1E5",
          "1042",
          "31,5",
          "yes",
          "مقهى",
          "ⵣ",
          "😀",
          "a\u00a0",
          "jisr_",
          "{}",
          "#N/A",
          "24/7",
          "31/12/2026",
          "sep=;",
          "a\u200fb",
          "-",
          "+",
          "{\"a\":1}");

  private final Random random = new Random(20260302);
  private final Desk desk = new Desk();
  private final List<Place> places = new ArrayList<>();

  RoundTripTest() {
    for (Area area : Desk.GAZETTEER.areas()) if (area instanceof Place place) places.add(place);
    places.sort(java.util.Comparator.comparing(Place::id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "geojson"})
  void whatIsExportedIsTheSameWhenItIsImported(String format) {
    List<Hotspot> hotspots = new ArrayList<>();
    for (int i = 0; i < 400; i++) hotspots.add(any(i));
    store(hotspots);
    byte[] file =
        format.equals("csv") ? HotspotFiles.csv(desk.all()) : HotspotFiles.geoJson(desk.all());
    Plan plan = desk.plan(Desk.OWNER, file, new Options(true, false));
    assertEquals(Map.of(Verdict.SAME, 400), plan.counts(), () -> firstOther(plan));
    assertTrue(plan.isNothingNew());
    Desk empty = new Desk();
    String unused = empty.bring(empty.plan(Desk.OWNER, file, new Options(true, true)));
    assertEquals(desk.all(), empty.all(), "into an empty map");
  }

  private static String firstOther(Plan plan) {
    return Desk.lines(plan.report()).stream()
        .filter(line -> !line.startsWith("same"))
        .skip(1)
        .findFirst()
        .orElse("");
  }

  private void store(List<Hotspot> hotspots) {
    Batches batches = new Batches(desk.store, () -> Desk.NOW);
    List<Change> changes = new ArrayList<>();
    for (Hotspot hotspot : hotspots)
      changes.add(
          HotspotDocuments.imported(null, hotspot, Desk.OWNER, Desk.NOW, List.of(hotspot.place())));
    String id = batches.stage(HotspotDocuments.COLLECTION, "test", "owner", changes).id();
    var unused = batches.publish(id, areas -> true);
    batches.finish();
  }

  private Hotspot any(int i) {
    Place place = places.get(random.nextInt(places.size()));
    Map<String, String> tags = new HashMap<>();
    for (int n = random.nextInt(4); n > 0; n--) tags.put("t" + text().strip(), text());
    Facts facts =
        new Facts(
            texts(),
            one(Hotspot.Kind.values()),
            one(Hotspot.Access.values()),
            maybe() ? null : text(),
            new Timetable(
                maybe() ? "" : "24/7", maybe() ? "" : "unknown", maybe() ? "" : "12:30-14:30"),
            maybe() ? null : texts(),
            point(place),
            random.nextBoolean(),
            place.id(),
            maybe() ? null : text(),
            maybe() ? null : texts(),
            maybe() ? null : "src:" + i + text(),
            tags);
    Confirmation word =
        maybe()
            ? null
            : new Confirmation(
                Instant.ofEpochMilli(random.nextLong(1_800_000_000_000L)),
                one(Confirmation.By.values()));
    return new Hotspot(
        "h-" + i,
        Integer.toString(10_000 + i),
        facts,
        one(Hotspot.State.values()),
        word,
        random.nextInt(10) == 0,
        false);
  }

  private GeoPoint point(Place place) {
    double lat = place.point().lat() + random.nextDouble() / 100;
    double lon = place.point().lon() + random.nextDouble() / 100;
    return random.nextBoolean()
        ? new GeoPoint(lat, lon)
        : new GeoPoint(Math.round(lat * 10) / 10.0, Math.round(lon * 10) / 10.0);
  }

  private LocalText texts() {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    texts.put(Language.FR, text() + "x");
    for (Language language : Language.values()) if (maybe()) texts.put(language, text() + "y");
    return new LocalText(texts);
  }

  private String text() {
    String text = NASTY.get(random.nextInt(NASTY.size()));
    return random.nextBoolean() ? text : text + NASTY.get(random.nextInt(NASTY.size()));
  }

  private boolean maybe() {
    return random.nextInt(3) == 0;
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
