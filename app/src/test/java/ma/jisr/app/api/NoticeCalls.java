package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The part of the contract that is about notices. */
final class NoticeCalls {
  /** Small and ordinary. */
  static final String WATER =
      """
      {"topic":"water","words":{"fr":{"headline":"Eau coupée","instruction":"Gardez de l'eau"}},
      "area":{"places":["al-haouz.amizmiz"]},"until":"2026-03-02T18:00:00Z",
      "sender":{"fr":"Commune d'Amizmiz"}}\
      """;

  private static final String FLOOD =
      """
      {"template":{"hazard":"flood","action":"high"},
      "area":{"places":["al-haouz.amizmiz"]},"until":"2026-03-02T18:00:00Z",
      "sender":{"fr":"Commune d'Amizmiz"}}\
      """;

  private final ShopCalls.Asking asking;

  /** The same as another account. */
  private final ShopCalls.Asking other;

  private final NoticeRooms rooms;
  private final Contract contract;

  NoticeCalls(
      ShopCalls.Asking asking, ShopCalls.Asking other, Contract contract, NoticeRooms rooms) {
    this.asking = asking;
    this.other = other;
    this.contract = contract;
    this.rooms = rooms;
  }

  void all() {
    sending();
    approving();
    refused();
  }

  private HttpResponse<String> ask(String method, String path, String body, String... headers) {
    return asking.ask(method, path, body, headers);
  }

  private int status(String method, String path, String body, String... headers) {
    return ask(method, path, body, headers).statusCode();
  }

  private JsonNode done(String method, String path, String body) {
    HttpResponse<String> response = ask(method, path, body);
    assertEquals(200, response.statusCode(), response.body());
    return MapServer.json(response);
  }

  private String drafted(String body) {
    HttpResponse<String> made = ask("POST", "/notices", body);
    assertEquals(201, made.statusCode(), made.body());
    return MapServer.header(made, "location");
  }

  private void sending() {
    String path = drafted(WATER);
    assertEquals(404, status("GET", path + "/progress", ""), "not begun");
    assertEquals(404, status("GET", path + "/report", ""));
    JsonNode preview = done("GET", path + "/preview", "");
    assertEquals("goes", preview.path("path").asText());
    assertTrue(preview.path("texts").path("fr").asText().contains("STOP"), preview.toString());
    changing(path);
    assertEquals("sending", done("POST", path + "/submit", "{}").path("state").asText());
    assertEquals(422, status("PUT", path, WATER, "if-match", tag(path)));
    assertEquals(422, status("POST", path + "/submit", "{}"));
    assertEquals("paused", done("POST", path + "/pause", "").path("state").asText());
    assertEquals(422, status("POST", path + "/pause", ""));
    assertEquals("sending", done("POST", path + "/resume", "").path("state").asText());
    assertEquals(422, status("POST", path + "/resume", ""));
    assertEquals(40, done("GET", path + "/progress", "").path("total").asInt());
    assertTrue(done("GET", path + "/report", "").path("by").has("language"));
    assertEquals(64, done("GET", path + "/proof", "").at("/texts/0/sha256").asText().length());
    assertTrue(done("GET", path + "/history", "").path("revisions").size() >= 4);
    assertEquals(304, status("GET", path, "", "if-none-match", tag(path)));
    String list = MapServer.header(ask("GET", "/notices?state=sending&limit=5", ""), "etag");
    assertEquals(304, status("GET", "/notices?state=sending&limit=5", "", "if-none-match", list));
    assertEquals("cancel", done("POST", path + "/cancel", "{}").at("/facts/kind").asText());
    assertEquals(422, status("POST", path + "/cancel", "{\"tell\":false}"));
  }

  private String tag(String path) {
    return MapServer.header(ask("GET", path, ""), "etag");
  }

