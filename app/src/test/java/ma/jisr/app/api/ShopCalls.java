package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** The part of the contract that is about shops: each status that can be brought about. */
final class ShopCalls {
  /** A sample, in {@link #PLACE}. */
  static final String SHOP = "sample-2019";

  private static final String PLACE = "al-haouz.amizmiz";

  private final Asking asking;
  private final Contract contract;

  /** Asks, and holds the answer against the description. */
  @FunctionalInterface
  interface Asking {
    HttpResponse<String> ask(String method, String path, String body, String... headers);
  }

  ShopCalls(Asking asking, Contract contract) {
    this.asking = asking;
    this.contract = contract;
  }

  void all() {
    reading();
    changing();
    filing();
    staff();
  }

  private HttpResponse<String> ask(String method, String path, String body, String... headers) {
    return asking.ask(method, path, body, headers);
  }

  private int status(String method, String path, String body, String... headers) {
    return ask(method, path, body, headers).statusCode();
  }

  private HttpResponse<String> file(String csv) {
    return ask("POST", "/imports?of=shops", csv, "content-type", "text/csv");
  }

  private void reading() {
    HttpResponse<String> made = ask("POST", "/shops", MapServer.shop("Un", PLACE));
    assertEquals(201, made.statusCode(), made.body());
    String path = MapServer.header(made, "location");
    assertEquals(201, status("POST", "/shops", MapServer.shop("Deux", PLACE)));
    HttpResponse<String> page = ask("GET", "/shops?limit=1&trade=grocery&place=al-haouz", "");
    assertEquals(1, MapServer.json(page).path("shops").size(), page.body());
    String cursor = MapServer.json(page).path("next").asText();
    String next = "/shops?limit=1&trade=grocery&place=al-haouz&cursor=" + cursor;
    assertEquals(1, MapServer.json(ask("GET", next, "")).path("shops").size());
    String tag = MapServer.header(ask("GET", "/shops", ""), "etag");
    assertEquals(304, status("GET", "/shops", "", "if-none-match", tag));
    JsonNode found = MapServer.json(ask("GET", "/shops/search?q=hanout+baraka&near=" + PLACE, ""));
    assertEquals("2019", found.path("shops").path(0).path("code").asText(), found.toString());
    assertEquals(200, status("GET", path, ""));
    assertEquals(304, status("GET", path, "", "if-none-match", "\"v0\""));
  }

  private void changing() {
    String path =
        MapServer.header(ask("POST", "/shops", MapServer.shop("Trois", PLACE)), "location");
    String facts = MapServer.shop("Un bis", PLACE);
    assertEquals(200, status("PUT", path, facts, "if-match", "\"v0\""));
    assertEquals(412, status("PUT", path, facts, "if-match", "\"v0\""));
    assertEquals(412, status("DELETE", path, "", "if-match", "\"v0\""));
    assertEquals(412, status("POST", path + "/undo", "", "if-match", "\"v0\""));
    assertEquals(200, status("DELETE", path, "", "if-match", "\"v1\""));
    assertEquals(422, status("DELETE", path, "", "if-match", "\"v2\""));
    assertEquals(200, status("POST", path + "/undo", "", "if-match", "\"v2\""));
    assertEquals(200, status("GET", path + "/history", ""));
    assertEquals(404, status("GET", "/shops/none", ""));
    assertEquals(404, status("GET", "/shops/none/history", ""));
    assertEquals(422, status("POST", "/shops/" + SHOP + "/undo", "", "if-match", "\"v0\""));
    for (String[] one :
        new String[][] {
          {"PUT", "/shops/none", facts},
          {"DELETE", "/shops/none", ""},
          {"POST", "/shops/none/undo", ""}
        }) {
      assertEquals(404, status(one[0], one[1], one[2], "if-match", "\"v0\""));
      assertEquals(428, status(one[0], one[1], one[2]));
    }
    String nowhere = MapServer.shop("Trois", "atlantis");
    assertEquals(422, status("POST", "/shops", nowhere));
    assertEquals(422, status("PUT", path, nowhere, "if-match", "\"v3\""));
    String wrong = facts.replace("{\"facts\"", "{\"code\":\"2018\",\"facts\"");
    assertEquals(422, status("POST", "/shops", wrong), "its check digit");
    String noDay = facts.replace("2026-03-02", "2026-02-30");
    assertEquals(422, status("POST", "/shops", noDay));
    String large = "{\"facts\":{\"name\":{\"fr\":\"" + "x".repeat(70_000) + "\"}}}";
    assertEquals(413, status("POST", "/shops", large));
    assertEquals(413, status("PUT", path, large, "if-match", "\"v3\""));
    contract.seen("createShop 415", "changeShop 415");
  }

  private void filing() {
    HttpResponse<String> csv = ask("GET", "/shops/export", "", "accept", "text/csv");
    assertTrue(csv.body().contains("Un bis"), csv.body());
    String tag = MapServer.header(csv, "etag");
    assertEquals(304, status("GET", "/shops/export", "", "if-none-match", tag));
    HttpResponse<String> again = file(csv.body());
    JsonNode rows = MapServer.json(again).path("rows");
    assertEquals(0, rows.path("changed").asInt() + rows.path("added").asInt(), again.body());
    HttpResponse<String> batch = file("nom;type;commune\nQuatre;café;Safi\n");
    assertEquals(201, batch.statusCode(), batch.body());
    String id = MapServer.header(batch, "location");
    assertEquals(200, status("POST", id + "/publish", ""));
    String search = "/shops/search?q=cafe+quatre";
    assertTrue(ask("GET", search, "").body().contains("Quatre"));
    assertEquals(200, status("POST", id + "/undo", ""));
    assertFalse(ask("GET", search, "").body().contains("Quatre"));
    contract.seen("exportShops 422");
  }

  private void staff() {
    String path = "/shops/" + SHOP + "/staff";
    String phone = "{\"phone\":\"+212 661-000001\",\"post\":\"owner\"}";
    HttpResponse<String> made = ask("POST", path, phone);
    assertEquals(200, made.statusCode(), made.body());
    assertFalse(made.body().contains("661"), "the number is not repeated");
    String member = MapServer.json(made).path("id").asText();
    assertTrue(ask("GET", path, "").body().contains(member));
    assertEquals(200, status("DELETE", path + "?member=" + member, ""));
    assertEquals(404, status("DELETE", path + "?member=" + member, ""));
    assertEquals(404, status("GET", "/shops/none/staff", ""));
    assertEquals(404, status("POST", "/shops/none/staff", phone));
    HttpResponse<String> wrong = ask("POST", path, "{\"phone\":\"baraka\"}");
    assertEquals(422, wrong.statusCode());
    assertFalse(wrong.body().contains("baraka"), "nor is what was no number");
    assertEquals(413, status("POST", path, "{\"phone\":\"" + "1".repeat(70_000) + "\"}"));
    contract.seen("registerStaff 415");
  }
}
