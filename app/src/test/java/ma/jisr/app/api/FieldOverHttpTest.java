package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people told, as operators read it: each of their own territory. */
class FieldOverHttpTest {
  private final MapServer server = new MapServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode reports(String token) {
    return MapServer.json(server.ask(token, "GET", "/reports", ""));
  }

  @Test
  void voicesAreReadWhereTheyBelong() {
    server.hears("0661987655", "sample-1042");
    String here = server.token("amina", Role.OPERATOR, Territory.of(Set.of("al-haouz")));
    String there = server.token("said", Role.OPERATOR, Territory.of(Set.of("zagora")));
    JsonNode told = reports(here).path("reports");
    assertEquals(1, told.size(), told.toString());
    assertEquals("sample-1042", told.path(0).path("hotspot").asText());
    assertEquals(1, told.path(0).path("broken").asInt());
    assertFalse(told.toString().contains("987655"), "who said it");
    assertEquals(0, reports(there).path("reports").size());
    server.ask(here, "POST", "/hotspots/sample-1042/state", "{\"state\":\"broken\"}");
    assertEquals(0, reports(here).path("reports").size(), "somebody has looked");
    assertEquals(List.of("sample-1042 BROKEN 1"), server.thanked);
  }
}
