package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** The part of the contract that is about challenges. */
final class ChallengeCalls {
  /** Came with the product, of the whole country. */
  static final String CHALLENGE = "2.4";

  static final String DRAFT =
      """
      {"code":"2.70","title":{"fr":"Relier"},"goal":{"fr":"Un but"},"place":"al-haouz.amizmiz"}\
      """;

  static final String KEEPER = "{\"post\":\"owner\",\"name\":\"X\",\"phone\":\"0661234567\"}";

  private static final String[] FIRST = {"if-match", "\"v0\""};

  private final ShopCalls.Asking asking;

  ChallengeCalls(ShopCalls.Asking asking) {
    this.asking = asking;
  }

  private int status(String method, String path, String body, String... headers) {
    return asking.ask(method, path, body, headers).statusCode();
  }

  /** Out as one file and in again, as any other things. */
  private void files() {
    HttpResponse<String> csv = asking.ask("GET", "/challenges/export", "");
    assertTrue(csv.body().contains("\r\nDEFI 2.70;Brancher;"), csv.body());
    String tag = MapServer.header(csv, "etag");
    assertEquals(304, status("GET", "/challenges/export", "", "if-none-match", tag));
    String there = "/challenges/export?place=al-haouz";
    String json = asking.ask("GET", there, "", "accept", "application/json").body();
    assertTrue(json.contains("Brancher") && !json.contains("\"1.1\""), json);
    String[] type = {"content-type", "application/json"};
    String into = "/imports?of=challenges";
    HttpResponse<String> same = asking.ask("POST", into, json, type);
    assertEquals(1, MapServer.json(same).at("/rows/same").asInt(), same.body());
    assertEquals(415, status("POST", "/imports?of=shops", json, type));
    assertEquals(422, status("POST", into, "{}", type));
    HttpResponse<String> kept = asking.ask("POST", into, json.replace("Brancher", "Joindre"), type);
    assertEquals(201, kept.statusCode(), kept.body());
    String batch = MapServer.header(kept, "location");
    assertEquals(200, status("POST", batch + "/publish", ""));
    assertTrue(asking.ask("GET", "/challenges/2.70", "").body().contains("Joindre"));
    assertEquals(200, status("POST", batch + "/undo", ""));
    assertTrue(asking.ask("GET", "/challenges/2.70", "").body().contains("Brancher"));
  }

  void all() {
    HttpResponse<String> made = asking.ask("POST", "/challenges", DRAFT);
    assertEquals(201, made.statusCode(), made.body());
    String path = MapServer.header(made, "location");
    assertEquals("/challenges/2.70", path);
    assertEquals(422, status("POST", "/challenges", DRAFT), "another has the code");
    assertEquals(422, status("POST", path + "/close", "", FIRST), "a draft");
    String other = DRAFT.replace("Relier", "Brancher");
    HttpResponse<String> changed = asking.ask("PUT", path, other, FIRST);
    assertEquals("Brancher", MapServer.json(changed).at("/title/fr").asText(), changed.body());
    assertEquals(
        422, status("PUT", path, DRAFT.replace("amizmiz", "atlantis"), "if-match", "\"v1\""));
    HttpResponse<String> late = asking.ask("PUT", path, DRAFT, FIRST);
    assertEquals("Relier", MapServer.json(late).at("/yours/title/fr").asText(), late.body());
    for (String deed : new String[] {"/publish", "/close"}) {
      assertEquals(412, status("POST", path + deed, "", FIRST));
      assertEquals(428, status("POST", path + deed, ""));
      assertEquals(404, status("POST", "/challenges/2.88" + deed, "", FIRST));
    }
    assertEquals(200, status("POST", path + "/publish", "", "if-match", "\"v1\""));
    HttpResponse<String> kept = asking.ask("POST", path + "/keepers", KEEPER);
    assertEquals("X", MapServer.json(kept).at("/owner/name").asText(), kept.body());
    assertFalse(kept.body().contains("661234567"));
    assertEquals(422, status("POST", path + "/keepers", KEEPER.replace("0661234567", "12")));
    HttpResponse<String> none = asking.ask("POST", path + "/keepers", "{\"post\":\"owner\"}");
    assertFalse(MapServer.json(none).has("owner"), none.body());
    String tag = MapServer.header(asking.ask("GET", path, ""), "etag");
    assertEquals(304, status("GET", path, "", "if-none-match", tag));
    assertEquals(200, status("POST", path + "/close", "", "if-match", tag));
    HttpResponse<String> history = asking.ask("GET", path + "/history", "");
    JsonNode revisions = MapServer.json(history).path("revisions");
    assertEquals("close", revisions.at("/0/deed").asText(), history.body());
    assertEquals("published", revisions.at("/0/before/state").asText());
    assertEquals(404, status("GET", "/challenges/2.88/history", ""));
    assertEquals(412, status("POST", path + "/undo", "", FIRST));
    assertEquals(428, status("POST", path + "/undo", ""));
    assertEquals(404, status("POST", "/challenges/2.88/undo", "", FIRST));
    tag = MapServer.header(asking.ask("GET", path, ""), "etag");
    HttpResponse<String> undone = asking.ask("POST", path + "/undo", "", "if-match", tag);
    assertEquals("published", MapServer.json(undone).path("state").asText(), undone.body());
    files();
    assertEquals(0, MapServer.json(asking.ask("GET", path + "/offers", "")).path("offers").size());
    assertEquals(404, status("GET", "/challenges/2.88/offers", ""));
    assertEquals(404, status("GET", "/challenges/2.88", ""));
    assertEquals(428, status("PUT", path, DRAFT));
    assertEquals(404, status("PUT", "/challenges/2.88", DRAFT, FIRST));
    assertEquals(404, status("POST", "/challenges/2.88/keepers", KEEPER));
    String large = "{\"code\":\"" + "x".repeat(70_000) + "\"}";
    String[] plain = {"content-type", "text/plain", "if-match", "\"v0\""};
    for (String[] one :
        new String[][] {{"POST", "/challenges"}, {"PUT", path}, {"POST", path + "/keepers"}}) {
      assertEquals(413, status(one[0], one[1], large, FIRST));
      assertEquals(415, status(one[0], one[1], "x", plain));
    }
  }
}
