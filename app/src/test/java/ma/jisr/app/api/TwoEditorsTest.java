package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators do with hotspots, as their programs see it. */
class TwoEditorsTest {
  private static final String PLACE = "al-haouz.amizmiz";

  private final MapServer server = new MapServer();
  private final String amina =
      server.token("amina", Role.OPERATOR, Territory.of(Set.of("al-haouz")));
  private final String said = server.token("said", Role.OPERATOR, Territory.of(Set.of("al-haouz")));

  @AfterEach
  void stop() {
    server.close();
  }

  private static String name(JsonNode hotspot) {
    return hotspot.path("facts").path("name").path("fr").asText();
  }

  private HttpResponse<String> put(String who, String path, String name, String tag) {
    return server.ask(who, "PUT", path, MapServer.facts(name, PLACE), "if-match", tag);
  }

  @Test
  void theSecondOfTwoEditorsSeesBothVersions() {
    HttpResponse<String> made =
        server.ask(amina, "POST", "/hotspots", MapServer.facts("Maison", PLACE));
    assertEquals(201, made.statusCode());
    String path = MapServer.header(made, "location");
    String tag = MapServer.header(made, "etag");
    assertEquals(tag, MapServer.header(server.ask(said, "GET", path, ""), "etag"));
    assertEquals(200, put(amina, path, "Maison d'Amina", tag).statusCode());
    HttpResponse<String> second = put(said, path, "Maison de Said", tag);
    assertEquals(412, second.statusCode());
    JsonNode problem = MapServer.json(second);
    assertEquals("Maison d'Amina", name(problem.path("theirs")));
    assertEquals("Maison de Said", name(problem.path("yours")));
    JsonNode now = MapServer.json(server.ask(said, "GET", path, ""));
    assertEquals("Maison d'Amina", name(now), "nothing was overwritten");
    String theirs = "\"v" + problem.path("theirs").path("version").asLong() + "\"";
    assertEquals(200, put(said, path, "Maison de Said", theirs).statusCode());
    JsonNode history = MapServer.json(server.ask(amina, "GET", path + "/history", ""));
    List<String> deeds = history.path("revisions").findValuesAsText("deed");
    assertEquals(List.of("change", "change", "create"), deeds);
    List<String> actors = history.path("revisions").findValuesAsText("actor");
    assertNotEquals(actors.get(0), actors.get(1));
    assertEquals(actors.get(1), actors.get(2));
  }

  @Test
  void aChangeThatIsSentAgainIsMadeOnce() {
    String body = MapServer.facts("Maison", PLACE);
    HttpResponse<String> first =
        server.ask(amina, "POST", "/hotspots", body, "idempotency-key", "k1");
    HttpResponse<String> again =
        server.ask(amina, "POST", "/hotspots", body, "idempotency-key", "k1");
    assertEquals(MapServer.json(first), MapServer.json(again));
    HttpResponse<String> others =
        server.ask(said, "POST", "/hotspots", body, "idempotency-key", "k1");
    assertNotEquals(
        MapServer.json(first).path("id"), MapServer.json(others).path("id"), "said's own k1");
  }

  @Test
  void whatIsMadeIsFoundAtOnceAndWhatIsRetiredIsNot() {
    String path =
        MapServer.header(
            server.ask(amina, "POST", "/hotspots", MapServer.facts("Ici même", PLACE)), "location");
    String near = "/hotspots/near?place=" + PLACE + "&limit=20";
    assertTrue(server.ask(said, "GET", near, "").body().contains("Ici même"));
    assertEquals(200, server.ask(said, "DELETE", path, "", "if-match", "\"v0\"").statusCode());
    assertTrue(!server.ask(said, "GET", near, "").body().contains("Ici même"));
    assertTrue(MapServer.json(server.ask(said, "GET", path, "")).path("retired").asBoolean());
    assertEquals(
        200, server.ask(said, "POST", path + "/undo", "", "if-match", "\"v1\"").statusCode());
    assertTrue(server.ask(said, "GET", near, "").body().contains("Ici même"));
  }

  @Test
  void aListIsWalkedThroughPageByPage() {
    Set<String> made = new TreeSet<>();
    for (int i = 0; i < 7; i++)
      made.add(
          MapServer.json(
                  server.ask(amina, "POST", "/hotspots", MapServer.facts("Spot " + i, PLACE)))
              .path("id")
              .asText());
    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      String query =
          "/hotspots?limit=3&kind=library" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      JsonNode page = MapServer.json(server.ask(said, "GET", query, ""));
      listed.addAll(page.path("hotspots").findValuesAsText("id"));
      cursor = page.path("next").asText();
    } while (!cursor.isEmpty());
    assertEquals(List.copyOf(made), listed);
    assertEquals(
        List.of(),
        MapServer.json(server.ask(said, "GET", "/hotspots?place=safi", ""))
            .path("hotspots")
            .findValuesAsText("id"));
  }
}
