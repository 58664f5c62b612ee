package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import ma.jisr.app.audience.AudienceRooms;

/** The part of the contract that is about who hears notices. */
final class AudienceCalls {
  static final String GROUP = "{\"name\":\"Élus\",\"area\":\"al-haouz.amizmiz\"}";
  static final String MEMBER = "{\"phone\":\"+212661234567\",\"language\":\"ar\"}";
  static final String RELAY =
      """
      {"phone":"+212661234567","place":"al-haouz.amizmiz","kind":"moqaddem","name":"Moqaddem"}\
      """;
  static final String TABLE = "tel;lieu\n0661234567;Amizmiz\n0524;Amizmiz\n";

  private static final String CSV = "text/csv";

  private final ShopCalls.Asking asking;
  private final AudienceRooms rooms;

  AudienceCalls(ShopCalls.Asking asking, AudienceRooms rooms) {
    this.asking = asking;
    this.rooms = rooms;
  }

  void all() {
    counts();
    groups();
    relays();
    refused();
  }

  private int status(String method, String path, String body, String... headers) {
    return asking.ask(method, path, body, headers).statusCode();
  }

  private JsonNode done(String method, String path, String body, String... headers) {
    HttpResponse<String> response = asking.ask(method, path, body, headers);
    assertEquals(200, response.statusCode(), response.body());
    assertFalse(response.body().contains("661234567"), "no number is repeated");
    return MapServer.json(response);
  }

  private void counts() {
    assertEquals(0, done("GET", "/audience?area=al-haouz", "").path("people").asInt(-1));
    rooms.follow("al-haouz.amizmiz", 4);
    JsonNode few = done("GET", "/audience?area=marrakech-safi", "");
    assertTrue(few.path("few").asBoolean() && !few.has("people"), few.toString());
    rooms.follow("al-haouz.amizmiz", 5);
    assertEquals(5, done("GET", "/audience?area=al-haouz.amizmiz", "").path("people").asInt());
    assertEquals(5, done("GET", "/audience", "").path("people").asInt());
    assertEquals(404, status("GET", "/audience?area=atlantis", ""));
  }

  private void groups() {
    String path = "/groups/elus-amizmiz";
    assertEquals("Élus", done("PUT", path, GROUP).path("name").asText());
    assertTrue(done("GET", path, "").has("by"));
    assertTrue(done("POST", path + "/add", MEMBER).has("id"));
    assertTrue(done("GET", path, "").path("few").asBoolean());
    JsonNode filled = done("POST", path + "/import?replace=true", TABLE, "content-type", CSV);
    assertEquals(1, filled.path("taken").asInt());
    assertEquals(3, filled.at("/refusals/0/line").asInt(), filled.toString());
    assertTrue(done("GET", "/groups", "").toString().contains("elus-amizmiz"));
    assertTrue(done("GET", "/groups/shops.al-haouz", "").path("shops").asBoolean());
    assertTrue(done("POST", path + "/remove", MEMBER).has("id"));
    assertEquals(0, done("GET", path, "").path("people").asInt(-1));
    assertEquals(422, status("DELETE", "/groups/shops.al-haouz", ""));
    assertEquals(200, status("DELETE", path, ""));
    assertEquals(404, status("DELETE", path, ""));
    assertEquals(404, status("GET", path, ""));
  }

  private void relays() {
    JsonNode made = done("POST", "/relays", RELAY);
    assertEquals("moqaddem", made.path("kind").asText());
    assertEquals(made, done("GET", "/relays?area=al-haouz", "").at("/relays/0"));
    assertEquals(404, status("GET", "/relays?area=atlantis", ""));
    JsonNode filled = done("POST", "/relays/import", TABLE, "content-type", CSV);
    assertEquals(1, filled.path("taken").asInt(), filled.toString());
    rooms.asked("n1", "al-haouz.amizmiz");
    JsonNode asked = done("GET", "/notices/n1/relays", "").path("relays");
    assertEquals(1, asked.size());
    assertTrue(asked.path(0).has("asked") && !asked.path(0).has("announced"), asked.toString());
    String path = "/relays/" + made.path("id").asText();
    assertEquals(200, status("DELETE", path, ""));
    assertEquals(404, status("DELETE", path, ""));
    assertFalse(done("GET", "/notices/n1/relays", "").at("/relays/0").has("relay"));
  }

  private void refused() {
    String path = "/groups/autres";
    done("PUT", path, GROUP);
    assertEquals(422, status("PUT", path, GROUP.replace(".amizmiz", "")));
    String[] wrong = {MEMBER.replace("+212661234567", "baraka")};
    for (String one : wrong) {
      HttpResponse<String> response = asking.ask("POST", path + "/add", one);
      assertEquals(422, response.statusCode(), response.body());
      assertFalse(response.body().contains("baraka"), "what was no number is not repeated");
      assertEquals(422, status("POST", path + "/remove", one));
    }
    assertEquals(422, status("POST", "/relays", RELAY.replace("al-haouz.amizmiz", "atlantis")));
    String[] members = {"/groups/none/add", "/groups/none/remove"};
    for (String one : members) assertEquals(404, status("POST", one, MEMBER));
    assertEquals(404, status("POST", "/groups/none/import", TABLE, "content-type", CSV));
    String[][] files = {{path + "/import"}, {"/relays/import"}};
    for (String[] one : files) {
      assertEquals(422, status("POST", one[0], "a;b\n1;2\n", "content-type", CSV));
      assertEquals(413, status("POST", one[0], "x".repeat(8_000_001), "content-type", CSV));
      assertEquals(415, status("POST", one[0], TABLE, "content-type", "text/html"));
    }
    String large = " ".repeat(70_000);
    String[][] bodies = {
      {"PUT", path, GROUP},
      {"POST", path + "/add", MEMBER},
      {"POST", path + "/remove", MEMBER},
      {"POST", "/relays", RELAY}
    };
    for (String[] one : bodies) {
      assertEquals(413, status(one[0], one[1], one[2] + large));
      assertEquals(415, status(one[0], one[1], one[2], "content-type", "text/plain"));
    }
  }
}
