package ma.jisr.map.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Hotspot;
import org.junit.jupiter.api.Test;

/** Two cities' own files, with the dirt that is in them; where they lie beside the project. */
final class RealFilesTest {
  private static final Options ANYWHERE = new Options(true, false);

  private final Desk desk = new Desk();

  private static byte[] file(String name) throws IOException {
    Optional<Path> file =
        Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(p -> p.resolve("shared/data/hotspots").resolve(name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(file.isPresent(), name + " is not beside the project");
    return Files.readAllBytes(file.get());
  }

  @Test
  void newYorkLiesOutsideTheCountry() throws IOException {
    Plan plan = desk.plan(Desk.OWNER, file("nyc_wifi_hotspots.csv"), Options.USUAL);
    assertEquals(Map.of(Verdict.OUTSIDE, 3_319), plan.counts());
    assertTrue(plan.isNothingNew());
  }

  @Test
  void newYorkIsReadAllTheSame() throws IOException {
    byte[] file = file("nyc_wifi_hotspots.csv");
    Plan plan = desk.plan(Desk.OWNER, file, ANYWHERE);
    assertEquals(3_319, plan.rows());
    assertEquals(
        3_319,
        plan.count(Verdict.ADDED) + plan.count(Verdict.DUPLICATE),
        () -> plan.counts().toString());
    assertTrue(plan.count(Verdict.DUPLICATE) > 0);
    String unused = desk.bring(plan);
    Hotspot park = called("Baisley Pond Park");
    assertEquals(Hotspot.Access.FREE, park.access(), "limited free is free");
    assertEquals("GuestWiFi", park.facts().ssid());
    assertEquals("SPECTRUM", park.facts().operator());
    Hotspot kiosk = called("mn-06-138509");
    assertEquals(Hotspot.Kind.STAND, kiosk.kind());
    assertEquals(LocalText.same("397 EAST 54 STREET"), kiosk.facts().way());
    Plan again = desk.plan(Desk.OWNER, file, ANYWHERE);
    assertEquals(plan.count(Verdict.ADDED), again.count(Verdict.SAME));
    assertTrue(again.isNothingNew());
  }

  @Test
  void helsinkiHasDoorsAndSignsAmongItsCafes() throws IOException {
    byte[] file = file("helsinki_osm_wlan.geojson");
    Plan there = desk.plan(Desk.OWNER, file, Options.USUAL);
    assertEquals(Map.of(Verdict.OUTSIDE, 46, Verdict.REFUSED, 31), there.counts());
    Plan plan = desk.plan(Desk.OWNER, file, ANYWHERE);
    assertEquals(31, plan.count(Verdict.REFUSED), "30 doors and signs, and a café without");
    assertEquals(46, plan.count(Verdict.ADDED) + plan.count(Verdict.DUPLICATE));
    String unused = desk.bring(plan);
    Hotspot hotel = called("Hilton Helsinki Strand");
    assertEquals("osm:node/55211772", hotel.facts().source());
    assertEquals(Hotspot.Access.FREE, hotel.access());
    assertEquals("hotel", hotel.facts().tags().get("tourism"));
    Hotspot doubtful = called("Mbar");
    assertEquals(
        "no (wifi); yes (cafe computers)", doubtful.facts().tags().get("access"), "kept as it is");
    List<String> lines = Desk.lines(plan.report());
    assertEquals(78, lines.size());
    Plan report = desk.plan(Desk.OWNER, plan.report(), ANYWHERE);
    assertEquals(plan.count(Verdict.ADDED), report.count(Verdict.SAME));
    assertEquals(31, report.count(Verdict.REFUSED));
  }

  private Hotspot called(String name) {
    return desk.all().stream()
        .filter(h -> h.name().byLanguage().containsValue(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }
}