  private void changing(String path) {
    String seen = tag(path);
    String other = WATER.replace("coupée", "coupée demain");
    HttpResponse<String> changed = ask("PUT", path, other, "if-match", seen);
    assertEquals(200, changed.statusCode(), changed.body());
    assertEquals("draft", MapServer.json(changed).path("state").asText());
    assertEquals(tag(path), MapServer.header(changed, "etag"));
    HttpResponse<String> late = ask("PUT", path, WATER, "if-match", seen);
    assertEquals(412, late.statusCode(), late.body());
    assertEquals(
        "Eau coupée",
        MapServer.json(late).at("/yours/facts/words/fr/headline").asText(),
        late.body());
    assertEquals(428, status("PUT", path, WATER));
    assertEquals("draft", done("POST", path + "/trial", "{}").path("state").asText());
    assertEquals(200, status("POST", path + "/trial", "{\"language\":\"fr\"}"));
    assertEquals(422, status("POST", path + "/trial", "{\"language\":\"ar\"}"), "no such text");
    assertEquals(422, status("POST", path + "/trial", "{\"language\":\"klingon\"}"));
  }

  private void approving() {
    rooms.people = 501;
    String path = drafted(WATER);
    assertEquals("in_review", done("POST", path + "/submit", "{}").path("state").asText());
    String digest = done("POST", path + "/code", "").path("digest").asText();
    String right = "{\"digest\":\"" + digest + "\",\"code\":\"" + NoticeRooms.CODE + "\"}";
    HttpResponse<String> own = ask("POST", path + "/approve", right);
    assertEquals(422, own.statusCode());
    assertTrue(own.body().contains("author"), own.body());
    assertEquals(422, other.ask("POST", path + "/approve", right).statusCode(), "no code asked");
    assertEquals(200, other.ask("POST", path + "/code", "").statusCode());
    assertEquals(
        "draft", done("POST", path + "/return", "{\"note\":\"non\"}").path("state").asText());
    assertEquals(422, status("POST", path + "/return", "{}"));
    assertEquals("in_review", done("POST", path + "/submit", "{}").path("state").asText());
    String again = MapServer.json(other.ask("POST", path + "/code", "")).path("digest").asText();
    String agreed = right.replace(digest, again);
    HttpResponse<String> approved = other.ask("POST", path + "/approve", agreed);
    assertEquals(200, approved.statusCode(), approved.body());
    rooms.people = 40;
    String flood = drafted(FLOOD);
    assertEquals(
        "in_review", done("POST", flood + "/submit", "{}").path("state").asText(), "a token alone");
    String now = drafted(FLOOD);
    done("POST", now + "/code", "");
    String code = "{\"code\":\"" + NoticeRooms.CODE + "\"}";
    assertTrue(done("POST", now + "/submit", code).path("reviewable").asBoolean());
    assertEquals(422, status("POST", now + "/review", "{}"), "by its author");
    assertEquals(200, other.ask("POST", now + "/review", "{\"note\":\"juste\"}").statusCode());
  }

  private void refused() {
    String path = drafted(WATER);
    assertEquals(422, status("POST", "/notices", WATER.replace("amizmiz\"]", "atlantis\"]")));
    assertEquals(422, status("POST", "/notices", FLOOD.replace("flood", "dragon")));
    String large = "{\"note\":\"" + "x".repeat(70_000) + "\"}";
    String digest = "{\"digest\":\"" + "0".repeat(64) + "\",\"code\":\"000000\"}";
    String[][] bodies = {
      {"PUT", "", WATER, "if-match", "\"v0\""},
      {"POST", "/trial", "{}"},
      {"POST", "/submit", "{}"},
      {"POST", "/approve", digest},
      {"POST", "/return", "{}"},
      {"POST", "/cancel", "{}"},
      {"POST", "/review", "{}"}
    };
    for (String[] one : bodies) {
      String[] headers = Arrays.copyOfRange(one, 3, one.length);
      assertEquals(404, status(one[0], "/notices/none" + one[1], one[2], headers));
      assertEquals(413, status(one[0], path + one[1], large, headers));
      List<String> plain = new ArrayList<>(List.of(headers));
      plain.addAll(List.of("content-type", "text/plain"));
      assertEquals(415, status(one[0], path + one[1], one[2], plain.toArray(String[]::new)));
    }
    assertEquals(413, status("POST", "/notices", large));
    assertEquals(415, status("POST", "/notices", WATER, "content-type", "text/plain"));
    for (String one : new String[] {"/code", "/pause", "/resume"})
      assertEquals(404, status("POST", "/notices/none" + one, ""));
    String[] read = {"", "/preview", "/progress", "/report", "/proof", "/history"};
    for (String one : read) assertEquals(404, status("GET", "/notices/none" + one, ""));
    contract.seen("sendNoticeCode 422");
  }
}
