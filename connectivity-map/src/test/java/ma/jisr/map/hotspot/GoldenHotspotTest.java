package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Revision;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;

/** Stored hotspots of every schema that has been released. None of these files is ever changed. */
final class GoldenHotspotTest {
  @Test
  void theFirstSchemaIsRead() throws IOException {
    Entry<Hotspot> stored = golden("hotspot-1");
    assertEquals(
        new Hotspot(
            "sample-1042",
            "1042",
            new Facts(
                LocalText.of(
                    Language.FR, "Dar Chabab Amizmiz (ex.)", Language.AR, "دار شباب أمزميز (مثال)"),
                Hotspot.Kind.YOUTH_CENTRE,
                Hotspot.Access.FREE,
                "EX-Chabab",
                new Timetable("Tu-Su 09:00-21:00", "", ""),
                LocalText.same("Derriere la commune"),
                new GeoPoint(31.217, -8.233),
                true,
                "al-haouz.amizmiz",
                "Jisr (exemple)",
                null,
                null,
                Map.of()),
            Hotspot.State.WORKS,
            new Confirmation(Instant.parse("2026-03-01T00:00:00Z"), Confirmation.By.SOURCE),
            false,
            true),
        stored.thing());
    assertTrue(stored.history().isEmpty());
  }

  @Test
  void theSecondSchemaIsRead() throws IOException {
    Entry<Hotspot> stored = golden("hotspot-2");
    Hotspot hotspot = stored.thing();
    assertEquals(Hotspot.Kind.STAND, hotspot.kind());
    assertEquals(
        new Timetable("Mo-Fr 08:30-16:30", "Mo-Fr 09:00-15:00", "12:30-14:30"), hotspot.hours());
    assertEquals("Offert par la commune", sponsor(hotspot));
    assertEquals("osm:node/4711", hotspot.facts().source());
    assertEquals(Map.of("wheelchair", "yes"), hotspot.facts().tags());
    assertEquals(
        new Confirmation(Instant.parse("2026-11-22T09:00:00Z"), Confirmation.By.AGENT),
        hotspot.confirmed());
    assertTrue(hotspot.retired());
    assertEquals(2, stored.history().size());
    Revision<Hotspot> first = stored.history().getFirst();
    assertNull(first.before());
    assertEquals("create", first.deed());
    Revision<Hotspot> second = stored.history().getLast();
    assertEquals("account-7", second.actor());
    assertEquals(Role.OPERATOR, second.role());
    assertEquals(Hotspot.State.UNKNOWN, Objects.requireNonNull(second.before()).state());
  }

  /** What is written is what is read, and what a newer release added stays. */
  @Test
  void whatIsReadIsWrittenBack() throws IOException {
    for (String name : new String[] {"hotspot-1", "hotspot-2"}) {
      Entry<Hotspot> stored = golden(name);
      ObjectNode node = JsonFields.parse(stored.body());
      node.put("colour", "green");
      HotspotJson.put(node, stored.thing());
      assertEquals("green", node.path("colour").asText());
      assertEquals(stored.thing(), HotspotJson.hotspot(stored.thing().id(), node));
    }
  }

  private static String sponsor(Hotspot hotspot) {
    return Objects.requireNonNull(hotspot.facts().sponsor()).in(Language.FR, true);
  }

  private static Entry<Hotspot> golden(String name) throws IOException {
    String file = name + ".json";
    try (InputStream in =
        Objects.requireNonNull(GoldenHotspotTest.class.getResourceAsStream(file), file)) {
      String body = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Entry.of(HotspotForm.INSTANCE, new Document("sample-1042", 3, "w", body));
    }
  }
}
