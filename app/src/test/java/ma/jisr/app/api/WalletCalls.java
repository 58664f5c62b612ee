package ma.jisr.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** The part of the contract that is about payees, claims and benefits. */
final class WalletCalls {
  /** A sample, in {@link #PLACE}. */
  static final String PAYEE = "sample-1041";

  private static final String PLACE = "al-haouz.amizmiz";

  private final ShopCalls.Asking asking;

  /** The same as another account. */
  private final ShopCalls.Asking other;

  private final Contract contract;
  private final WalletRooms wallet;

  WalletCalls(
      ShopCalls.Asking asking, ShopCalls.Asking other, Contract contract, WalletRooms wallet) {
    this.asking = asking;
    this.other = other;
    this.contract = contract;
    this.wallet = wallet;
  }

  void all() {
    reading();
    changing();
    filing();
    claims();
    benefits();
  }

  private HttpResponse<String> ask(String method, String path, String body, String... headers) {
    return asking.ask(method, path, body, headers);
  }

  private int status(String method, String path, String body, String... headers) {
    return ask(method, path, body, headers).statusCode();
  }

  private void reading() {
    HttpResponse<String> made = ask("POST", "/payees", MapServer.payee("Un", PLACE, "m-un"));
    assertEquals(201, made.statusCode(), made.body());
    assertFalse(made.body().contains("661"), "the number is not repeated");
    assertTrue(MapServer.json(made).path("told").asBoolean());
    String path = MapServer.header(made, "location");
    assertEquals(201, status("POST", "/payees", MapServer.payee("Deux", PLACE, "m-deux")));
    HttpResponse<String> page = ask("GET", "/payees?limit=1&kind=merchant&place=al-haouz", "");
    assertEquals(1, MapServer.json(page).path("payees").size(), page.body());
    String cursor = MapServer.json(page).path("next").asText();
    String next = "/payees?limit=1&kind=merchant&place=al-haouz&cursor=" + cursor;
    assertEquals(1, MapServer.json(ask("GET", next, "")).path("payees").size());
    String tag = MapServer.header(ask("GET", "/payees", ""), "etag");
    assertEquals(304, status("GET", "/payees", "", "if-none-match", tag));
    JsonNode found =
        MapServer.json(ask("GET", "/payees/search?q=facture+eau&kind=bill&near=" + PLACE, ""));
    assertEquals("1108", found.path("payees").path(0).path("code").asText(), found.toString());
    assertEquals(200, status("GET", path, ""));
    assertEquals(304, status("GET", path, "", "if-none-match", "\"v0\""));
  }

  private void changing() {
    HttpResponse<String> made = ask("POST", "/payees", MapServer.payee("Trois", PLACE, "m-trois"));
    String path = MapServer.header(made, "location");
    String facts = MapServer.payeeFacts("Un bis", PLACE, "m-bis");
    assertEquals(200, status("PUT", path, facts, "if-match", "\"v0\""));
    for (String[] one :
        new String[][] {
          {"PUT", "", facts},
          {"DELETE", "", ""},
          {"POST", "/undo", ""},
          {"POST", "/suspend", ""},
          {"POST", "/resume", ""}
        }) {
      assertEquals(412, status(one[0], path + one[1], one[2], "if-match", "\"v0\""));
      assertEquals(404, status(one[0], "/payees/none" + one[1], one[2], "if-match", "\"v0\""));
      assertEquals(428, status(one[0], path + one[1], one[2]));
    }
    HttpResponse<String> kept =
        ask("PUT", path, facts.replace(",\n\"phone\":\"+212661000001\"", ""), "if-match", "\"v1\"");
    assertEquals(200, kept.statusCode(), kept.body());
    assertTrue(MapServer.json(kept).path("told").asBoolean(), "who is told stays");
    String nobody = facts.replace("+212661000001", "-");
    assertFalse(
        MapServer.json(ask("PUT", path, nobody, "if-match", "\"v1\"")).path("told").asBoolean());
    HttpResponse<String> stopped = ask("POST", path + "/suspend", "", "if-match", "\"v2\"");
    assertEquals("suspended", MapServer.json(stopped).path("state").asText(), stopped.body());
    assertEquals(200, status("POST", path + "/resume", "", "if-match", "\"v3\""));
    assertEquals(200, status("DELETE", path, "", "if-match", "\"v4\""));
    assertEquals(422, status("DELETE", path, "", "if-match", "\"v5\""));
    assertEquals(422, status("POST", path + "/suspend", "", "if-match", "\"v5\""));
    assertEquals(422, status("POST", path + "/resume", "", "if-match", "\"v5\""));
    assertEquals(200, status("POST", path + "/undo", "", "if-match", "\"v5\""));
    assertEquals(200, status("GET", path + "/history", ""));
    assertEquals(404, status("GET", "/payees/none", ""));
    assertEquals(404, status("GET", "/payees/none/history", ""));
    assertEquals(422, status("POST", "/payees/" + PAYEE + "/undo", "", "if-match", "\"v0\""));
    refused(path, facts);
  }

  private void refused(String path, String facts) {
    String nowhere = MapServer.payeeFacts("Trois", "atlantis", "m");
    assertEquals(422, status("PUT", path, nowhere, "if-match", "\"v6\""));
    String body = MapServer.payee("Quatre", PLACE, "m-quatre");
    String[][] wrong = {
      {"{\"kind\"", "{\"code\":\"1042\",\"kind\""},
      {"merchant", "bill"},
      {"+212661000001", "baraka"}
    };
    for (String[] one : wrong) {
      HttpResponse<String> response = ask("POST", "/payees", body.replace(one[0], one[1]));
      assertEquals(422, response.statusCode(), response.body());
      assertFalse(response.body().contains("baraka"), "what was no number is not repeated");
    }
    String large = body.replace("Quatre", "x".repeat(70_000));
    assertEquals(413, status("POST", "/payees", large));
    assertEquals(413, status("PUT", path, facts + " ".repeat(70_000), "if-match", "\"v6\""));
    contract.seen("createPayee 415", "changePayee 415");
  }

  private void filing() {
    HttpResponse<String> csv = ask("GET", "/payees/export", "", "accept", "text/csv");
    assertTrue(csv.body().contains("Un bis"), csv.body());
    assertFalse(csv.body().contains("661000001"));
    String tag = MapServer.header(csv, "etag");
    assertEquals(304, status("GET", "/payees/export", "", "if-none-match", tag));
    HttpResponse<String> again =
        ask("POST", "/imports?of=payees", csv.body(), "content-type", "text/csv");
    JsonNode rows = MapServer.json(again).path("rows");
    assertEquals(0, rows.path("changed").asInt() + rows.path("added").asInt(), again.body());
    String table = "nom;type;commune;compte\nCinq;merchant;Safi;m-cinq\n";
    HttpResponse<String> batch =
        ask("POST", "/imports?of=payees", table, "content-type", "text/csv");
    assertEquals(201, batch.statusCode(), batch.body());
    String id = MapServer.header(batch, "location");
    assertEquals(200, status("POST", id + "/publish", ""));
    assertTrue(ask("GET", "/payees/search?q=cinq", "").body().contains("Cinq"));
    assertEquals(200, status("POST", id + "/undo", ""));
    assertFalse(ask("GET", "/payees/search?q=cinq", "").body().contains("Cinq"));
    contract.seen("exportPayees 422");
  }

  private void claims() {
    String path = "/claims/" + wallet.claimed("JSR-AAAAB");
    assertTrue(ask("GET", "/claims", "").body().contains("JSR-AAAAB"));
    assertFalse(ask("GET", "/claims?state=closed", "").body().contains("JSR-AAAAB"));
    assertEquals(200, status("GET", path, ""));
    String yes = "{\"verdict\":\"accepted\",\"note\":\"agreed\"}";
    String no = "{\"verdict\":\"refused\"}";
    assertEquals(422, status("POST", path + "/answer", no), "nobody has taken it up");
    assertEquals(200, status("POST", path + "/take", "{\"note\":\"asked them\"}"));
    assertEquals(200, status("POST", path + "/take", "{}"), "again");
    assertEquals(422, status("POST", path + "/answer", yes), "alone");
    assertEquals(422, status("POST", path + "/close", "{}"));
    assertEquals(200, status("POST", path + "/answer", no));
    assertEquals(200, status("POST", path + "/escalate", "{\"to\":\"cmmb\"}"));
    HttpResponse<String> won = other.ask("POST", path + "/answer", yes);
    assertEquals("begun", MapServer.json(won).path("back").asText(), won.body());
    assertEquals(422, status("POST", path + "/escalate", "{\"to\":\"bam\"}"));
    assertEquals(422, status("POST", path + "/take", "{}"));
    assertEquals(200, status("POST", path + "/close", "{}"));
    String large = "{\"note\":\"" + "x".repeat(70_000) + "\"}";
    assertEquals(404, status("GET", "/claims/R-22222", ""));
    for (String[] one :
        new String[][] {
          {"take", "{}"}, {"close", "{}"}, {"answer", no}, {"escalate", "{\"to\":\"bam\"}"}
        }) {
      assertEquals(404, status("POST", "/claims/R-22222/" + one[0], one[1]));
      assertEquals(413, status("POST", path + "/" + one[0], large));
      assertEquals(415, status("POST", path + "/" + one[0], one[1], "content-type", "text/plain"));
    }
  }

  private void benefits() {
    String body = MapServer.benefits("Aide", "", "0661000001");
    HttpResponse<String> made = ask("POST", "/benefits", body);
    assertEquals(201, made.statusCode(), made.body());
    assertEquals(1, MapServer.json(made).path("refusals").size());
    assertEquals(2, MapServer.json(made).path("refusals").path(0).path("row").asInt());
    assertFalse(made.body().contains("0524"), "nor is what was no number");
    String path = MapServer.header(made, "location");
    assertEquals(path, MapServer.header(ask("POST", "/benefits", body), "location"), "again");
    assertTrue(ask("GET", "/benefits", "").body().contains("Aide"));
    assertEquals(200, status("GET", path, ""));
    assertEquals(422, status("POST", path + "/approve", ""), "its author");
    assertEquals(200, other.ask("POST", path + "/approve", "").statusCode());
    assertEquals(200, status("POST", path + "/withdraw", ""));
    assertEquals(422, other.ask("POST", path + "/approve", "").statusCode());
    assertEquals(422, status("POST", "/benefits", MapServer.benefits("Aide", "atlantis", "06")));
    assertEquals(422, status("POST", "/benefits", body.replace("-31\"", "-32\"")));
    assertEquals(413, status("POST", "/benefits", body + " ".repeat(8_000_001)));
    assertEquals(415, status("POST", "/benefits", body, "content-type", "text/csv"));
    for (String one : new String[] {"GET ", "POST /approve", "POST /withdraw"}) {
      String[] asked = one.split(" ", 2);
      assertEquals(404, status(asked[0], "/benefits/none" + asked[1], ""));
    }
    contract.seen("withdrawBenefits 422");
  }
}
